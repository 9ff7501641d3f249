import type { Observation } from '../measures/observation.ts'
import type { Unit } from '../quantity.ts'
import { byarInterval } from '../statistics/byar-interval.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'

export type ValueInterval = {
  readonly lower: number
  readonly upper: number
  readonly method: 'published' | 'wilson' | 'byar' | 'exact-poisson'
}

/** What the values of a unit are out of, where they are a numerator over a denominator. */
export const outOf: Partial<Record<Unit, number>> = {
  percentage: 100,
  'per-1000': 1_000,
  'per-100000': 100_000,
}

/** A numerator and denominator that give a value this far from the one published belong to something else. */
const disagreement = 0.02

/**
 * The 95 % interval of a value: as published, else from its numerator and denominator by Wilson (percentages) or Byar
 * (rates). Null where neither is there, or where the numbers do not give the value they stand beside.
 */
export function intervalOf(observation: Observation, unit: Unit): ValueInterval | null {
  const { value, numerator, denominator, limits } = observation
  if (value === null) return null
  if (limits && limits.lower <= value && value <= limits.upper) return { ...limits, method: 'published' }
  const multiplier = outOf[unit]
  if (multiplier === undefined || numerator === null || denominator === null) return null
  const given = (multiplier * numerator) / denominator
  if (!(Math.abs(given - value) <= Math.max(disagreement * Math.abs(value), 0.06))) return null
  const interval =
    unit === 'percentage'
      ? wilsonInterval(numerator, denominator, { multiplier })
      : byarInterval(numerator, denominator, { multiplier })
  if (!interval.ok || interval.lower === null || interval.upper === null) return null
  return { lower: interval.lower, upper: interval.upper, method: interval.method as ValueInterval['method'] }
}
