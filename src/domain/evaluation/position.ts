import type { Comparison } from './comparison.ts'
import type { Rag } from './rag.ts'

/** The one place a measure takes in a count of measures: against target where there is one, else among councils. */
export type Position =
  | 'exceeding'
  | 'green'
  | 'amber'
  | 'red'
  | 'best-quarter'
  | 'middle'
  | 'worst-quarter'
  | 'not-ranked'
  | 'no-figures'

/** `judged` is false for figures that are merely related to the measure: they can neither meet a target nor take a rank. */
export function positionOf(hasValue: boolean, status: Rag, among: Comparison, judged: boolean): Position {
  if (!hasValue) return 'no-figures'
  if (status.status !== 'grey') return status.status
  return judged && among.standing !== 'not-compared' ? among.standing : 'not-ranked'
}
