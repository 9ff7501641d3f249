import { CONFIDENCE_95, zOf } from './confidence.ts'
import { type IntervalOptions, optionsFault } from './interval.ts'
import { byarLimits } from './poisson-limits.ts'
import { type Refused, refused } from './refused.ts'

/** Fewer events than this and the rate is not given: too few for Dobson's method (Fingertips technical guidance; PHEindicatormethods 2.1.0). */
export const FEWEST_EVENTS = 10

export interface Band {
  /** Null where no events were recorded, which counts as none. */
  readonly events: number | null
  readonly population: number
  readonly standard: number
}

export interface StandardisedRate {
  readonly ok: true
  readonly events: number
  readonly population: number
  /** Null, with both limits, below ten events. */
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Directly standardised rate: the rate a standard population would have at this area's rate in each age band.
 *
 * Method: Dobson, Kuulasmaa, Eberle & Scherer, 1991, Statistics in Medicine 10(3), 457–462, scaling Byar's limits of the total
 * events by the standard error of the weighted sum. Units: events and people in, rate × multiplier out.
 * Fewer than ten events in all: no rate. Events are taken to be independent. No deviation.
 */
export function directlyStandardisedRate(
  bands: readonly Band[],
  options: IntervalOptions = {},
): StandardisedRate | Refused {
  const fault = optionsFault(options) ?? bandsFault(bands)
  if (fault !== null) return refused(fault)
  const { confidence = CONFIDENCE_95, multiplier = 1 } = options
  let events = 0
  let population = 0
  let weights = 0
  let weighted = 0
  let variance = 0
  for (const band of bands) {
    const count = band.events ?? 0
    const weight = band.standard / band.population
    events += count
    population += band.population
    weights += band.standard
    weighted += count * weight
    variance += count * weight * weight
  }
  if (events < FEWEST_EVENTS) return { ok: true, events, population, value: null, lower: null, upper: null }
  const value = weighted / weights
  const perEvent = Math.sqrt(variance / (weights * weights) / events)
  const limits = byarLimits(events, zOf(confidence))
  const limit = (count: number) => (value + perEvent * (count - events)) * multiplier
  return {
    ok: true,
    events,
    population,
    value: value * multiplier,
    lower: Number.isNaN(limits.lower) ? null : limit(limits.lower),
    upper: limit(limits.upper),
  }
}

function bandsFault(bands: readonly Band[]): string | null {
  if (bands.length === 0) return 'there are no age bands'
  for (const [i, { events, population, standard }] of bands.entries()) {
    if (events !== null && !(events >= 0 && Number.isFinite(events)))
      return `band ${i + 1} has ${events} events`
    if (!(population > 0 && Number.isFinite(population)))
      return `band ${i + 1} has a population of ${population}`
    if (!(standard >= 0 && Number.isFinite(standard)))
      return `band ${i + 1} has a standard population of ${standard}`
  }
  return bands.some((band) => band.standard > 0) ? null : 'the standard population is empty'
}
