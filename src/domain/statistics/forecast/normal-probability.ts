/**
 * Probability that a standard normal value is at most `z`.
 *
 * Method: the complementary error function by the continued fraction beyond 3 and the power series within it
 * (Abramowitz & Stegun, 1964, Handbook of Mathematical Functions, 7.1.6 and 7.1.14). Absolute error below 1e-12.
 * Units: none. NaN gives NaN.
 */
export function normalProbability(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  if (z > 38) return 1
  if (z < -38) return 0
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const size = Math.abs(z)
  const tail = size < 3 ? 0.5 - density * series(size) : density / continuedFraction(size)
  return z < 0 ? tail : 1 - tail
}

function series(z: number): number {
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > 1e-17 * sum; k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return sum
}

function continuedFraction(z: number): number {
  let value = z
  for (let k = 60; k >= 1; k--) value = z + k / value
  return value
}
