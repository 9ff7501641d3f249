const HALF_LOG_TWO_PI = 0.9189385332046728

/** Coefficients of the Stirling series in 1/n, 1/n³, …: Abramowitz & Stegun, 1964, 6.1.41. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360]
const STIRLING_FROM = 16

/**
 * meanᵏ e⁻ᵐᵉᵃⁿ / Γ(k + 1) for any real k ≥ 0: the Poisson probability where k is whole.
 *
 * Method: saddle-point form of Loader, 2000, "Fast and accurate computation of binomial probabilities", which keeps its
 * relative accuracy where the powers and the factorial would overflow or cancel.
 */
export function poissonDensity(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0
  if (k === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(k) - deviance(k, mean) - HALF_LOG_TWO_PI - 0.5 * Math.log(k))
}

/** ln k! less its leading Stirling approximation. */
function stirlingError(k: number): number {
  let shifted = k
  let error = 0
  while (shifted < STIRLING_FROM) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
    shifted += 1
  }
  const square = shifted * shifted
  let series = 0
  for (let i = STIRLING.length - 1; i >= 0; i--) series = series / square + (STIRLING[i] as number)
  return error + series / shifted
}

/** k ln(k/mean) + mean − k, without cancellation where the two are close. */
function deviance(k: number, mean: number): number {
  const difference = k - mean
  if (Math.abs(difference) >= 0.1 * (k + mean)) return k * Math.log(k / mean) + mean - k
  const v = difference / (k + mean)
  let sum = difference * v
  let term = 2 * k * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
}
