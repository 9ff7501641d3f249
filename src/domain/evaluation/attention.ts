import type { Evaluation } from './evaluate.ts'

/** Why a forum should look at a measure, or what is going well. Higher weight comes first. */
export type Attention = {
  readonly kind: 'concern' | 'success'
  readonly weight: number
  readonly why: string
}

/** The foremost exception of a measure. A figure that is wanting is a concern. A proxy raises none: see evaluate. */
export function attention(evaluation: Evaluation, isProxy: boolean): Attention | null {
  const [foremost] = evaluation.exceptions
  if (isProxy || !foremost) return null
  const { kind, weight, why } = foremost
  return { kind: kind === 'data' ? 'concern' : kind, weight, why }
}
