import type { Db } from '../../db/database.ts'
import type { Pence } from '../../domain/money.ts'

export type TypicalSpend = {
  readonly financialYear: string
  readonly title: string
  readonly amount: Pence
  readonly source: string
}

/** What the latest typical year was spent on, most first; empty where no paper gives one. */
export async function typicalSpend(db: Db): Promise<TypicalSpend[]> {
  const rows = await db
    .selectFrom('typical_spend')
    .selectAll()
    .where('financial_year', '=', (of) =>
      of.selectFrom('typical_spend').select((inner) => inner.fn.max('financial_year').as('latest')),
    )
    .orderBy('amount_pence', 'desc')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    financialYear: row.financial_year,
    title: row.title,
    amount: BigInt(row.amount_pence),
    source: row.source_ref,
  }))
}
