import { arithmeticMean } from './arithmetic-mean.ts'
import { CONFIDENCE_95, confidenceFault } from './confidence.ts'
import type { Interval } from './interval.ts'
import { type Refused, refused } from './refused.ts'
import { tQuantile } from './t-quantile.ts'

export interface MeanInterval extends Interval {
  readonly sum: number
  readonly count: number
  /** Sample standard deviation; null for a single value. */
  readonly deviation: number | null
}

/**
 * Confidence interval of a mean: mean ± t × s / √n with n − 1 degrees of freedom.
 *
 * Source: Student, 1908, Biometrika 6(1), 1–25; Altman & Gardner, 2000, in Statistics with Confidence, 2nd ed., p. 28.
 * Units: those of the values. One value: no limits. No value, or one that is not a finite number: refused.
 */
export function meanInterval(values: readonly number[], confidence = CONFIDENCE_95): MeanInterval | Refused {
  const fault = confidenceFault(confidence)
  if (fault !== null) return refused(fault)
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) return refused(`value ${wrong + 1} is ${values[wrong]}; give finite numbers`)
  const count = values.length
  if (count === 0) return refused('there are no values')
  const value = arithmeticMean(Float64Array.from(values))
  const known = { ok: true, value, sum: value * count, count, method: 'student-t' } as const
  if (count === 1) return { ...known, deviation: null, lower: null, upper: null }
  const squares = values.reduce((total, each) => total + (each - value) ** 2, 0)
  const deviation = Math.sqrt(squares / (count - 1))
  const reach = (tQuantile((1 + confidence) / 2, count - 1) * deviation) / Math.sqrt(count)
  return { ...known, deviation, lower: value - reach, upper: value + reach }
}
