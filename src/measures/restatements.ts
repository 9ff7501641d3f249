import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Position } from '../domain/evaluation/position.ts'
import type { RestatementKind } from '../domain/measures/restatement.ts'
import { granularityOf, type Period } from '../domain/period.ts'

/** Something that was changed after it had been published, and what the measure read before and after. */
export type Restatement = {
  readonly number: number
  readonly at: string
  readonly byName: string
  readonly byRole: string
  readonly kind: RestatementKind
  readonly measure: string
  readonly title: string
  readonly period: Period | null
  readonly was: string
  readonly becomes: string
  readonly reason: string
  readonly agreedBy: string | null
  /** The quarters that had shown it: '2024-25-q1'. */
  readonly publishedIn: readonly string[]
  readonly before: { readonly position: Position; readonly says: string }
  readonly after: { readonly position: Position; readonly says: string }
  readonly illustrative: boolean
}

export type RestatementsAsked = {
  readonly measure?: string
  /** Only what was restated after this instant. */
  readonly after?: string | null
  readonly knownBy?: KnownBy
}

/** The restatement ledger, latest first. */
export async function restatementsOf(db: Db, asked: RestatementsAsked = {}): Promise<Restatement[]> {
  const { measure, after = null, knownBy = null } = asked
  const rows = await db
    .selectFrom('restatement as r')
    .innerJoin('measure as m', (join) =>
      join.onRef('m.authority_id', '=', 'r.authority_id').onRef('m.code', '=', 'r.measure_code'),
    )
    .selectAll('r')
    .select('m.title')
    .where(knownUntil('r.at', knownBy))
    .$if(measure !== undefined, (query) => query.where('r.measure_code', '=', measure ?? ''))
    .$if(after !== null, (query) => query.where('r.at', '>', after ?? ''))
    .orderBy('r.number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    byName: row.by_name,
    byRole: row.by_role,
    kind: row.kind,
    measure: row.measure_code,
    title: row.title,
    period:
      row.period_start === null || row.period_end === null
        ? null
        : {
            start: row.period_start,
            end: row.period_end,
            granularity: granularityOf(row.period_start, row.period_end),
          },
    was: row.was,
    becomes: row.becomes,
    reason: row.reason,
    agreedBy: row.agreed_by,
    publishedIn: row.published_in.split(','),
    before: { position: row.position_before as Position, says: row.says_before },
    after: { position: row.position_after as Position, says: row.says_after },
    illustrative: row.illustrative,
  }))
}
