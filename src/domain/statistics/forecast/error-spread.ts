import { type Combination, combinedForecast } from './combination.ts'
import { FIRST_ORIGIN } from './rolling-origin-loss.ts'
import {
  DRIFT_DOUBT,
  DRIFT_DOUBT_PER_GROWTH,
  ERROR_MEMORY,
  GROWTH_DOUBT,
  LEAST_GROWTH,
  MOST_GROWTH,
} from './tuning.ts'

export interface ErrorSpread {
  /** Variance of the error one step ahead. */
  readonly first: number
  /** Share of `first` that each further step adds. */
  readonly growth: number
  /** Share of `first` that the square of the further steps adds. */
  readonly drift: number
}

/**
 * How large the combination's errors are one step ahead, and how they grow with the steps.
 *
 * Method: squared rolling-origin errors pooled over origins and steps under the model
 * variance(h) = first × (1 + growth × (h − 1) + drift × (h − 1)²). Growth is what the errors show, shrunk towards alpha²,
 * which exponential smoothing has (Hyndman, Koehler, Ord & Snyder, 2008, Forecasting with Exponential Smoothing, table
 * 6.1); the drift term is doubt about a trend, less with more points. Units: squares of the values. Fewer than three
 * points: NaN.
 */
export function errorSpread(
  values: Float64Array,
  combined: Combination,
  horizon: number,
  leads: readonly Float64Array[],
): ErrorSpread {
  const size = values.length
  const { squares, weight } = pooledErrors(values, combined, horizon, leads)
  const expected = combined.alpha ** 2 + LEAST_GROWTH
  const firstSeen = (squares[0] as number) / (weight[0] as number)
  const belief = (GROWTH_DOUBT * horizon * horizon) / 3
  let product = belief * expected
  let lengths = belief
  for (let h = 1; h < horizon && (weight[h] as number) > 0 && firstSeen > 0; h++) {
    // Errors h steps ahead overlap: they are worth about one in h + 1.
    const worth = (weight[h] as number) / (h + 1)
    product += worth * h * ((squares[h] as number) / (weight[h] as number) / firstSeen - 1)
    lengths += worth * h * h
  }
  const growth = Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, product / lengths))
  let first = 0
  let worths = 0
  for (let h = 0; h < horizon && (weight[h] as number) > 0; h++) {
    first += (squares[h] as number) / (h + 1) / (1 + growth * h)
    worths += (weight[h] as number) / (h + 1)
  }
  return { first: first / worths, growth, drift: (DRIFT_DOUBT + DRIFT_DOUBT_PER_GROWTH * growth) / size }
}

function pooledErrors(
  values: Float64Array,
  combined: Combination,
  horizon: number,
  leads: readonly Float64Array[],
) {
  const size = values.length
  const squares = new Float64Array(horizon)
  const weight = new Float64Array(horizon)
  let memory = 1
  for (let t = size - 2; t >= FIRST_ORIGIN; t--) {
    memory *= ERROR_MEMORY
    const steps = Math.min(horizon, size - 1 - t)
    for (let h = 1; h <= steps; h++) {
      const error = (values[t + h] as number) - combinedForecast(combined, leads, t, h)
      squares[h - 1] = (squares[h - 1] as number) + memory * error * error
      weight[h - 1] = (weight[h - 1] as number) + memory
    }
  }
  return { squares, weight }
}
