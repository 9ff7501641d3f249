import type { Evaluation } from './evaluate.ts'

/** Why a forum should look at a measure, or what is going well. Higher weight comes first. */
export type Attention = {
  readonly kind: 'concern' | 'success'
  readonly weight: number
  readonly why: string
}

/**
 * The rules, in order of weight; a measure takes the first that fits. A proxy never raises attention: it is not the
 * measure itself. These first-cut rules see one year's change and one comparison; they do not yet tell noise from news.
 */
const rules: readonly (Attention & { readonly fits: (evaluation: Evaluation) => boolean })[] = [
  { kind: 'concern', weight: 90, why: 'misses its target', fits: (e) => e.position === 'red' },
  {
    kind: 'concern',
    weight: 80,
    why: 'among the worst, and getting worse',
    fits: (e) => worst(e) && e.overYear.direction === 'worse',
  },
  { kind: 'concern', weight: 70, why: 'among the worst', fits: (e) => worst(e) },
  { kind: 'concern', weight: 60, why: 'short of its target', fits: (e) => e.position === 'amber' },
  { kind: 'success', weight: 90, why: 'well ahead of its target', fits: (e) => e.position === 'exceeding' },
  {
    kind: 'success',
    weight: 80,
    why: 'among the best, and getting better',
    fits: (e) => best(e) && e.overYear.direction === 'better',
  },
  { kind: 'success', weight: 70, why: 'among the best', fits: (e) => best(e) },
]

const worst = (evaluation: Evaluation): boolean => evaluation.comparison.standing === 'worst-quarter'
const best = (evaluation: Evaluation): boolean => evaluation.comparison.standing === 'best-quarter'

export function attention(evaluation: Evaluation, isProxy: boolean): Attention | null {
  if (isProxy || !evaluation.latest) return null
  const rule = rules.find(({ fits }) => fits(evaluation))
  return rule ? { kind: rule.kind, weight: rule.weight, why: rule.why } : null
}
