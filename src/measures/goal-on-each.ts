import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import type { Aggregation } from '../domain/measures/measure.ts'
import { contains, samePeriod } from '../domain/period.ts'

/**
 * The target as a line that every figure can be read against; null where it is for a longer period than one figure and
 * figures add up: the target of a year is no line across its quarters.
 */
export function goalOnEach(
  { latest, target, outlook }: Pick<Evaluation, 'latest' | 'target' | 'outlook'>,
  aggregation: Aggregation,
): number | null {
  const goal = target ?? outlook.end?.target ?? null
  if (goal === null || latest === null) return null
  const isPart = contains(goal.period, latest.period) && !samePeriod(goal.period, latest.period)
  return aggregation === 'sum' && isPart ? null : goal.value
}
