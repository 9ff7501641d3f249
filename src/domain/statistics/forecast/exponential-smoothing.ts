/**
 * Fills `level` with the exponentially weighted mean of the points so far; `alpha` 1 is the last value itself.
 *
 * Method: simple exponential smoothing (Brown, 1956, Exponential Smoothing for Predicting Demand). It starts as the plain
 * mean until that gives the newest point less than `alpha`, so the first point does not weigh for ever.
 * Units: those of the values; `alpha` 0 to 1. One point: that point.
 */
export function exponentialSmoothing(values: Float64Array, alpha: number, level: Float64Array): void {
  let current = 0
  for (let t = 0; t < values.length; t++) {
    current += Math.max(alpha, 1 / (t + 1)) * ((values[t] as number) - current)
    level[t] = current
  }
}
