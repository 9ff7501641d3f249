import type { Aggregation } from './measure.ts'
import type { Observation } from './observation.ts'

export type Combined =
  | {
      readonly ok: true
      readonly value: number
      readonly numerator: number | null
      readonly denominator: number | null
    }
  | { readonly ok: false; readonly reason: string }

const refuse = (reason: string): Combined => ({ ok: false, reason })

/**
 * The value of a long period from the values of the short ones within it, in order of time. Refuses, with the reason,
 * rather than give a figure that would mislead: a missing part, or percentages without their denominators.
 */
export function combine(parts: readonly Observation[], aggregation: Aggregation): Combined {
  if (parts.length === 0) return refuse('there are no figures to combine')
  const missing = parts.filter((part) => part.value === null).length
  if (missing > 0) return refuse(`${missing} of ${parts.length} figures are missing`)
  const values = parts.map((part) => part.value ?? 0)
  switch (aggregation) {
    case 'sum':
      return plain(sum(values))
    case 'latest':
      return plain(values.at(-1) ?? 0)
    case 'mean':
      return plain(sum(values) / values.length)
    case 'ratio':
      return ratioOfSums(parts)
    case 'none':
      return refuse('figures of this measure are not added across periods')
    default:
      return aggregation satisfies never
  }
}

const plain = (value: number): Combined => ({ ok: true, value, numerator: null, denominator: null })
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

// Never a mean of percentages: the quarters of a year do not weigh the same.
function ratioOfSums(parts: readonly Observation[]): Combined {
  if (parts.some((part) => part.numerator === null || part.denominator === null))
    return refuse('a rate can be combined only where each part has its numerator and denominator')
  const numerator = sum(parts.map((part) => part.numerator ?? 0))
  const denominator = sum(parts.map((part) => part.denominator ?? 0))
  const [first] = parts
  const scale = ((first?.value ?? 0) * (first?.denominator ?? 0)) / (first?.numerator || Number.NaN)
  const multiplier =
    [1, 100, 1_000, 100_000].find((candidate) => Math.abs(scale / candidate - 1) < 0.05) ?? 100
  return { ok: true, value: (multiplier * numerator) / denominator, numerator, denominator }
}
