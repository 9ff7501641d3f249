import { incompleteGamma } from './incomplete-gamma.ts'
import { poissonDensity } from './poisson-density.ts'

/**
 * Control limits of a rate around a benchmark, for a place where the benchmark would give `expected` events.
 *
 * Method: quantiles of the Poisson distribution, interpolated between whole counts so that the funnel is smooth (Spiegelhalter,
 * 2005, Statistics in Medicine 24(8), 1185–1202, appendix A.1.1). Units: events; divide by the denominator for a rate.
 * No events expected: both limits are 0.
 */
export function rateFunnel(expected: number, confidence: number): { lower: number; upper: number } {
  if (expected === 0) return { lower: 0, upper: 0 }
  const tail = (1 - confidence) / 2
  return { lower: countAt(tail, expected), upper: countAt(1 - tail, expected) }
}

/** The count whose cumulative probability is `p`, between the whole ones either side; never below nought. */
function countAt(p: number, expected: number): number {
  const reaches = (count: number) => incompleteGamma(count + 1, expected).upper >= p
  let low = -1
  let high = 1
  while (!reaches(high)) high *= 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reaches(middle)) high = middle
    else low = middle
  }
  const above = incompleteGamma(high + 1, expected).upper - p
  return Math.max(0, high - above / poissonDensity(high, expected))
}
