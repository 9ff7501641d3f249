import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { calendarEvents, type Window } from '../domain/calendar/calendar-events.ts'
import { type DatedItem, inOrder, nextOf } from '../domain/calendar/dated-item.ts'
import { recordedDates } from './own-items.ts'
import { calendarRules } from './queries.ts'

/**
 * How a later feature hands its dates to the calendar, which does not know it: what falls on or after `from` and before
 * `to`, or reaches into it. Asked in the reader's own transaction; it gives only what `actor` may see.
 */
export type DatedSource = (db: Db, actor: Actor, from: string, to: string) => Promise<readonly DatedItem[]>

/** Everything with a date in a window: what the rules give, and what other parts of the product hand over. */
export async function datedItems(
  db: Db,
  actor: Actor,
  { start, end }: Window,
  sources: readonly DatedSource[],
): Promise<DatedItem[]> {
  const all: DatedItem[] = calendarEvents(await calendarRules(db), { start, end })
  for (const source of [recordedDates, ...sources]) all.push(...(await source(db, actor, start, end)))
  return inOrder(all)
}

/** Every role that somebody holds: the one in use, and the others of their account. */
export const rolesOf = ({ role, grants = [] }: Actor): Actor['role'][] => [
  ...new Set([role, ...grants.map((grant) => grant.role)]),
]

/** The next dates of whoever asks, soonest first, for a page of theirs. */
export async function nextDates(
  db: Db,
  actor: Actor,
  { sources, today, count = 5 }: { sources: readonly DatedSource[]; today: string; count?: number },
): Promise<DatedItem[]> {
  const end = Temporal.PlainDate.from(today).add({ months: 13 }).toString()
  const items = await datedItems(db, actor, { start: today, end }, sources)
  return nextOf(items, { roles: rolesOf(actor), today, count })
}
