import { CANDIDATES, type Candidate, type CandidateStates, DAMPINGS, type Family } from './candidates.ts'
import { FIRST_ORIGIN } from './rolling-origin-loss.ts'
import { SHARPNESS, SHARPNESS_PER_POINT } from './tuning.ts'

export interface Combination {
  /** By origin: the weighted level, and for each damping the weighted slope. */
  readonly level: Float64Array
  readonly slopes: readonly Float64Array[]
  /** Weighted share of the newest point in the level: 0 is all memory, 1 none. */
  readonly alpha: number
  readonly share: Readonly<Record<Family, number>>
}

/**
 * One forecast from all candidates: each weighs by its rolling-origin error to a negative power that grows with the
 * number of points, so that few points give near-equal weights and many let the best lead.
 *
 * Method: combination by inverse error (Bates & Granger, 1969, Operational Research Quarterly 20, 451–468), sharpened with
 * the evidence as likelihood weights are. `levelsOnly` leaves out every candidate with a slope. Units: as the states.
 */
export function combination(
  states: CandidateStates,
  loss: Float64Array,
  size: number,
  levelsOnly: boolean,
): Combination {
  const weights = candidateWeights(loss, size, levelsOnly)
  const level = new Float64Array(size)
  const slopes = DAMPINGS.map(() => new Float64Array(size))
  const share = { level: 0, drift: 0, 'damped trend': 0 }
  let alpha = 0
  for (let k = 0; k < CANDIDATES.length; k++) {
    const weight = weights[k] as number
    if (weight === 0) continue
    const candidate = CANDIDATES[k] as Candidate
    share[candidate.family] += weight
    alpha += weight * candidate.alpha
    const row = k * size
    for (let t = 0; t < size; t++)
      level[t] = (level[t] as number) + weight * (states.level[row + t] as number)
    if (candidate.family === 'level') continue
    const slope = slopes[candidate.damping] as Float64Array
    for (let t = 0; t < size; t++)
      slope[t] = (slope[t] as number) + weight * (states.slope[row + t] as number)
  }
  return { level, slopes, alpha, share }
}

/** What the combination says at origin `t` for `h` steps ahead. */
export function combinedForecast(
  { level, slopes }: Combination,
  leads: readonly Float64Array[],
  t: number,
  h: number,
): number {
  let value = level[t] as number
  for (let d = 0; d < slopes.length; d++) {
    value += ((slopes[d] as Float64Array)[t] as number) * ((leads[d] as Float64Array)[h] as number)
  }
  return value
}

function candidateWeights(loss: Float64Array, size: number, levelsOnly: boolean): Float64Array {
  const power = SHARPNESS + SHARPNESS_PER_POINT * (size - 1 - FIRST_ORIGIN)
  const allowed = (k: number) => !levelsOnly || CANDIDATES[k]?.family === 'level'
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < loss.length; k++) if (allowed(k)) best = Math.min(best, loss[k] as number)
  const weights = new Float64Array(loss.length)
  let total = 0
  for (let k = 0; k < loss.length; k++) {
    if (!allowed(k)) continue
    // Values are standardised, so a millionth is far below any error that matters and keeps 0 ÷ 0 away.
    const weight = ((best + 1e-6) / ((loss[k] as number) + 1e-6)) ** power
    weights[k] = weight
    total += weight
  }
  for (let k = 0; k < weights.length; k++) weights[k] = (weights[k] as number) / total
  return weights
}
