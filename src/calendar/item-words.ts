import { roles } from '../domain/access/roles.ts'
import { type CalendarRule, cadences } from '../domain/calendar/calendar-rule.ts'
import type { DatedItem } from '../domain/calendar/dated-item.ts'
import type { Period } from '../domain/period.ts'
import { dayText, periodText } from '../domain/period-text.ts'

/** When it is, as exactly as its source says: 'April 2025', '2025/26 Q1', '31 March 2027', 'week of 7 April 2025'. */
export const whenWords = ({ when, cadence }: DatedItem): string =>
  cadence === 'weekly' ? `week of ${dayText(when.start)}` : periodText(when)

export const aboutWords = (about: Period | null): string | null => (about === null ? null : periodText(about))

export const roleWords = ({ roles: codes }: Pick<DatedItem, 'roles'>): string =>
  codes.map((role) => roles[role]).join(', ')

/** Where it goes or meets, and whose task it is. */
export const whoWords = (item: Pick<DatedItem, 'roles' | 'forum'>): string =>
  [item.forum, roleWords(item)].filter((words) => words).join(': ')

/** How often, in the source's words where they say more than the calendar can. */
export function oftenWords({ cadence, often, cycleStart }: CalendarRule): string {
  if (cadence === 'four-yearly' && cycleStart === null)
    return `${cadences[cadence]}; in which year a cycle began is not stated`
  if (often !== null) return often.charAt(0).toUpperCase() + often.slice(1)
  return cadence === null ? 'How often is not stated' : cadences[cadence]
}
