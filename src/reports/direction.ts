import type { Evaluation } from '../domain/evaluation/evaluate.ts'

/** One word for a group, with the counts it comes from. Twice as many one way as the other makes it 'mostly'. */
export function directionOf(evaluations: readonly Evaluation[]): { word: string; counts: string } {
  const better = evaluations.filter(({ overYear }) => overYear.direction === 'better').length
  const worse = evaluations.filter(({ overYear }) => overYear.direction === 'worse').length
  const counts = `${better} better, ${worse} worse`
  if (better + worse === 0) return { word: 'Not known', counts: 'none can be compared over a year' }
  if (better >= 2 * worse) return { word: 'Mostly better', counts }
  if (worse >= 2 * better) return { word: 'Mostly worse', counts }
  return { word: 'Mixed', counts }
}
