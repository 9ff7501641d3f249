/**
 * Half the least-squares slope of the points so far, at each origin.
 *
 * Method: the theta method's drift (Assimakopoulos & Nikolopoulos, 2000, International Journal of Forecasting 16,
 * 521–530; that it is exponential smoothing with half the regression slope: Hyndman & Billah, 2003, the same journal
 * 19, 287–290), shrunk by n ÷ (n + ½) while points are few. Units: those of the values, a period. Under three points: 0.
 */
export function regressionDrift(values: Float64Array): Float64Array {
  const drift = new Float64Array(values.length)
  let sum = 0
  let timesSum = 0
  for (let t = 0; t < values.length; t++) {
    const value = values[t] as number
    sum += value
    timesSum += t * value
    if (t < 2) continue
    const n = t + 1
    const slope = (timesSum - (t / 2) * sum) / ((n * (n * n - 1)) / 12)
    drift[t] = (slope / 2) * (n / (n + 0.5))
  }
  return drift
}
