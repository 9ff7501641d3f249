/** 0.9 and 0.975 quantiles of the standard normal: the ends of an 80 % and a 95 % interval. */
export const Z80 = 1.2815515655446004
export const Z95 = 1.959963984540054

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

/**
 * The standard normal value with probability `p` below it.
 *
 * Method: halving the interval −39 … 39 on `normalProbability`; slow and sure, for the few levels a page asks for.
 * Units: none. Outside 0 … 1: NaN; 0 and 1 give −39 and 39, beyond any tail that a double can hold.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p > 0.5) return -normalQuantile(1 - p)
  let low = -39
  let high = 0
  for (let i = 0; i < 64; i++) {
    const middle = (low + high) / 2
    if (normalProbability(middle) < p) low = middle
    else high = middle
  }
  return high
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
