import type { Db } from '../db/database.ts'
import type { ControlTotal } from '../domain/finance/reconcile.ts'
import type { Pence } from '../domain/money.ts'

export type ControlTotalInput = {
  readonly line: string
  readonly quantity: string
  readonly title: string
  readonly printed: Pence
  readonly precision: Pence
  readonly source: string
}

export type HeldControlTotal = ControlTotal & { readonly line: string; readonly quantity: string }

/** The totals printed of a subject, by line and quantity. */
export async function controlTotals(db: Db, subject: string): Promise<HeldControlTotal[]> {
  const rows = await db
    .selectFrom('control_total')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('line')
    .orderBy('quantity')
    .execute()
  return rows.map((row) => ({
    line: row.line,
    quantity: row.quantity,
    title: row.title,
    printed: BigInt(row.amount_pence),
    precision: BigInt(row.precision_pence),
    source: row.source_ref,
  }))
}
