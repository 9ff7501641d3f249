import { CANDIDATES, type Candidate, type CandidateStates, DAMPINGS } from './candidates.ts'
import { COMPARISON_MEMORY } from './tuning.ts'

/** The first point that serves as an origin, counted from 0: two points are the least any candidate can start from. */
export const FIRST_ORIGIN = 1

/**
 * Root mean squared error of each candidate over every origin and every step ahead up to `horizon`, recent origins
 * counting for more.
 *
 * Method: rolling-origin evaluation (Tashman, 2000, International Journal of Forecasting 16, 437–450). Every forecast is
 * level + slope × lead weight, so the squares are expanded and summed once for all candidates: the cost does not grow
 * with candidates × horizon. Units: those of `values`. Fewer than three points: NaN.
 */
export function rollingOriginLoss(
  values: Float64Array,
  states: CandidateStates,
  horizon: number,
  leads: readonly Float64Array[],
): Float64Array {
  const size = values.length
  const origins = originSums(values, horizon, leads)
  const loss = new Float64Array(CANDIDATES.length)
  for (let k = 0; k < CANDIDATES.length; k++) {
    const { family, damping } = CANDIDATES[k] as Candidate
    const { cross, lead, leadSquared } = origins.byDamping[damping] as DampingSums
    const row = k * size
    let total = 0
    for (let t = FIRST_ORIGIN; t < size - 1; t++) {
      const level = states.level[row + t] as number
      const steps = origins.steps[t] as number
      let squares =
        (origins.squares[t] as number) - 2 * level * (origins.sum[t] as number) + steps * level * level
      if (family !== 'level') {
        const slope = states.slope[row + t] as number
        squares +=
          slope *
          (2 * level * (lead[steps] as number) -
            2 * (cross[t] as number) +
            slope * (leadSquared[steps] as number))
      }
      total += (origins.memory[t] as number) * squares
    }
    // Rounding of the expanded squares can leave a perfect candidate a hair below zero.
    loss[k] = Math.sqrt(Math.max(0, total) / origins.weight)
  }
  return loss
}

interface DampingSums {
  readonly cross: Float64Array
  readonly lead: Float64Array
  readonly leadSquared: Float64Array
}

function originSums(values: Float64Array, horizon: number, leads: readonly Float64Array[]) {
  const size = values.length
  const steps = new Int32Array(size)
  const sum = new Float64Array(size)
  const squares = new Float64Array(size)
  const memory = new Float64Array(size)
  let weight = 0
  let faded = 1
  for (let t = size - 2; t >= FIRST_ORIGIN; t--) {
    faded *= COMPARISON_MEMORY
    memory[t] = faded
    const count = Math.min(horizon, size - 1 - t)
    steps[t] = count
    weight += faded * count
    let ahead = 0
    let aheadSquares = 0
    for (let h = 1; h <= count; h++) {
      const value = values[t + h] as number
      ahead += value
      aheadSquares += value * value
    }
    sum[t] = ahead
    squares[t] = aheadSquares
  }
  const byDamping: DampingSums[] = []
  for (let d = 0; d < DAMPINGS.length; d++)
    byDamping.push(dampingSums(values, steps, leads[d] as Float64Array))
  return { steps, sum, squares, memory, weight, byDamping }
}

function dampingSums(values: Float64Array, steps: Int32Array, added: Float64Array): DampingSums {
  const cross = new Float64Array(values.length)
  for (let t = FIRST_ORIGIN; t < values.length - 1; t++) {
    let product = 0
    const count = steps[t] as number
    for (let h = 1; h <= count; h++) product += (added[h] as number) * (values[t + h] as number)
    cross[t] = product
  }
  const lead = new Float64Array(added.length)
  const leadSquared = new Float64Array(added.length)
  for (let h = 1; h < added.length; h++) {
    const one = added[h] as number
    lead[h] = (lead[h - 1] as number) + one
    leadSquared[h] = (leadSquared[h - 1] as number) + one * one
  }
  return { cross, lead, leadSquared }
}
