import { percentile } from './percentile.ts'

/** Fewer neighbours than this have no best quarter to speak of. */
export const FEWEST_NEIGHBOURS = 4

export interface BestQuarter {
  /** The value at which a neighbour enters the best quarter. */
  readonly threshold: number
  /** How far the value must move to reach it; nought once there. */
  readonly distance: number
  readonly isThere: boolean
}

/**
 * How far a council is from the best quarter of its neighbours.
 *
 * Method: the upper (or where low is good the lower) quartile of the neighbours' values, the council's own left out.
 * Source of the quartile: percentile. Units: those of the values. Fewer than four neighbours with a value: null.
 */
export function bestQuarter(
  value: number,
  neighbours: readonly (number | null)[],
  good: 'high' | 'low',
): BestQuarter | null {
  const known = Float64Array.from(neighbours.filter((each) => each !== null)).sort()
  if (known.length < FEWEST_NEIGHBOURS) return null
  const threshold = percentile(known, good === 'high' ? 0.75 : 0.25)
  const shortfall = good === 'high' ? threshold - value : value - threshold
  return { threshold, distance: Math.max(0, shortfall), isThere: shortfall <= 0 }
}
