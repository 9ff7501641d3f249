import { chiSquareQuantile } from './gamma-quantile.ts'

/** A trend is read from the latest five points: Fingertips technical guidance, recent trends. */
export const TREND_POINTS = 5

/** 9.5495…: the 99.8 % point of chi-square on one degree of freedom (Fingertips technical guidance, recent trends). */
export const TREND_CHI_SQUARE = chiSquareQuantile(0.998, 1)

/** The width of a 95 % interval in standard errors, as Fingertips has it: 2 × 1.96. */
const STANDARD_ERRORS_IN_95 = 3.92

export interface TrendPoint {
  readonly value: number | null
  readonly lower95: number | null
  readonly upper95: number | null
  readonly count: number | null
  readonly denominator: number | null
}

export type TrendMethod = 'weighted-slope' | 'proportions'

export interface RecentTrend {
  readonly marker: 'increasing' | 'decreasing' | 'no-change' | 'cannot-be-calculated'
  readonly chiSquare: number
  readonly significant: boolean
  /** Why it cannot be calculated; null when it can. */
  readonly reason: 'too-few-points' | 'too-few-valid-points' | 'no-uncertainty' | null
}

/**
 * Whether a measure rose or fell over its latest five points, beyond chance at 99.8 % and whichever one point is left out.
 *
 * Method: Fingertips technical guidance, recent trends. `weighted-slope` fits a line weighted by 1 / SE², SE being the width of the
 * 95 % interval over 3.92; `proportions` is the chi-square test for trend (Armitage, 1955, Biometrics 11(3), 375–386) with the sign
 * taken from the slope of the logits. Points are oldest first; the run ends at the first gap going back. Units: those of the values.
 * Fewer than five points, or a count equal to its denominator: cannot be calculated.
 * Deviations. `trend-direction`: by the proportions method the peer calls every significant trend decreasing.
 * `trend-no-events`: a year without events is given half an event's logit, where the peer's is infinite.
 * `trend-needs`: a method asks only for the figures it uses.
 */
export function recentTrend(
  points: readonly TrendPoint[],
  method: TrendMethod,
  peerBehaviour = false,
): RecentTrend {
  if (points.length < TREND_POINTS) return cannot('too-few-points')
  const needed = peerBehaviour ? EVERYTHING : NEEDED[method]
  const run = points.slice(
    points.findLastIndex((point) => needed.some((figure) => point[figure] === null)) + 1,
  )
  if (run.length < TREND_POINTS) return cannot('too-few-valid-points')
  if (run.some((point) => point.count !== null && point.count === point.denominator))
    return cannot('no-uncertainty')
  const latest = run.slice(-TREND_POINTS)
  const fit = method === 'proportions' ? proportionsFit(latest, peerBehaviour) : weightedFit(latest)
  if (!Number.isFinite(fit.chiSquare)) return cannot('no-uncertainty')
  // A slope that is not a number counts as upward, as in the peer; ours are always numbers.
  const falling = fit.slopes.filter((slope) => slope < 0).length
  const significant = (falling === 0 || falling === fit.slopes.length) && fit.chiSquare > TREND_CHI_SQUARE
  const rises = falling === 0 && !(peerBehaviour && method === 'proportions')
  const marker = !significant ? 'no-change' : rises ? 'increasing' : 'decreasing'
  return { marker, chiSquare: fit.chiSquare, significant, reason: null }
}

const NEEDED = {
  'weighted-slope': ['value', 'lower95', 'upper95'],
  proportions: ['value', 'count', 'denominator'],
} as const
const EVERYTHING = ['value', 'lower95', 'upper95', 'count', 'denominator'] as const

function cannot(reason: RecentTrend['reason']): RecentTrend {
  return { marker: 'cannot-be-calculated', chiSquare: 0, significant: false, reason }
}

/** The chi-square of the whole fit, and the slopes of the whole and of the five with one point left out. */
interface Fit {
  readonly chiSquare: number
  readonly slopes: readonly number[]
}

function weightedFit(points: readonly TrendPoint[]): Fit {
  const weights = points.map(
    (point) => (STANDARD_ERRORS_IN_95 / ((point.upper95 ?? 0) - (point.lower95 ?? 0))) ** 2,
  )
  const values = points.map((point) => point.value ?? 0)
  const { slope, precision } = line(values, weights)
  return { chiSquare: slope * slope * precision, slopes: slopesLeavingOneOut(values, weights) }
}

function proportionsFit(points: readonly TrendPoint[], peerBehaviour: boolean): Fit {
  const counts = points.map((point) => point.count ?? 0)
  const totals = points.map((point) => point.denominator ?? 0)
  const sum = (each: (i: number) => number) => points.reduce((total, _, i) => total + each(i), 0)
  const events = sum((i) => counts[i] ?? 0)
  const people = sum((i) => totals[i] ?? 0)
  const eventYears = sum((i) => (counts[i] ?? 0) * (i + 1))
  const peopleYears = sum((i) => (totals[i] ?? 0) * (i + 1))
  const peopleYearsSquared = sum((i) => (totals[i] ?? 0) * (i + 1) ** 2)
  const top = people * (people * eventYears - events * peopleYears) ** 2
  const bottom = events * (people - events) * (people * peopleYearsSquared - peopleYears ** 2)
  // The logit of no events is minus infinity; half an event keeps it finite (Haldane, 1956; Anscombe, 1956).
  const half = peerBehaviour || counts.every((count) => count > 0) ? 0 : 0.5
  const logits = counts.map((count, i) => Math.log((count + half) / ((totals[i] ?? 0) - count + half)))
  return { chiSquare: top / bottom, slopes: slopesLeavingOneOut(logits, [1, 1, 1, 1, 1]) }
}

function slopesLeavingOneOut(values: readonly number[], weights: readonly number[]): number[] {
  return [line(values, weights).slope, ...values.map((_, left) => line(values, weights, left).slope)]
}

/** The weighted least-squares line on 1, 2, 3 … less one point: its slope, and the reciprocal of the slope's variance. */
function line(
  values: readonly number[],
  weights: readonly number[],
  left = -1,
): { slope: number; precision: number } {
  const kept = values
    .map((value, i) => ({ value, at: i + 1, weight: weights[i] ?? 0 }))
    .filter((_, i) => i !== left)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  const middle = kept.reduce((sum, { weight, at }) => sum + weight * at, 0) / total
  const level = kept.reduce((sum, { weight, value }) => sum + weight * value, 0) / total
  const spread = kept.reduce((sum, { weight, at }) => sum + weight * (at - middle) ** 2, 0)
  const together = kept.reduce(
    (sum, { weight, at, value }) => sum + weight * (at - middle) * (value - level),
    0,
  )
  return { slope: together / spread, precision: spread }
}
