import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { publishedIn } from '../../domain/measures/published-in.ts'
import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import { authorityOf } from '../../organisation/authority.ts'
import { measureFor } from '../queries.ts'
import { figureRevisions, rebasesRecorded } from '../revisions.ts'
import { makeChange, type Outcome, wrong } from './change.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type MeasureRebase = {
  readonly measure: string
  /** The day from which the process is another one. */
  readonly at: string
  readonly reason: string
  readonly agreedBy: string | null
}

/** Judges a measure's own figures afresh from a day on, as its process changed then. */
export const rebaseMeasure = (db: Db, actor: Actor, input: MeasureRebase): Promise<Outcome> =>
  command(db, actor, 'measure.keep', async (db) => {
    const outcome = await rebaseMeasureIn(db, actor, input)
    const { measure, at, reason, agreedBy } = input
    const restated = outcome.ok ? outcome.effect.published.map(({ quarter }) => quarter) : []
    const details = { at, reason, agreedBy, restated }
    return {
      result: outcome,
      event: outcome.ok ? { action: 'measure.rebased', subject: `measure/${measure}`, details } : null,
    }
  })

export async function rebaseMeasureIn(db: Db, actor: Actor, input: MeasureRebase): Promise<Outcome> {
  await oneAtATime(db)
  const { code, series } = await measureFor(db, input.measure)
  const { areaCode } = await authorityOf(db, actor)
  const figures = series ? await figureRevisions(db, series.code, areaCode) : []
  if (!series || figures.length === 0) return wrong('at', 'There are no figures to judge afresh')
  const held = (await rebasesRecorded(db, series.code, areaCode)).find(({ at }) => at === input.at)
  if (held)
    throw new Conflict(
      `${held.recordedBy} had the figures judged afresh from ${dayText(held.at)} already: ${held.reason}. You entered: ${input.reason}.`,
    )
  const after = figures.filter(({ period }) => period.start >= input.at)
  const first = figures.at(-1)?.period.start ?? ''
  if (after.length === 0 || input.at <= first)
    return wrong('at', 'Choose a day with figures before it and after it')
  const earliest = figures.map(({ recordedAt }) => recordedAt).sort()[0] ?? ''
  return makeChange(db, actor, {
    measure: code,
    told: [
      {
        kind: 'rebase',
        period: null,
        was: 'Judged with the figures before',
        becomes: `Judged afresh from ${dayText(input.at)}`,
      },
    ],
    publishedIn: (locks) => publishedIn(earliest, addDays(input.at, 1), locks),
    reason: input.reason,
    agreedBy: input.agreedBy,
    apply: async () => {
      await db
        .insertInto('rebase')
        .values({
          authority_id: actor.authorityId,
          series_code: series.code,
          area_code: areaCode,
          at: input.at,
          reason: input.reason.trim(),
          recorded_by: actor.name,
          illustrative: actor.illustrative === true,
        })
        .execute()
    },
  })
}
