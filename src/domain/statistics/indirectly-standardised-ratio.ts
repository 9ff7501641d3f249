import { byarInterval } from './byar-interval.ts'
import type { Interval, IntervalOptions } from './interval.ts'
import { type Refused, refused } from './refused.ts'

export interface ReferenceBand {
  readonly events: number | null
  readonly population: number
  readonly referenceEvents: number
  readonly referencePopulation: number
}

export interface StandardisedRatio extends Interval {
  readonly observed: number
  readonly expected: number
}

/**
 * Indirectly standardised ratio: events observed over those expected at the reference population's rate in each age band.
 *
 * Source: Breslow & Day, 1987, Statistical Methods in Cancer Research II, ch. 2. Limits: exact Poisson below ten observed
 * events, else Byar's. Units: events and people in, ratio × multiplier out (100 for an SMR). No deviation.
 */
export function indirectlyStandardisedRatio(
  bands: readonly ReferenceBand[],
  options: IntervalOptions = {},
): StandardisedRatio | Refused {
  let observed = 0
  let expected = 0
  for (const [i, { events, population, referenceEvents, referencePopulation }] of bands.entries()) {
    const fine = [events ?? 0, population, referenceEvents, referencePopulation].every(
      (n) => n >= 0 && Number.isFinite(n),
    )
    if (!fine || referencePopulation === 0)
      return refused(`band ${i + 1} has a count that is missing, negative or not finite`)
    observed += events ?? 0
    expected += (referenceEvents / referencePopulation) * population
  }
  if (expected === 0) return refused('no events are expected, so there is no ratio')
  const interval = byarInterval(observed, expected, options)
  return interval.ok ? { ...interval, observed, expected } : interval
}
