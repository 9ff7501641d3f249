import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { HighNeedsFact } from '../domain/high-needs/fact.ts'

/** Every figure that is held about high needs, as it was last recorded, in the order of the papers. */
export async function highNeedsFacts(db: Db, knownBy: KnownBy = null): Promise<HighNeedsFact[]> {
  const rows = await db
    .selectFrom('high_needs_fact')
    .distinctOn(['subject', 'quantity', 'area', 'period', 'basis', 'made_in'])
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('subject')
    .orderBy('quantity')
    .orderBy('area')
    .orderBy('period')
    .orderBy('basis')
    .orderBy('made_in')
    .orderBy('number', 'desc')
    .execute()
  return rows
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({
      subject: row.subject,
      quantity: row.quantity,
      area: row.area,
      period: row.period,
      basis: row.basis,
      madeIn: row.made_in,
      item: row.item,
      endsOn: row.ends_on,
      amount: row.amount_pence === null ? null : BigInt(row.amount_pence),
      value: row.value === null ? null : Number(row.value),
      unit: row.unit,
      source: row.source_ref,
      note: row.note,
      illustrative: row.illustrative,
    }))
}

export type SavedScenario = {
  readonly code: string
  readonly title: string
  readonly assumed: Readonly<Record<string, string>>
  readonly by: string
  readonly at: string
  readonly illustrative: boolean
}

/** The scenarios that were kept, the first kept first. */
export async function savedScenarios(db: Db, knownBy: KnownBy = null): Promise<SavedScenario[]> {
  const rows = await db
    .selectFrom('high_needs_scenario')
    .where(knownUntil('recorded_at', knownBy))
    .selectAll()
    .orderBy('recorded_at')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    assumed: row.assumed as Record<string, string>,
    by: row.recorded_by,
    at: row.recorded_at,
    illustrative: row.illustrative,
  }))
}
