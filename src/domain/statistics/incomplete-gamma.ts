import { poissonDensity } from './poisson-density.ts'

const EPSILON = 1e-17
const TINY = 1e-300

export interface Tails {
  readonly lower: number
  readonly upper: number
}

/**
 * The regularised incomplete gamma functions P(shape, x) and Q(shape, x); Q(k + 1, mean) is the Poisson chance of k or fewer.
 *
 * Method: power series below the mean, Legendre's continued fraction above it (Abramowitz & Stegun, 1964, 6.5.29 and 6.5.31;
 * the fraction evaluated as by Lentz, 1976). The smaller tail is computed directly, so neither loses its accuracy.
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  const density = poissonDensity(shape, x)
  if (x < shape + 1) {
    const lower = Math.min(1, density * series(shape, x))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, density * shape * fraction(shape, x))
  return { lower: 1 - upper, upper }
}

function series(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * EPSILON; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return sum
}

function fraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let i = 1; i < 100_000; i++) {
    const a = -i * (i - shape)
    b += 2
    d = away(a * d + b)
    c = away(b + a / c)
    d = 1 / d
    const step = d * c
    value *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return value
}

function away(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
