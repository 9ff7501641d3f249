import type { GoodDirection } from '../measures/measure.ts'
import { periodText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { CHART_POINTS, ESTABLISHED_POINTS } from '../statistics/limits-standing.ts'
import { SPECIAL_CAUSES } from '../statistics/special-cause.ts'
import { RULE } from '../statistics/special-cause-rules.ts'
import { variationOf } from '../statistics/variation.ts'
import type { XmrLimits } from '../statistics/xmr-limits.ts'
import { boundsOf, spansHalf, within } from './bounds.ts'
import { isFirmlyRead } from './change.ts'
import { type ProcessChart, processChart } from './process-chart.ts'
import type {
  Limits,
  VariationPoint,
  VariationReading,
  VariationRule,
  VariationSegment,
  VariationType,
} from './readings.ts'
import type { Segments } from './segments.ts'
import { type PerYear, periodNouns, type Timeline } from './timeline.ts'
import { ruleWords, variationHeads } from './variation-words.ts'

export type VariationInput = {
  readonly timeline: Timeline
  readonly segments: Segments
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
}

/** What is not read, with the reason: there is no figure at all. */
export const noVariation: VariationReading = {
  type: 'not-said',
  standing: 'too-few',
  limits: null,
  rules: [],
  points: [],
  segments: [],
  isSeasonal: false,
  isSteady: true,
  says: 'There is no figure to judge.',
}

/**
 * The chart of one area's history: what the latest value shows beside the ones before it. Each segment has its own mean
 * and limits; a gap joins nothing. Below five values of the latest segment nothing is read, below thirteen with care.
 */
export function variationReading(input: VariationInput): {
  readonly reading: VariationReading
  readonly chart: ProcessChart
} {
  const { timeline, segments, goodDirection, unit } = input
  const { slots, perYear } = timeline
  const values = slots.map(({ value }) => value)
  const chart = processChart(values, segments.starts, perYear)
  const bounds = boundsOf(unit, values)
  const points = slots.map(({ period, value }, at): VariationPoint => {
    const segment = chart.groups.findLastIndex(({ from }) => from <= at)
    const isRead = value !== null && chart.groups[segment]?.limits != null
    const cause = chart.causes[at] ?? 0
    return {
      period,
      value,
      segment,
      cause: SPECIAL_CAUSES[cause]?.name ?? 'common-cause',
      type: isRead ? typeOf(cause, goodDirection) : 'not-said',
      rules: rulesOf(chart.marks[at] ?? 0),
      limits: limitsAt(chart, segment, at, (value) => within(bounds, value)),
    }
  })
  const last = chart.groups.at(-1)
  const latest = points.at(-1)
  const reading = {
    type: latest?.type ?? 'not-said',
    standing: last?.standing ?? 'too-few',
    limits: latest?.limits ?? null,
    rules: latest?.rules ?? [],
    points,
    segments: chart.groups.map(({ from, to, values, standing }, g): VariationSegment => {
      const [first, end] = [points[from], points[to - 1]]
      return {
        from: first?.period ?? timeline.after(0),
        to: end?.period ?? timeline.after(0),
        values,
        standing,
        limits: end?.limits ?? null,
        reason: segments.reasons[g] ?? null,
      }
    }),
    isSeasonal: chart.season !== null,
    isSteady: isSteady(chart),
  }
  return { reading: { ...reading, says: saysOf(reading, input) }, chart }
}

/** The highest and the lowest limits of the latest year: what the process does in every season of it. */
export function limitsOfYear({ groups, season, marks }: ProcessChart, perYear: PerYear): XmrLimits | null {
  const limits = groups.at(-1)?.limits ?? null
  if (!limits || !season) return limits
  const at = marks.length - 1
  const places = Array.from({ length: perYear }, (_, back) => at - back)
  return {
    ...limits,
    lower: Math.min(...places.map((place) => season.within(limits.lower, place))),
    upper: Math.max(...places.map((place) => season.within(limits.upper, place))),
  }
}

function limitsAt(
  { groups, season }: ProcessChart,
  segment: number,
  at: number,
  bound: (value: number) => number,
): Limits | null {
  const limits = groups[segment]?.limits
  if (!limits) return null
  const here = (value: number) => bound(season ? season.within(value, at) : value)
  return { mean: here(limits.mean), lower: here(limits.lower), upper: here(limits.upper) }
}

/** From this share of marked figures on, with two or more on either side, no one level describes a segment. */
const unsteadyShare = 0.5
const fewestOnASide = 2

/** A single outlier can leave every other figure on one side of the mean: that is not a level that moved. */
function isSteady({ groups, causes }: ProcessChart): boolean {
  const last = groups.at(-1)
  if (!last?.limits) return true
  const sides = { high: 0, low: 0 }
  for (const cause of causes.subarray(last.from, last.to)) {
    const direction = SPECIAL_CAUSES[cause]?.direction ?? 0
    if (direction !== 0) sides[direction > 0 ? 'high' : 'low']++
  }
  const { high, low } = sides
  return high + low < unsteadyShare * last.values || Math.min(high, low) < fewestOnASide
}

const typeNames = {
  improvement: 'improvement',
  concern: 'concern',
  'common-cause': 'common-cause',
  high: 'neutral-high',
  low: 'neutral-low',
} as const

const typeOf = (cause: number, good: GoodDirection): VariationType => typeNames[variationOf(cause, good)]

const ruleBits = [
  ['outside', RULE.outside],
  ['trend', RULE.trend],
  ['two-of-three', RULE.twoOfThree],
  ['one-side', RULE.oneSide],
] as const

const rulesOf = (mark: number): VariationRule[] =>
  ruleBits.flatMap(([name, bit]) => ((mark & bit) !== 0 ? [name] : []))

type Reading = Omit<VariationReading, 'says'>

function saysOf(reading: Reading, { timeline, unit, decimals }: VariationInput): string {
  const { type, limits, points, rules, standing, isSeasonal } = reading
  const segment = reading.segments.at(-1)
  const values = segment?.values ?? 0
  const since = segment?.reason ? ` Judged only from ${periodText(segment.from)} on: ${segment.reason}.` : ''
  if (type === 'not-said' || standing === 'too-few' || !limits)
    return `Too few figures to tell change from chance: ${CHART_POINTS} in a row are needed, and there ${values === 1 ? 'is' : 'are'} ${values}.${since}`
  const text = (value: number) => quantityText(value, unit, decimals)
  const latest = points.at(-1)
  const facts = {
    value: text(latest?.value ?? 0),
    mean: text(limits.mean),
    lower: text(limits.lower),
    upper: text(limits.upper),
  }
  const [rule] = rules
  const side = /above|rising|high/.test(latest?.cause ?? '') ? 'high' : 'low'
  const why = rule
    ? ruleWords[rule][side](facts)
    : `${facts.value} is within the usual range of ${facts.lower} to ${facts.upper}`
  const season = isSeasonal ? `, for this ${periodNouns[timeline.perYear].one} of the year` : ''
  const care =
    standing === 'trial'
      ? ` The range rests on only ${values} figures; ${ESTABLISHED_POINTS} make it firm.`
      : ''
  const wide =
    type === 'common-cause' && spansHalf(limits.lower, limits.upper, unit)
      ? ' The range is so wide that only a very large change would show.'
      : ''
  const drift = reading.isSteady
    ? ''
    : ' Half of the figures or more are unlike one steady level, so the range is only a rough guide.'
  return `${variationHeads[type][isFirmlyRead(reading) ? 'firm' : 'careful']}: ${why}${season}.${wide}${care}${drift}${since}`
}
