import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type DueDays, dueDaysProblem } from '../domain/cycle/due-days.ts'
import type { Period } from '../domain/period.ts'
import { periodSlug, periodText } from '../domain/period-text.ts'
import { requestsDue } from './requests-due.ts'

export type OpenCycleInput = { readonly quarter: Period; readonly due: DueDays }

/**
 * Opens the reporting cycle of a quarter: asks each measure's unit for what is due, and opens the quarter itself where
 * it was not. Throws Conflict when it was opened before, RangeError for days that are out of order.
 */
export const openCycle = (
  db: Db,
  actor: Actor,
  { quarter, due }: OpenCycleInput,
): Promise<{ slug: string; requests: number }> =>
  command(db, actor, 'cycle.open', async (db) => {
    const problem = dueDaysProblem(due, quarter)
    if (problem !== null) throw new RangeError(problem)
    const slug = periodSlug(quarter)
    const ours = { authority_id: actor.authorityId, quarter: slug }
    const illustrative = actor.illustrative === true
    await db
      .insertInto('reporting_quarter')
      .values({ ...ours, opened_by: actor.name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const opened = await db
      .insertInto('cycle')
      .values({
        ...ours,
        entry_due: due.entry,
        confirmation_due: due.confirmation,
        sign_off_due: due.signOff,
        assurance_due: due.assurance,
        opened_by: actor.name,
        illustrative,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('quarter')
      .executeTakeFirst()
    if (opened === undefined)
      throw new Conflict(
        `The cycle of ${periodText(quarter)} has been opened already. It is at /cycles/${slug}.`,
      )
    const requests = await requestsDue(db, actor, quarter)
    const rows = requests.map(({ measure, period, asks, unit }) => ({
      ...ours,
      measure_code: measure,
      period_start: period.start,
      period_end: period.end,
      asks,
      unit_kind: unit.kind,
      unit_code: unit.code,
      illustrative,
    }))
    if (rows.length > 0) await db.insertInto('cycle_request').values(rows).execute()
    const result = { slug, requests: rows.length }
    return {
      result,
      event: { action: 'cycle.opened', subject: `cycle/${slug}`, details: { ...due, requests: rows.length } },
    }
  })
