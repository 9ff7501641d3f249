import { CONFIDENCE_95, zOf } from './confidence.ts'
import {
  emptyIntervals,
  type Interval,
  type IntervalOptions,
  type Intervals,
  optionsFault,
  ratioFault,
} from './interval.ts'
import { BYAR_FROM, byarLower, byarUpper, type CountLimits, exactPoissonLimits } from './poisson-limits.ts'
import { type Refused, refused } from './refused.ts'

/**
 * Confidence interval of a rate: events over a population or over time at risk.
 *
 * Method: Byar's approximation for ten events or more, exact Poisson limits below; sources at byarLimits and
 * exactPoissonLimits. Units: events and population in, rate × multiplier out. No deviation.
 */
export function byarInterval(
  events: number,
  denominator: number,
  options: IntervalOptions = {},
): Interval | Refused {
  const fault = optionsFault(options) ?? ratioFault(events, denominator)
  if (fault !== null) return refused(fault)
  const { value, lower, upper } = byarIntervals([events], [denominator], options)
  return {
    ok: true,
    value: value[0] as number,
    lower: Number.isNaN(lower[0]) ? null : (lower[0] as number),
    upper: upper[0] as number,
    method: events < BYAR_FROM ? 'exact-poisson' : 'byar',
  }
}

/** The same for many rows at once; a row that would be refused is NaN throughout. Pass `into` again to spare the memory. */
export function byarIntervals(
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  { confidence = CONFIDENCE_95, multiplier = 1 }: IntervalOptions = {},
  into: Intervals = emptyIntervals(numerators.length),
): Intervals {
  const rows = numerators.length
  const { value, lower, upper } = into
  const z = zOf(confidence)
  // Exact limits cost a hundred times Byar's, but small counts are few and repeat.
  const exact = new Map<number, CountLimits>()
  for (let i = 0; i < rows; i++) {
    const x = numerators[i] as number
    const n = denominators[i] as number
    if (!(x >= 0 && x < Number.POSITIVE_INFINITY && n > 0 && n < Number.POSITIVE_INFINITY)) {
      value[i] = lower[i] = upper[i] = Number.NaN
      continue
    }
    const scale = multiplier / n
    value[i] = x * scale
    if (x < BYAR_FROM) {
      const limits = exactLimits(x, confidence, exact)
      lower[i] = limits.lower * scale
      upper[i] = limits.upper * scale
    } else {
      lower[i] = byarLower(x, z) * scale
      upper[i] = byarUpper(x, z) * scale
    }
  }
  return into
}

function exactLimits(events: number, confidence: number, known: Map<number, CountLimits>): CountLimits {
  const found = known.get(events)
  if (found !== undefined) return found
  const limits = exactPoissonLimits(events, confidence)
  known.set(events, limits)
  return limits
}
