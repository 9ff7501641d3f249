import type { Unit } from '../quantity.ts'

/** What a numerator over its denominator is multiplied by to be in this unit; null where the unit is an amount, not a ratio. */
const multipliers: Record<Unit, number | null> = {
  percentage: 100,
  'per-1000': 1_000,
  'per-100000': 100_000,
  ratio: 1,
  score: 1,
  count: null,
  pounds: null,
  'pounds-thousand': null,
  tonnes: null,
  kwp: null,
  'tonnes-co2e': null,
  miles: null,
}

export const multiplierOf = (unit: Unit): number | null => multipliers[unit]
