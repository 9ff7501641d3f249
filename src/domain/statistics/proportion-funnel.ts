/**
 * Control limits of a proportion around a benchmark, for a place with this denominator.
 *
 * Method: Wilson's score limits at the number of cases the benchmark would give there (Spiegelhalter, 2005, Statistics in
 * Medicine 24(8), 1185–1202; Fingertips, SPC for proportions). Units: proportions 0–1; `z` in standard deviations (1.96 for
 * 95 %, 3.0902 for 99.8 %). Any denominator above nought will do.
 */
export function proportionFunnel(
  benchmark: number,
  denominator: number,
  z: number,
): { lower: number; upper: number } {
  const expected = denominator * benchmark
  const z2 = z * z
  const middle = 2 * expected + z2
  const reach = z * Math.sqrt(z2 + 4 * expected * (1 - benchmark))
  const scale = 2 * (denominator + z2)
  return { lower: (middle - reach) / scale, upper: (middle + reach) / scale }
}
