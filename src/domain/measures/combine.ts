import type { Aggregation } from './measure.ts'
import type { Observation, ObservationStatus } from './observation.ts'

export type Combined =
  | {
      readonly ok: true
      readonly value: number
      readonly numerator: number | null
      readonly denominator: number | null
      /** As firm as the least firm part. */
      readonly status: ObservationStatus
    }
  | { readonly ok: false; readonly reason: string }

export const refuse = (reason: string): Combined & { ok: false } => ({ ok: false, reason })

/**
 * One value from several, in order of time. It trusts that the parts belong together; `combinePeriods` and `combinePlaces`
 * see to that first. Refuses, with the reason, rather than give a figure that would mislead: a missing or doubtful part, or
 * percentages without their denominators. `multiplier` is what a ratio is expressed per: 100 for a percentage.
 */
export function combine(
  parts: readonly Observation[],
  aggregation: Aggregation,
  multiplier: number | null = 100,
): Combined {
  if (parts.length === 0) return refuse('there are no figures to combine')
  const missing = parts.filter((part) => part.value === null).length
  if (missing > 0) return refuse(`${missing} of ${parts.length} figures are missing`)
  const doubtful = parts.filter((part) => part.doubt !== null).length
  if (doubtful > 0) return refuse(`${doubtful} of ${parts.length} figures are in doubt`)
  const values = parts.map((part) => part.value ?? 0)
  const status = leastFirm(parts)
  const plain = (value: number): Combined => ({ ok: true, value, numerator: null, denominator: null, status })
  switch (aggregation) {
    case 'sum':
      return plain(sum(values))
    case 'latest':
      return plain(values.at(-1) ?? 0)
    case 'mean':
      return plain(sum(values) / values.length)
    case 'ratio':
      return ratioOfSums(parts, multiplier, status)
    case 'none':
      return refuse('figures of this measure are not added across periods')
    default:
      return aggregation satisfies never
  }
}

/** Never a mean of percentages: the quarters of a year do not weigh the same. */
function ratioOfSums(
  parts: readonly Observation[],
  multiplier: number | null,
  status: ObservationStatus,
): Combined {
  if (multiplier === null) return refuse('a rate is expressed per something, and this unit is not')
  if (parts.some((part) => part.numerator === null || part.denominator === null))
    return refuse('a rate can be combined only where each part has its numerator and denominator')
  if (parts.some((part) => (part.denominator ?? 0) <= 0)) return refuse('a denominator is nought or less')
  const foreign = parts.find((part) => !agrees(part, multiplier))
  if (foreign)
    return refuse(
      `${foreign.value} is not ${multiplier} × ${foreign.numerator} ÷ ${foreign.denominator}: these are not its numerator and denominator`,
    )
  const numerator = sum(parts.map((part) => part.numerator ?? 0))
  const denominator = sum(parts.map((part) => part.denominator ?? 0))
  return { ok: true, value: (multiplier * numerator) / denominator, numerator, denominator, status }
}

/** Publishers round the value, and often the counts behind it; beyond this it is another figure's numerator. */
const ROUNDING = { relative: 0.05, absolute: 0.5 }

function agrees({ value, numerator, denominator }: Observation, multiplier: number): boolean {
  const computed = (multiplier * (numerator ?? 0)) / (denominator ?? 1)
  const apart = Math.abs(computed - (value ?? 0))
  return apart <= ROUNDING.absolute || apart <= ROUNDING.relative * Math.abs(computed)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const firmness: readonly ObservationStatus[] = ['suppressed', 'estimated', 'provisional', 'final']

const leastFirm = (parts: readonly Observation[]): ObservationStatus =>
  firmness.find((status) => parts.some((part) => part.status === status)) ?? 'final'
