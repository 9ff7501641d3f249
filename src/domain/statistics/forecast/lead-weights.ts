import { DAMPINGS } from './candidates.ts'

/**
 * For each damping, what a slope of 1 has added up to h steps ahead: row by damping, column 0 … horizon.
 *
 * Method: partial sums of the damping's powers. Units: periods.
 */
export function leadWeights(horizon: number): Float64Array[] {
  return DAMPINGS.map((damping) => {
    const added = new Float64Array(horizon + 1)
    let power = 1
    for (let h = 1; h <= horizon; h++) {
      power *= damping
      added[h] = (added[h - 1] as number) + power
    }
    return added
  })
}
