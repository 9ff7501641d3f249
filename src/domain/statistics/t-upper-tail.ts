const TINY = 1e-300
const HALF_RATIO_FROM = 24

/**
 * Student's t for t > 0: the probability of exceeding it, and the density there.
 *
 * Method: the incomplete beta function I(degrees/2, ½) by its continued fraction (Abramowitz & Stegun, 1964, 26.5.8 and 26.7.1),
 * evaluated as by Lentz, 1976.
 */
export function tUpperTail(t: number, degrees: number): { tail: number; density: number } {
  const a = degrees / 2
  const square = t * t
  const x = degrees / (degrees + square)
  const y = square / (degrees + square)
  const logX = -Math.log1p(square / degrees)
  // 1 / B(a, ½), from the ratio of two gamma functions half a step apart.
  const inverseBeta = gammaHalfRatio(a) / Math.sqrt(Math.PI)
  const density = (inverseBeta / Math.sqrt(degrees)) * Math.exp((a + 0.5) * logX)
  const front = inverseBeta * Math.exp(a * logX) * Math.sqrt(y)
  const within =
    x < (a + 1) / (a + 2.5)
      ? (front * betaFraction(a, 0.5, x)) / a
      : 1 - (front * betaFraction(0.5, a, y)) / 0.5
  return { tail: within / 2, density }
}

/** Γ(x + ½) / Γ(x): its asymptotic series (Tricomi & Erdélyi, 1951) reached by recurrence from small x. */
function gammaHalfRatio(x: number): number {
  let factor = 1
  let shifted = x
  while (shifted < HALF_RATIO_FROM) {
    factor *= shifted / (shifted + 0.5)
    shifted += 1
  }
  const u = 1 / shifted
  const series =
    u * (-1 / 8 + u * u * (1 / 192 + u * u * (-1 / 640 + u * u * (17 / 14336 - (31 / 18432) * u * u))))
  return factor * Math.sqrt(shifted) * Math.exp(series)
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    const step = d * c
    value *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return value
}

function away(x: number): number {
  return Math.abs(x) < TINY ? TINY : x
}
