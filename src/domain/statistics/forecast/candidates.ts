import { dampedTrend } from './damped-trend.ts'
import { exponentialSmoothing } from './exponential-smoothing.ts'
import { regressionDrift } from './regression-drift.ts'
import { runningMean } from './running-mean.ts'

export type Family = 'level' | 'drift' | 'damped trend'

/** How much of a slope is still there h steps on: its powers up to h are added up. */
export const DAMPINGS = [1, 0.85, 0.95] as const

export interface Candidate {
  readonly family: Family
  /** Weight of the newest point in the level: 0 is the mean of all, 1 the last value. */
  readonly alpha: number
  readonly beta: number
  /** Place in DAMPINGS. */
  readonly damping: number
}

const SMOOTHINGS = [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1]

/** The table of all candidates. Grids stand in for optimisers: no search can fail, and near neighbours share the weight. */
export const CANDIDATES: readonly Candidate[] = [
  ...SMOOTHINGS.map((alpha): Candidate => ({ family: 'level', alpha, beta: 0, damping: 0 })),
  ...SMOOTHINGS.filter((alpha) => alpha > 0).map(
    (alpha): Candidate => ({ family: 'drift', alpha, beta: 0, damping: 0 }),
  ),
  ...[0.2, 0.5, 0.8, 0.99].flatMap((alpha) =>
    [0.1, 0.3, 0.6].flatMap((beta) =>
      [1, 2].map((damping): Candidate => ({ family: 'damped trend', alpha, beta, damping })),
    ),
  ),
]

export interface CandidateStates {
  /** Row by candidate, column by origin: the level, and the slope each step ahead adds to it. */
  readonly level: Float64Array
  readonly slope: Float64Array
}

/**
 * Runs every candidate once along the series. Each is recursive, so one pass gives its forecast from every origin: row k,
 * column t knows only the points up to t (the damped trends' starting slope apart, see there). Units: those of `values`.
 */
export function candidateStates(values: Float64Array): CandidateStates {
  const size = values.length
  const level = new Float64Array(CANDIDATES.length * size)
  const slope = new Float64Array(CANDIDATES.length * size)
  const drift = regressionDrift(values)
  for (let k = 0; k < CANDIDATES.length; k++) {
    const { family, alpha, beta, damping } = CANDIDATES[k] as Candidate
    const levels = level.subarray(k * size, (k + 1) * size)
    const slopes = slope.subarray(k * size, (k + 1) * size)
    if (family === 'damped trend')
      dampedTrend(values, alpha, beta, DAMPINGS[damping] as number, levels, slopes)
    else if (alpha === 0) runningMean(values, levels)
    else exponentialSmoothing(values, alpha, levels)
    if (family === 'drift') slopes.set(drift)
  }
  return { level, slope }
}
