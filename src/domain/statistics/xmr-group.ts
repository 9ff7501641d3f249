import type { GoodDirection } from '../measures/measure.ts'
import { type LimitsStanding, standingOf } from './limits-standing.ts'
import { latestPoint, type Variation, variationOf } from './variation.ts'
import type { Xmr } from './xmr.ts'
import type { XmrLimits } from './xmr-limits.ts'
import type { XmrSeries } from './xmr-series.ts'

export interface Rebase {
  readonly date: string
  readonly reason: string
}

export interface XmrGroup extends XmrLimits {
  readonly from: string
  readonly to: string
  /** Why the limits were drawn afresh here; null for the first group. */
  readonly reason: string | null
  readonly values: number
  /** False where there is no moving range to draw limits from: they are then NaN. */
  readonly hasLimits: boolean
  readonly standing: LimitsStanding
  readonly tally: Readonly<Record<Variation, number>>
  readonly variation: Variation | null
}

/** One group of an XmR chart: its limits, why they were drawn, how far to believe them and what its points show. */
export function xmrGroup(
  series: XmrSeries,
  result: Xmr,
  g: number,
  good: GoodDirection,
  rebases: readonly Rebase[],
  peerBehaviour: boolean,
): XmrGroup {
  const from = series.starts[g] as number
  const to = series.starts[g + 1] ?? series.values.length
  const limits = result.limits[g] as XmrLimits
  const tally = { 'common-cause': 0, improvement: 0, concern: 0, high: 0, low: 0 }
  let values = 0
  for (let i = from; i < to; i++) {
    if (Number.isNaN(series.values[i] as number)) continue
    values++
    tally[variationOf(result.causes[i] as number, good)]++
  }
  const at = latestPoint(series.values, from, to, peerBehaviour)
  return {
    ...limits,
    from: series.dates[from] as string,
    to: series.dates[to - 1] as string,
    reason: rebases.find((rebase) => rebase.date === series.openedBy[g])?.reason ?? null,
    values,
    hasLimits: !Number.isNaN(limits.upper),
    standing: standingOf(values),
    tally,
    variation: at < 0 ? null : variationOf(result.causes[at] as number, good),
  }
}
