import type { Unit } from '../quantity.ts'

/** What values of a unit can be at all. A bound that the figures themselves pass is none. */
export type Bounds = {
  readonly lower: number | null
  readonly upper: number | null
  readonly wholeNumbers: boolean
}

/** Money and scores may be negative; a percentage of a whole may not, and nothing that is counted or measured out is. */
const bounded: Partial<Record<Unit, readonly [lower: number, upper: number | null]>> = {
  percentage: [0, 100],
  count: [0, null],
  'per-1000': [0, 1_000],
  'per-100000': [0, 100_000],
  ratio: [0, null],
  tonnes: [0, null],
  kwp: [0, null],
  'tonnes-co2e': [0, null],
  miles: [0, null],
}

export function boundsOf(unit: Unit, values: readonly (number | null)[]): Bounds {
  const [least = null, most = null] = bounded[unit] ?? []
  let [lower, upper, whole] = [least, most, unit === 'count']
  for (const value of values) {
    if (value === null) continue
    if (lower !== null && value < lower) lower = null
    if (upper !== null && value > upper) upper = null
    if (!Number.isInteger(value)) whole = false
  }
  return { lower, upper, wholeNumbers: whole }
}

export const within = ({ lower, upper }: Bounds, value: number): number =>
  Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, value))

/** Whether a range covers half or more of all that a bounded unit can be: it then tells little. */
export function spansHalf(lower: number, upper: number, unit: Unit): boolean {
  const [least, most] = bounded[unit] ?? []
  return least !== undefined && most !== undefined && most !== null && upper - lower >= (most - least) / 2
}
