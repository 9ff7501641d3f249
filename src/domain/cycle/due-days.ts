import { addWorkingDays } from '../calendar/working-days.ts'
import type { Period } from '../period.ts'

/** By when each step of a cycle is to be done: ISO days. */
export type DueDays = {
  readonly entry: string
  readonly confirmation: string
  readonly signOff: string
  readonly assurance: string
}

/**
 * How many working days after the quarter's last day each step is due: those nearest the work first, each level above
 * with time to look before the next. The framework gives no dates, only that the report goes to Cabinet the month after.
 */
export const WORKING_DAYS_AFTER = { entry: 10, confirmation: 13, signOff: 16, assurance: 19 } as const

/** The days a cycle proposes; whoever opens it may set others. */
export function dueDays(quarter: Period): DueDays {
  const last = Temporal.PlainDate.from(quarter.end).subtract({ days: 1 }).toString()
  const after = (days: number) => addWorkingDays(last, days)
  return {
    entry: after(WORKING_DAYS_AFTER.entry),
    confirmation: after(WORKING_DAYS_AFTER.confirmation),
    signOff: after(WORKING_DAYS_AFTER.signOff),
    assurance: after(WORKING_DAYS_AFTER.assurance),
  }
}

/** What is wrong with days somebody has chosen; null when nothing is. */
export function dueDaysProblem(days: DueDays, quarter: Period): string | null {
  const { entry, confirmation, signOff, assurance } = days
  if (entry < quarter.end) return 'Figures cannot be due before the quarter has ended.'
  if (!(entry <= confirmation && confirmation <= signOff && signOff <= assurance))
    return 'Each step must be due on or after the one before it: entry, confirmation, sign-off, assurance.'
  return null
}
