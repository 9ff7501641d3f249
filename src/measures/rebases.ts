import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Cut } from '../domain/evaluation/segments.ts'

/** The days from which an area's figures are judged afresh, each with its reason, by series. */
export async function rebasesOf(
  db: Db,
  series: readonly string[],
  area: string,
  knownBy: KnownBy,
): Promise<Map<string, Cut[]>> {
  const rows = await db
    .selectFrom('rebase')
    .select(['series_code', 'at', 'reason'])
    .where('area_code', '=', area)
    .where(sql<boolean>`series_code = any(${series}::text[])`)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('at')
    .execute()
  return Map.groupBy(rows, (row) => row.series_code)
}
