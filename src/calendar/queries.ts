import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type Role, roles } from '../domain/access/roles.ts'
import type { CalendarKind } from '../domain/calendar/calendar-kind.ts'
import type { Cadence, Covering, KeptRule } from '../domain/calendar/calendar-rule.ts'

/** The rules of the council's calendar as they stand, in their order. */
export async function calendarRules(db: Db): Promise<KeptRule[]> {
  const rows = await db
    .selectFrom('calendar_rule as r')
    .leftJoin('calendar_rule_end as e', (join) =>
      join
        .onRef('e.authority_id', '=', 'r.authority_id')
        .onRef('e.code', '=', 'r.code')
        .onRef('e.number', '=', 'r.number'),
    )
    .selectAll('r')
    .where('e.number', 'is', null)
    .where(
      'r.number',
      '=',
      sql<number>`(select max(o.number) from calendar_rule o where o.authority_id = r.authority_id and o.code = r.code)`,
    )
    .orderBy('r.position')
    .orderBy('r.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind satisfies CalendarKind,
    title: row.title,
    detail: row.detail,
    cadence: row.cadence satisfies Cadence | null,
    often: row.often,
    firstMonth: row.first_month,
    lastMonth: row.last_month,
    cycleStart: row.cycle_start,
    covers: row.covers satisfies Covering | null,
    forum: row.forum,
    roles: rolesIn(row.roles),
    source: row.source_ref,
    note: row.note,
    revision: row.number - 1,
    changedAt: row.recorded_at,
  }))
}

const rolesIn = (codes: string): Role[] =>
  codes.split(' ').filter((code): code is Role => Object.hasOwn(roles, code))
