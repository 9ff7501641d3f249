import { sql } from 'kysely'
import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Cut } from '../domain/evaluation/segments.ts'

/** The days from which an area's figures are judged afresh, each with its reason, by series. */
export async function rebasesOf(
  db: Db,
  series: readonly string[],
  area: string,
  knownBy: string | null,
): Promise<Map<string, Cut[]>> {
  const rows = await db
    .selectFrom('rebase')
    .select(['series_code', 'at', 'reason'])
    .where('area_code', '=', area)
    .where(sql<boolean>`series_code = any(${series}::text[])`)
    .$if(knownBy !== null, (query) => query.where(sql<boolean>`recorded_at < ${knownBy}::date + 1`))
    .orderBy('at')
    .execute()
  return Map.groupBy(rows, (row) => row.series_code)
}

export type RebaseInput = {
  readonly series: string
  readonly area: string
  /** The day from which the process is another one. */
  readonly at: string
  /** What changed in it: kept and shown with the chart. */
  readonly reason: string
}

/** Records that a process changed, so that its figures are judged afresh from then on. */
export const recordRebase = (
  db: Db,
  actor: Actor,
  { series, area, at, reason }: RebaseInput,
): Promise<void> =>
  command(db, actor, 'measure.keep', async (db) => {
    await db
      .insertInto('rebase')
      .values({
        authority_id: actor.authorityId,
        series_code: series,
        area_code: area,
        at,
        reason,
        recorded_by: actor.name,
      })
      .execute()
    return {
      result: undefined,
      event: { action: 'series.rebased', subject: `series/${series}`, details: { area, at, reason } },
    }
  })
