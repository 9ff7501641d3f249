import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

export type ExemptKind = 'scheme' | 'estimate'

/** The codes of what is exempt from publication now: the last word on each counts. */
export async function exemptThings(db: Db, kind: ExemptKind): Promise<Set<string>> {
  const rows = await db
    .selectFrom('capital_exemption')
    .distinctOn('thing_code')
    .select(['thing_code', 'exempt'])
    .where('thing_kind', '=', kind)
    .orderBy('thing_code')
    .orderBy('number', 'desc')
    .execute()
  return new Set(rows.filter(({ exempt }) => exempt).map((row) => row.thing_code))
}

/** Whether this reader may be shown less than there is, because something of capital is exempt from publication. */
export async function isWithheld(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    sees: string | null
  }>`select current_setting('app.exempt', true) as sees`.execute(db)
  if (rows[0]?.sees === 'on') return false
  const all = await Promise.all([exemptThings(db, 'scheme'), exemptThings(db, 'estimate')])
  return all.some(({ size }) => size > 0)
}

export const withheldSentence =
  'What is exempt from publication is left out of these figures, and totals that would take it in are not shown.'
