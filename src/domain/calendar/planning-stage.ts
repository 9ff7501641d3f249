import { addMonths, financialStartYear } from '../period.ts'

/** The stages of the framework's model for continuous improvement; revise is not one of its four named stages. */
export const planningStages = {
  analyse: 'Analyse',
  plan: 'Plan',
  do: 'Do',
  review: 'Review',
  revise: 'Revise',
} as const

export type PlanningStage = keyof typeof planningStages

export const stagesInOrder = Object.keys(planningStages) as PlanningStage[]

/**
 * The financial years, by the year they begin in, for which stages of a plan can be recorded: its own, the one before it
 * in which it is made, and up to the fourth, as a cycle runs four years though a plan may name fewer.
 */
export function yearsOfPlan({ start, end }: { start: string; end: string }): number[] {
  const first = financialStartYear(start)
  const last = Math.max(financialStartYear(addMonths(end, -1)), first + 3)
  return Array.from({ length: last - first + 2 }, (_, index) => first - 1 + index)
}
