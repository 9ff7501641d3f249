import type { Aggregation, GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { whenText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { type Forecast, forecast } from '../statistics/forecast/forecast.ts'
import { probabilityAtOrBetter } from '../statistics/forecast/probability-at-or-better.ts'
import { FEWEST_POINTS } from '../statistics/forecast/tuning.ts'
import type { ForecastInput, Frequency } from '../statistics/forecast/usable-series.ts'
import { boundsOf, spansHalf, within } from './bounds.ts'
import { likelihoodOf } from './likelihood.ts'
import { aimOf, endingOf, targetAhead } from './outlook-end.ts'
import { endText } from './outlook-words.ts'
import type { Expected, ExpectedEnd, OutlookReading } from './readings.ts'
import { type Cut, segmentsOf } from './segments.ts'
import type { PerYear, Timeline } from './timeline.ts'
import { trackRecordOf } from './track-record.ts'

export type OutlookInput = {
  readonly timeline: Timeline
  /** Only figures since the latest of these tell of what is to come. */
  readonly cuts: readonly Cut[]
  readonly targets: readonly Target[]
  readonly aggregation: Aggregation
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
  /** The latest figure meets its target: then the question is whether it will go on to. */
  readonly isMeeting: boolean
  readonly cutOff: string
  /** Replay the past to tell how the forecaster has done on this series: fifty times the work. */
  readonly withTrackRecord: boolean
}

/** How many periods are looked ahead where no target lies further. */
const usualHorizon: Partial<Record<PerYear, number>> = { 12: 12, 4: 4, 1: 2 }

export const noOutlook = (says: string): OutlookReading => ({
  isSaid: false,
  periods: [],
  end: null,
  method: null,
  trackRecord: null,
  says,
})

/** What is likely: the next periods with their ranges, and the chance that the target's period ends at target or better. */
export function outlookOf(input: OutlookInput): OutlookReading {
  const { timeline, goodDirection, unit } = input
  const { slots, perYear } = timeline
  const horizon = usualHorizon[perYear]
  if (horizon === undefined) return noOutlook('No outlook: school terms are not forecast.')
  const from = segmentsOf(slots, input.cuts).starts.at(-1) ?? 0
  const values = slots.slice(from).map(({ value }) => value)
  const bounds = boundsOf(unit, values)
  const ahead = goodDirection === 'none' ? null : targetAhead(timeline, input.targets)
  const asked: ForecastInput = {
    frequency: perYear as Frequency,
    horizon: Math.max(horizon, ahead?.last ?? 0),
    values,
    lowerBound: bounds.lower,
    upperBound: bounds.upper,
    wholeNumbers: bounds.wholeNumbers,
  }
  const known = values.filter((value) => value !== null).length
  if (known < FEWEST_POINTS)
    return noOutlook(
      `No outlook: it needs ${FEWEST_POINTS} figures, and there ${known === 1 ? 'is' : 'are'} ${known}${from > 0 ? ' since the last change of definition or process' : ''}.`,
    )
  const found = forecast(asked)
  if (!found.ok) return noOutlook(`No outlook: ${found.reason}.`)
  const whole = (value: number) => (bounds.wholeNumbers ? Math.round(value) : value)
  const tidy = (expected: Expected): Expected => ({ ...expected, mean: whole(within(bounds, expected.mean)) })
  const periods = found.mean.map((_, step) => ({
    period: timeline.after(step + 1),
    ...tidy(expectedAt(found, step)),
  }))
  const end = ahead ? endOf(input, found, ahead, whole) : null
  const said = typeof end === 'object' ? end : null
  // A year's total says nothing of whether one month was right, so only levels are held against the aim.
  const aim = said && !said.isTotal ? aimOf(said.target, goodDirection) : null
  const trackRecord = input.withTrackRecord
    ? trackRecordOf(
        { ...asked, horizon: ahead?.last ?? horizon },
        aim,
        aim && said ? said.probability : null,
        perYear,
      )
    : null
  const reading = { isSaid: true, periods, end: said, method: found.method, trackRecord }
  return { ...reading, says: saysOf(input, reading, typeof end === 'string' ? end : '', found.note) }
}

const expectedAt = ({ mean, lo80, hi80, lo95, hi95 }: Forecast, step: number): Expected => ({
  mean: mean[step] ?? Number.NaN,
  lo80: lo80[step] ?? Number.NaN,
  hi80: hi80[step] ?? Number.NaN,
  lo95: lo95[step] ?? Number.NaN,
  hi95: hi95[step] ?? Number.NaN,
})

/** The end of the target's period, or why it is not told. */
function endOf(
  { timeline, aggregation, unit, goodDirection }: OutlookInput,
  found: Forecast,
  ahead: NonNullable<ReturnType<typeof targetAhead>>,
  whole: (value: number) => number,
): ExpectedEnd | string {
  const ending = endingOf({ timeline, ahead, aggregation, unit })
  if (typeof ending === 'string') return ending
  const aim = aimOf(ahead.target, goodDirection)
  if (aim === null) return 'neither way is good or bad'
  const end = probabilityAtOrBetter(found.outlook, ending, aim)
  if (!end.ok) return end.reason
  const tidy = ending.kind === 'sum' || ending.kind === 'latest' ? whole : (value: number) => value
  return {
    target: ahead.target,
    mean: tidy(end.centre),
    lo80: tidy(end.lo80),
    hi80: tidy(end.hi80),
    lo95: tidy(end.lo95),
    hi95: tidy(end.hi95),
    probability: end.probability,
    likelihood: likelihoodOf(end.probability),
    isTotal: ending.kind === 'sum',
  }
}

function saysOf(
  input: OutlookInput,
  { periods, end, trackRecord }: Pick<OutlookReading, 'periods' | 'end' | 'trackRecord'>,
  noEnd: string,
  note: string,
): string {
  const text = (value: number) => quantityText(value, input.unit, input.decimals)
  const [next] = periods
  const expected = next
    ? `Expected ${whenText(next.period)}: ${text(next.mean)}, eight times in ten between ${text(next.lo80)} and ${text(next.hi80)}.${spansHalf(next.lo80, next.hi80, input.unit) ? ' That is too wide to plan by.' : ''}`
    : ''
  const words = end ? endText(end, input) : ''
  const parts = [
    expected,
    words && `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    noEnd && `The end of the target’s period is not forecast: ${noEnd}.`,
    note && `Note: ${note}.`,
    trackRecord?.says ?? '',
  ]
  return parts.filter(Boolean).join(' ')
}
