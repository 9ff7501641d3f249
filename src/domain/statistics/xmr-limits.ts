import { arithmeticMean } from './arithmetic-mean.ts'

/** 3 ÷ d₂ for ranges of two (d₂ = 1.128): Wheeler & Chambers, 1992, Understanding Statistical Process Control, ch. 3. */
export const LIMIT_FACTOR = 2.66

/** D₄ for ranges of two, the upper limit of the moving range: Nelson, 1982, Journal of Quality Technology 14(3), 172–173. */
export const SCREEN_FACTOR = 3.267

/** A point is near a limit beyond this share of the way to it: NHS England, Making Data Count, 'Strengthening your decisions'. */
export const NEAR_SHARE = 2 / 3

/**
 * What to do with moving ranges so large that they look like shocks: use them, leave them out, or leave them out unless
 * nothing but zeros would remain.
 */
export type Screening = 'off' | 'always' | 'unless-collapse'

export interface XmrLimits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly nearLower: number
  readonly nearUpper: number
  readonly averageRange: number
  readonly rangesScreenedOut: number
}

/**
 * Natural process limits of an XmR chart from the baseline `values[from … to)`: mean ± 2.66 × mean moving range.
 *
 * Method: Shewhart's individuals chart as drawn by NHS England's Making Data Count; source as for the constants.
 * Moving ranges join consecutive points; a missing value (NaN) removes the two that touch it. With screening
 * a range is kept only if strictly below 3.267 × their mean, once; points are never dropped, so the mean never moves.
 * Units: those of the values. No range to average (one point, or gaps everywhere): limits are NaN.
 * Deviations. `constant-series`: when every range is 0 the limits equal the mean; the peer screens the ranges away.
 * `screening-collapse`: in a series of rare events screening can leave only zeros, so that every point falls outside.
 */
export function xmrLimits(
  values: Float64Array,
  from: number,
  to: number,
  screening: Screening,
  peerBehaviour: boolean,
): XmrLimits {
  const mean = arithmeticMean(values, from, to)
  let sum = 0
  let count = 0
  let widest = 0
  for (let i = from + 1; i < to; i++) {
    const range = Math.abs((values[i] as number) - (values[i - 1] as number))
    if (!Number.isNaN(range)) {
      sum += range
      count++
      if (range > widest) widest = range
    }
  }
  let averageRange = sum / count
  let rangesScreenedOut = 0
  const ceiling = SCREEN_FACTOR * averageRange
  if (screening !== 'off' && widest >= ceiling && (averageRange > 0 || peerBehaviour)) {
    let keptSum = 0
    let kept = 0
    for (let i = from + 1; i < to; i++) {
      const range = Math.abs((values[i] as number) - (values[i - 1] as number))
      if (range < ceiling) {
        keptSum += range
        kept++
      }
    }
    const collapses = keptSum === 0 && screening === 'unless-collapse'
    if (kept < count && !collapses) {
      rangesScreenedOut = count - kept
      averageRange = keptSum / kept
    }
  }
  const reach = LIMIT_FACTOR * averageRange
  const nearReach = NEAR_SHARE * reach
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - nearReach,
    nearUpper: mean + nearReach,
    averageRange,
    rangesScreenedOut,
  }
}
