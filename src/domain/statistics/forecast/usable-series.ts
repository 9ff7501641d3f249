import { type Refused, refused } from '../refused.ts'
import { FEWEST_POINTS, LONGEST_HORIZON, MOST_POINTS } from './tuning.ts'

/** 12 for months, 4 for quarters, 1 for years. */
export type Frequency = 12 | 4 | 1

export interface ForecastInput {
  readonly frequency: Frequency
  /** How many periods beyond the last of `values`. */
  readonly horizon: number
  /** In order of time; null where a period has no value. */
  readonly values: readonly (number | null)[]
  /** What the measure can never go below or above: 0 and 100 for a percentage, 0 for a count. */
  readonly lowerBound: number | null
  readonly upperBound: number | null
  /** A count of whole things: limits are whole numbers. */
  readonly wholeNumbers?: boolean
}

export interface UsableSeries {
  readonly ok: true
  readonly values: Float64Array
  readonly observed: number
  /** Periods at the end that have no value: the forecast begins there. */
  readonly missingAtEnd: number
  readonly notes: readonly string[]
}

/**
 * The series as the forecaster can take it, or the reason it cannot.
 *
 * Missing values at either end are dropped; inside they are filled from the same season of the years around them, or
 * on a straight line between their neighbours. Units: those of the values. Fewer than five values: refused.
 */
export function usableSeries(input: ForecastInput): UsableSeries | Refused {
  const { frequency, horizon, values, lowerBound, upperBound } = input
  if (frequency !== 12 && frequency !== 4 && frequency !== 1) return refused('frequency must be 12, 4 or 1')
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > LONGEST_HORIZON) {
    return refused(`horizon must be a whole number from 1 to ${LONGEST_HORIZON}`)
  }
  const low = lowerBound ?? Number.NEGATIVE_INFINITY
  const high = upperBound ?? Number.POSITIVE_INFINITY
  if (!(low < high)) return refused('the lower bound must be below the upper bound')
  let last = values.length - 1
  while (last >= 0 && values[last] === null) last--
  const missingAtEnd = values.length - 1 - last
  let first = Math.max(0, last + 1 - MOST_POINTS)
  const shortened = first > 0
  while (first < last && values[first] === null) first++
  const kept = new Float64Array(last - first + 1)
  let observed = 0
  for (let t = first; t <= last; t++) {
    const value = values[t] as number | null
    if (value === null) {
      kept[t - first] = Number.NaN
      continue
    }
    if (!Number.isFinite(value) || Math.abs(value) > 1e100) {
      return refused(`value ${t + 1} is not a number that can be forecast`)
    }
    if (value < low || value > high) {
      return refused(`value ${t + 1} (${value}) lies outside the bounds ${low} to ${high}`)
    }
    kept[t - first] = value
    observed++
  }
  if (observed < FEWEST_POINTS) {
    return refused(`only ${observed} usable values; a forecast needs at least ${FEWEST_POINTS}`)
  }
  if (missingAtEnd + horizon > LONGEST_HORIZON)
    return refused('too many periods have passed since the last value')
  const missing = kept.length - observed
  fillGaps(kept, frequency)
  const notes: string[] = []
  if (shortened) notes.push(`only the latest ${MOST_POINTS} points are used`)
  if (missing > 0) notes.push(`${missing} missing inside the series, estimated from the values around`)
  if (missingAtEnd > 0) notes.push(`the last ${missingAtEnd} have no value yet`)
  return { ok: true, values: kept, observed, missingAtEnd, notes }
}

function fillGaps(values: Float64Array, frequency: number): void {
  const known = values.slice()
  for (let t = 1; t < values.length - 1; t++) {
    if (!Number.isNaN(known[t] as number)) continue
    const before = known[t - frequency] ?? Number.NaN
    const after = known[t + frequency] ?? Number.NaN
    const seasonal = (before + after) / 2
    values[t] = frequency > 1 && !Number.isNaN(seasonal) ? seasonal : onLine(known, t)
  }
}

function onLine(known: Float64Array, t: number): number {
  let left = t - 1
  while (Number.isNaN(known[left] as number)) left--
  let right = t + 1
  while (Number.isNaN(known[right] as number)) right++
  const share = (t - left) / (right - left)
  return (known[left] as number) * (1 - share) + (known[right] as number) * share
}
