import { medianOf } from '../domain/evaluation/comparison.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import type { Observation } from '../domain/measures/observation.ts'
import { addDays, type Period, samePeriod, shiftPeriod } from '../domain/period.ts'
import { shortPeriodText } from '../domain/period-text.ts'
import { quantityText, units } from '../domain/quantity.ts'
import type { ChartPoint, ChartUnit } from '../domain/report/chart.ts'
import type { MainSeries } from './queries.ts'

/** The figures of other areas that a measure's charts draw on. */
export type AreaFigures = {
  readonly code: string
  readonly name: string
  readonly observations: readonly Observation[]
}

export type ChartFacts = {
  readonly council: string
  readonly series: MainSeries
  readonly evaluation: Evaluation
  readonly neighbours: readonly AreaFigures[]
  readonly england: AreaFigures | null
  readonly region: AreaFigures | null
  readonly cityRegion: readonly AreaFigures[]
}

export const chartUnit = ({ unit, decimals }: MainSeries): ChartUnit => ({
  unitLabel: `${units[unit].name.charAt(0).toUpperCase()}${units[unit].name.slice(1)}`,
  decimals,
  unitPrefix: units[unit].before,
  unitSuffix: units[unit].after,
})

export const textOf =
  ({ unit, decimals }: MainSeries) =>
  (value: number): string =>
    quantityText(value, unit, decimals)

/** Where the basis of a series changed, for whatever reason: figures on either side are not compared. */
export const breaksOf = ({ breaks }: MainSeries) =>
  breaks.map(({ at }) => ({ at, label: 'Not comparable with earlier' }))

/** The day under which a period stands on a time axis: its last. */
export const dayOf = (period: Period): string => addDays(period.end, -1)

const pointOf = ({ period, value, doubt }: Pick<Observation, 'period' | 'value' | 'doubt'>): ChartPoint => ({
  at: dayOf(period),
  label: shortPeriodText(period),
  value: doubt === null ? value : null,
})

/** Points in order; a period missing between two others becomes a point without a value, so the line is broken there. */
export function pointsOf(
  observations: readonly Pick<Observation, 'period' | 'value' | 'doubt'>[],
): ChartPoint[] {
  return observations.flatMap((observation, index) => {
    const before = observations[index - 1]
    const next = before ? shiftPeriod(before.period, 1) : null
    const gap =
      next && next.start < observation.period.start
        ? [pointOf({ period: next, value: null, doubt: null })]
        : []
    return [...gap, pointOf(observation)]
  })
}

export const figuresAt = ({ observations }: AreaFigures, periods: readonly Period[]): Observation[] =>
  observations.filter(({ period }) => periods.some((each) => samePeriod(each, period)))

/** Below this many values a middle one would be chance. */
const leastForMedian = 8

export function medians(periods: readonly Period[], neighbours: readonly AreaFigures[]): ChartPoint[] {
  return pointsOf(
    periods.map((period) => {
      const values = valuesAt(neighbours, period).map(({ value }) => value)
      return { period, value: values.length < leastForMedian ? null : medianOf(values), doubt: null }
    }),
  )
}

/** Each area's figure at one period, where it has one to rely on. */
export const valuesAt = (
  areas: readonly AreaFigures[],
  period: Period,
): { name: string; value: number; observation: Observation }[] =>
  areas.flatMap(({ name, observations }) => {
    const found = observations.find((each) => samePeriod(each.period, period))
    return found && found.value !== null && found.doubt === null
      ? [{ name, value: found.value, observation: found }]
      : []
  })
