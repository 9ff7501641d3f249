import { type LimitsStanding, standingOf } from '../statistics/limits-standing.ts'
import { markOneSide } from '../statistics/rule-one-side.ts'
import { markOutside } from '../statistics/rule-outside.ts'
import { markTrend } from '../statistics/rule-trend.ts'
import { markTwoOfThree } from '../statistics/rule-two-of-three.ts'
import { nameSpecialCauses } from '../statistics/special-cause.ts'
import { NEAR_SHARE, type XmrLimits, xmrLimits } from '../statistics/xmr-limits.ts'
import { type Season, seasonOf } from './season.ts'
import type { PerYear } from './timeline.ts'

/** The XmR chart as numbers: one place a period, one group a segment. Nothing is marked in a group of too few values. */
export type ProcessChart = {
  readonly marks: Uint8Array
  readonly causes: Uint8Array
  readonly groups: readonly {
    readonly from: number
    readonly to: number
    readonly values: number
    readonly standing: LimitsStanding
    /** Season taken out. Null with too few values to read a chart. */
    readonly limits: XmrLimits | null
  }[]
  readonly season: Season | null
}

/**
 * Limits and rules as xmrChart has them, with one addition: where the year has a pattern, it is taken out before limits are
 * drawn and rules applied, and the limits are widened for having estimated it. Raw values would mark every summer
 * as seven points on one side of the mean.
 */
export function processChart(
  values: readonly (number | null)[],
  starts: readonly number[],
  perYear: PerYear,
): ProcessChart {
  const season = seasonOf(values, starts, perYear)
  const worked = Float64Array.from(values, (value, at) =>
    value === null ? Number.NaN : season ? season.without(value, at) : value,
  )
  const marks = new Uint8Array(values.length)
  const causes = new Uint8Array(values.length)
  const groups = starts.map((from, g) => {
    const to = starts[g + 1] ?? values.length
    const known = worked.subarray(from, to).reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)
    const standing = standingOf(known)
    const drawn = xmrLimits(worked, from, to, 'unless-collapse', false)
    if (standing === 'too-few' || Number.isNaN(drawn.upper))
      return { from, to, values: known, standing: 'too-few' as const, limits: null }
    const limits = season ? widened(drawn, season.widening) : drawn
    markOutside(worked, from, to, limits, marks)
    markTrend(worked, from, to, marks)
    markTwoOfThree(worked, from, to, limits, marks)
    markOneSide(worked, from, to, limits.mean, marks)
    nameSpecialCauses(worked, from, to, limits.mean, marks, causes, false)
    return { from, to, values: known, standing, limits }
  })
  return { marks, causes, groups, season }
}

function widened(limits: XmrLimits, factor: number): XmrLimits {
  const reach = (limits.upper - limits.mean) * factor
  return {
    ...limits,
    lower: limits.mean - reach,
    upper: limits.mean + reach,
    nearLower: limits.mean - NEAR_SHARE * reach,
    nearUpper: limits.mean + NEAR_SHARE * reach,
  }
}
