import { addWorkingDays } from '../calendar/working-days.ts'

/** How many working days before and after the due day somebody is reminded. */
export const reminderDays = { before: 5, soonAfter: 1, longAfter: 5 } as const

export type ReminderStage = 'soon' | 'today' | 'late' | 'long-late'

/**
 * Which reminder a day calls for; null when none. Each lasts until the next begins, so that one that was missed, because the
 * service stood still that day, comes a day later and not never. The last one ends: nobody is reminded of old things anew.
 */
export function reminderStage(today: string, due: string): ReminderStage | null {
  // Due on a Sunday is due on Monday: nobody is told that they are late for a day off.
  const dueDay = addWorkingDays(due, 0)
  const after = (days: number) => addWorkingDays(dueDay, days)
  if (today < after(-reminderDays.before)) return null
  if (today < dueDay) return 'soon'
  if (today === dueDay) return 'today'
  if (today < after(reminderDays.soonAfter)) return null
  if (today < after(reminderDays.longAfter)) return 'late'
  return today < after(2 * reminderDays.longAfter) ? 'long-late' : null
}

/** Late for so long that whoever manages the work is told. */
export const isLongLate = (today: string, due: string): boolean =>
  today >= addWorkingDays(addWorkingDays(due, 0), reminderDays.longAfter)
