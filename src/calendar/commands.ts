import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Kept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { CalendarRule, KeptRule } from '../domain/calendar/calendar-rule.ts'
import { calendarRules } from './queries.ts'

/** Makes these the rules of the council's calendar, in this order; a rule that is not among them is taken out. */
export const recordCalendarRules = (db: Db, actor: Actor, rules: readonly CalendarRule[]): Promise<Kept> =>
  command(db, actor, 'calendar.keep', async (db) => {
    const held = await calendarRules(db)
    const before = new Map(held.map((rule, index) => [rule.code, { rule, position: index }]))
    const isHeld = (rule: CalendarRule, index: number) => {
      const { rule: old, position } = before.get(rule.code) ?? {}
      return old !== undefined && position === index && isDeepStrictEqual(bare(old), bare(rule))
    }
    const differing = rules.flatMap((rule, index) =>
      isHeld(rule, index) ? [] : [rowOf(actor, rule, index + 1)],
    )
    const codes = new Set(rules.map(({ code }) => code))
    const removed = held.filter(({ code }) => !codes.has(code))
    if (differing.length > 0) await db.insertInto('calendar_rule').values(differing).execute()
    if (removed.length > 0)
      await db
        .insertInto('calendar_rule_end')
        .values(
          removed.map(({ code, revision }) => ({
            authority_id: actor.authorityId,
            code,
            number: revision + 1,
            ended_by: actor.name,
          })),
        )
        .execute()
    const added = differing.filter(({ code }) => !before.has(code)).length
    const changed = differing.length - added
    const event =
      differing.length + removed.length === 0
        ? null
        : {
            action: 'calendar-rules.recorded',
            subject: 'calendar',
            details: { added, changed, removed: removed.map(({ code }) => code).sort() },
          }
    const unchanged = rules.length - differing.length
    return { result: { added, changed: changed + removed.length, unchanged }, event }
  })

/** A rule as its source has it, without what is only known of the row that holds it. */
const bare = ({ revision, changedAt, ...rule }: CalendarRule & Partial<KeptRule>): CalendarRule => rule

const rowOf = ({ authorityId, name }: Actor, rule: CalendarRule, position: number) => ({
  authority_id: authorityId,
  code: rule.code,
  // One more than it ever had, so that a rule that was taken out and comes again goes on counting.
  number: sql<number>`(
    select coalesce(max(o.number), 0) + 1 from calendar_rule o
    where o.authority_id = ${authorityId} and o.code = ${rule.code})`,
  position,
  kind: rule.kind,
  title: rule.title,
  detail: rule.detail,
  cadence: rule.cadence,
  often: rule.often,
  first_month: rule.firstMonth,
  last_month: rule.lastMonth,
  cycle_start: rule.cycleStart,
  covers: rule.covers,
  forum: rule.forum,
  roles: rule.roles.join(' '),
  source_ref: rule.source,
  note: rule.note,
  recorded_by: name,
})
