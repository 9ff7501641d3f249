import type { Db } from '../../db/database.ts'
import { seesExempt } from '../../db/sees-exempt.ts'

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
  if (await seesExempt(db)) return false
  const all = await Promise.all([exemptThings(db, 'scheme'), exemptThings(db, 'estimate')])
  return all.some(({ size }) => size > 0)
}

export const withheldSentence =
  'What is exempt from publication is left out of these figures, and totals that would take it in are not shown.'

export type ExemptionWord = {
  readonly exempt: boolean
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly illustrative: boolean
}

/** What was said of whether a scheme is exempt, the first word first. Nothing for whoever may not see it. */
export async function exemptionWords(db: Db, scheme: string): Promise<ExemptionWord[]> {
  const rows = await db
    .selectFrom('capital_exemption as e')
    .innerJoin('capital_exemption_reason as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'e.authority_id')
        .onRef('r.thing_kind', '=', 'e.thing_kind')
        .onRef('r.thing_code', '=', 'e.thing_code')
        .onRef('r.number', '=', 'e.number'),
    )
    .select(['e.number', 'e.exempt', 'e.by_name', 'e.at', 'e.illustrative', 'r.reason'])
    .where('e.thing_kind', '=', 'scheme')
    .where('e.thing_code', '=', scheme)
    .orderBy('e.number')
    .execute()
  return rows.map(({ exempt, reason, by_name, at, illustrative }) => ({
    exempt,
    reason,
    by: by_name,
    at,
    illustrative,
  }))
}
