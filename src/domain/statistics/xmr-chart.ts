import type { GoodDirection } from '../measures/measure.ts'
import { type Assurance, assuranceOf, type Target } from './assurance.ts'
import { baselineOf } from './baseline-points.ts'
import type { LimitsStanding } from './limits-standing.ts'
import { type Refused, refused } from './refused.ts'
import { SPECIAL_CAUSES, type SpecialCause } from './special-cause.ts'
import { RULE } from './special-cause-rules.ts'
import { latestPoint, type Variation, variationOf } from './variation.ts'
import { type Xmr, xmr } from './xmr.ts'
import { type Rebase, type XmrGroup, xmrGroup } from './xmr-group.ts'
import type { Screening } from './xmr-limits.ts'
import { type XmrSeries, xmrSeries } from './xmr-series.ts'

export interface XmrOptions {
  readonly good?: GoodDirection
  readonly target?: Target | null
  readonly screening?: Screening
  /** How many points of each group make its limits; null for all. */
  readonly fixAfter?: number | null
  readonly rebases?: readonly Rebase[]
  /** Answer as NHSRplotthedots 0.2.2 would, defects included; see docs/DEVIATIONS.md. */
  readonly peerBehaviour?: boolean
}

export interface XmrPoint {
  readonly date: string
  readonly value: number | null
  readonly group: number
  readonly inBaseline: boolean
  readonly rules: {
    readonly outside: boolean
    readonly trend: boolean
    readonly twoOfThree: boolean
    readonly oneSide: boolean
  }
  readonly cause: SpecialCause
  readonly variation: Variation
}

export interface XmrChart {
  readonly ok: true
  readonly points: readonly XmrPoint[]
  readonly groups: readonly XmrGroup[]
  readonly overall: {
    readonly variation: Variation | null
    readonly assurance: Assurance | null
    readonly standing: LimitsStanding
    /** The date whose value the variation speaks of. */
    readonly at: string | null
    readonly latestIsMissing: boolean
  }
  /** Rebases whose date is no point of the series. */
  readonly unusedRebases: readonly string[]
}

/**
 * An XmR chart of one series: every point judged, each group with its limits and how far to believe them, and the verdict
 * on the latest value.
 *
 * Method and sources stand at xmrLimits, the four rules, nameSpecialCauses, variationOf and assuranceOf. Units: those of the
 * values. Too few points: below 13 values a group's limits are 'trial', below 5 'too-few' and no chart should be read.
 */
export function xmrChart(
  points: readonly { readonly date: string; readonly value: number | null }[],
  options: XmrOptions = {},
): XmrChart | Refused {
  const {
    good = 'none',
    target = null,
    rebases = [],
    peerBehaviour = false,
    screening = peerBehaviour ? 'always' : 'unless-collapse',
  } = options
  const unexplained = rebases.find((rebase) => rebase.reason.trim() === '')
  if (unexplained)
    return refused(`the rebase at ${unexplained.date} gives no reason; say what changed in the process`)
  const baselinePoints = baselineOf(options.fixAfter ?? null)
  if (typeof baselinePoints === 'string') return refused(baselinePoints)
  const dates = points.map((point) => point.date)
  const series = xmrSeries(
    dates,
    points.map((point) => point.value),
    rebases.map((rebase) => rebase.date),
  )
  if (!series.ok) return series
  const result = xmr(series.values, { screening, baselinePoints, peerBehaviour }, series.starts)
  const groups = series.starts.map((_, g) => xmrGroup(series, result, g, good, rebases, peerBehaviour))
  const lastGroup = groups.length - 1
  const from = series.starts[lastGroup] as number
  const at = latestPoint(series.values, from, series.values.length, peerBehaviour)
  const last = groups[lastGroup] as XmrGroup
  return {
    ok: true,
    points: pointsOf(series, result, baselinePoints, good),
    groups,
    overall: {
      variation: last.variation,
      assurance: assuranceOf(last, target, good, peerBehaviour),
      standing: last.standing,
      at: series.dates[at] ?? null,
      latestIsMissing: Number.isNaN(series.values[series.values.length - 1] as number),
    },
    unusedRebases: series.unusedRebases,
  }
}

function pointsOf(series: XmrSeries, result: Xmr, baselinePoints: number, good: GoodDirection): XmrPoint[] {
  let group = 0
  return series.dates.map((date, i) => {
    if (i === series.starts[group + 1]) group++
    const value = series.values[i] as number
    const mark = result.marks[i] as number
    const cause = result.causes[i] as number
    return {
      date,
      value: Number.isNaN(value) ? null : value,
      group,
      inBaseline: !Number.isNaN(value) && i - (series.starts[group] as number) < baselinePoints,
      rules: {
        outside: (mark & RULE.outside) !== 0,
        trend: (mark & RULE.trend) !== 0,
        twoOfThree: (mark & RULE.twoOfThree) !== 0,
        oneSide: (mark & RULE.oneSide) !== 0,
      },
      cause: SPECIAL_CAUSES[cause]?.name ?? 'common-cause',
      variation: variationOf(cause, good),
    }
  })
}
