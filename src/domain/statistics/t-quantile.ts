import { normalQuantile } from './normal-quantile.ts'
import { tUpperTail } from './t-upper-tail.ts'

/** Above this many degrees of freedom the expansion in their reciprocal is exact to the last digits. */
const EXPANSION_FROM = 10_000

/**
 * Student's t quantile: the t below which a share `p` of the distribution with `degrees` of freedom lies.
 *
 * Method: closed forms for one and two degrees; else Newton's iteration on the logarithms of t and of the upper tail, from
 * the expansion of Abramowitz & Stegun, 1964, 26.7.5, to about 1 part in 10¹³. Units: a probability in, standard errors out.
 * Fewer than one degree of freedom, or `p` outside 0 to 1: NaN.
 */
export function tQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1) || !(degrees >= 1)) return Number.NaN
  if (p === 0.5) return 0
  if (p < 0.5) return -upperQuantile(p, degrees)
  return upperQuantile(1 - p, degrees)
}

function upperQuantile(tail: number, degrees: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY
  if (degrees === 1) return 1 / Math.tan(Math.PI * tail)
  if (degrees === 2) return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail))
  let t = expansion(-normalQuantile(tail), degrees)
  if (degrees > EXPANSION_FROM) return t
  for (let i = 0; i < 60; i++) {
    const { tail: here, density } = tUpperTail(t, degrees)
    const next =
      tail < 0.25 ? t * Math.exp((Math.log(here / tail) * here) / (t * density)) : t + (here - tail) / density
    const moved = Math.abs(next - t)
    t = next
    if (moved <= 1e-15 * Math.abs(t)) break
  }
  return t
}

function expansion(z: number, degrees: number): number {
  const z2 = z * z
  const first = (z * (z2 + 1)) / 4
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees
}
