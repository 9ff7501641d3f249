import { addDays, financialStartYear, financialYear, type Period } from '../period.ts'

export const cycleSteps = {
  'new-plan': 'New corporate plan agreed, with the first service plans',
  'service-plan': 'Annual service plans',
  transition: 'Transition plan, until the next corporate plan',
} as const

export type CycleStep = {
  readonly step: keyof typeof cycleSteps
  /** Which of the three rounds of annual plans; null for the others. */
  readonly round: 1 | 2 | 3 | null
  /** The financial year it is for; a new plan is agreed by the day before it. */
  readonly year: Period
  readonly due: string | null
}

/** The steps of the four years that begin with a plan's first financial year: new plan, three annual rounds, transition. */
export function fourYearCycle(planStart: string): CycleStep[] {
  const first = financialStartYear(planStart)
  const year = (index: number) => financialYear(first + index)
  const round = (number: 1 | 2 | 3): CycleStep => ({
    step: 'service-plan',
    round: number,
    year: year(number - 1),
    due: null,
  })
  return [
    { step: 'new-plan', round: null, year: year(0), due: addDays(year(0).start, -1) },
    round(1),
    round(2),
    round(3),
    { step: 'transition', round: null, year: year(3), due: null },
  ]
}

/** The step under way on a day; null before the first and after the last. */
export const stepOn = (steps: readonly CycleStep[], day: string): CycleStep | null =>
  steps.find(({ step, year }) => step !== 'new-plan' && year.start <= day && day < year.end) ?? null
