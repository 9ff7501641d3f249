/**
 * Arithmetic mean of `values[from … to)`, missing values (NaN) left out.
 *
 * Method: two passes, the second adding the mean of the residuals (Chan, Golub & LeVeque, 1983, "Algorithms for
 * computing the sample variance", The American Statistician 37(3), 242–247, section 3).
 * Units: those of the values. No values: NaN.
 */
export function arithmeticMean(values: Float64Array, from = 0, to = values.length): number {
  let sum = 0
  let count = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) {
      sum += value
      count++
    }
  }
  if (count === 0) return Number.NaN
  const first = sum / count
  // Twelve 0.1s sum to 1.2000000000000002: one pass puts every point of a constant series on one side of its own mean.
  let residual = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) residual += value - first
  }
  return first + residual / count
}
