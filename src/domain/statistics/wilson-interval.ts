import { CONFIDENCE_95, zOf } from './confidence.ts'
import {
  emptyIntervals,
  type Interval,
  type IntervalOptions,
  type Intervals,
  optionsFault,
  ratioFault,
} from './interval.ts'
import { type Refused, refused } from './refused.ts'

/**
 * Confidence interval of a proportion.
 *
 * Method: Wilson's score interval without continuity correction (Wilson, 1927, JASA 22(158), 209–212; Newcombe & Altman, 2000,
 * in Statistics with Confidence, 2nd ed., p. 46). Units: counts in, proportion × multiplier out. Any number of cases will do:
 * none gives a lower limit of 0, all an upper limit of 1, exactly. A numerator over its denominator is refused.
 */
export function wilsonInterval(
  numerator: number,
  denominator: number,
  options: IntervalOptions = {},
): Interval | Refused {
  const fault = optionsFault(options) ?? ratioFault(numerator, denominator)
  if (fault !== null) return refused(fault)
  if (numerator > denominator)
    return refused(`the numerator ${numerator} is over its denominator ${denominator}`)
  const { value, lower, upper } = wilsonIntervals([numerator], [denominator], options)
  return {
    ok: true,
    value: value[0] as number,
    lower: lower[0] as number,
    upper: upper[0] as number,
    method: 'wilson',
  }
}

/** The same for many rows at once; a row that would be refused is NaN throughout. Pass `into` again to spare the memory. */
export function wilsonIntervals(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  { confidence = CONFIDENCE_95, multiplier = 1 }: IntervalOptions = {},
  into: Intervals = emptyIntervals(numerators.length),
): Intervals {
  const rows = numerators.length
  const { value, lower, upper } = into
  const z = zOf(confidence)
  const z2 = z * z
  for (let i = 0; i < rows; i++) {
    const x = numerators[i] as number
    const n = denominators[i] as number
    if (!(x >= 0 && x <= n && n > 0 && n < Number.POSITIVE_INFINITY)) {
      value[i] = lower[i] = upper[i] = Number.NaN
      continue
    }
    const share = x / n
    const middle = 2 * x + z2
    const reach = z * Math.sqrt(z2 + 4 * x * (1 - share))
    const scale = multiplier / (2 * (n + z2))
    value[i] = share * multiplier
    lower[i] = x === 0 ? 0 : (middle - reach) * scale
    upper[i] = x === n ? multiplier : (middle + reach) * scale
  }
  return into
}
