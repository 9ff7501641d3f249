import { gammaQuantile } from './gamma-quantile.ts'

/** Fewer events than this take the exact limits: Fingertips technical guidance; PHEindicatormethods 2.1.0. */
export const BYAR_FROM = 10

export interface CountLimits {
  readonly lower: number
  readonly upper: number
}

/**
 * Byar's approximate limits of a Poisson count.
 *
 * Source: Breslow & Day, 1987, Statistical Methods in Cancer Research II, p. 69. Units: events. `z` is the two-sided normal
 * deviate. A lower limit below nought (few events at an extreme level) is no limit: NaN.
 */
export function byarLimits(events: number, z: number): CountLimits {
  return { lower: byarLower(events, z), upper: byarUpper(events, z) }
}

export function byarLower(events: number, z: number): number {
  const root = 1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))
  return root < 0 ? Number.NaN : events * root * root * root
}

export function byarUpper(events: number, z: number): number {
  const next = events + 1
  const root = 1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))
  return next * root * root * root
}

/**
 * Exact limits of a Poisson count, from the gamma (half chi-square) distribution.
 *
 * Source: Garwood, 1936, Biometrika 28(3/4), 437–442. Units: events. No events: the lower limit is 0.
 */
export function exactPoissonLimits(events: number, confidence: number): CountLimits {
  const tail = (1 - confidence) / 2
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile((1 + confidence) / 2, events + 1),
  }
}
