import { incompleteGamma } from './incomplete-gamma.ts'
import { normalQuantile } from './normal-quantile.ts'
import { poissonDensity } from './poisson-density.ts'

/**
 * The quantile of a gamma distribution of the given shape and scale 1; half a chi-square quantile with 2 × shape degrees
 * of freedom.
 *
 * Method: Wilson & Hilferty's cube (1931, PNAS 17(12), 684–688) to begin, then Halley's iteration on the smaller tail of the
 * incomplete gamma function, to about 1 part in 10¹⁴. Units: a probability in, the units of the mean out.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1) || !(shape > 0)) return Number.NaN
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  let x = firstGuess(p, shape)
  for (let i = 0; i < 100; i++) {
    const { lower, upper } = incompleteGamma(shape, x)
    const excess = p < 0.5 ? lower - p : 1 - p - upper
    const density = (poissonDensity(shape, x) * shape) / x
    const newton = excess / density
    const halley = newton / (1 - 0.5 * Math.min(1, newton * ((shape - 1) / x - 1)))
    const next = x - halley > 0 ? x - halley : x / 2
    const moved = Math.abs(next - x)
    x = next
    if (moved <= 4e-16 * x) break
  }
  return x
}

/** The chi-square quantile with `degrees` of freedom. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2)
}

function firstGuess(p: number, shape: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape))
  const guess = shape * cube ** 3
  // Far into the lower tail the cube is negative, and there P(shape, x) is close to x^shape / Γ(shape + 1).
  if (cube > 0.2) return guess
  const factorial = 1 / (poissonDensity(shape, shape) * Math.exp(shape) * shape ** -shape)
  return (p * factorial) ** (1 / shape)
}
