import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { Adjustment } from '../../domain/finance/capital-changes.ts'

/** What changes since the meeting did to the programme, in the order in which they were recorded. */
export async function adjustmentsSince(
  db: Db,
  programme: string,
  knownBy: KnownBy = null,
): Promise<Adjustment[]> {
  const rows = await db
    .selectFrom('capital_adjustment')
    .select(['scheme_code', 'financial_year', 'amount_pence'])
    .where('programme', '=', programme)
    // What only shows the product is listed, and never part of a total.
    .where('illustrative', '=', false)
    .where(knownUntil('at', knownBy))
    .orderBy('change_number')
    .orderBy('financial_year')
    .orderBy('scheme_code')
    .execute()
  return rows.map((row) => ({
    scheme: row.scheme_code,
    year: row.financial_year,
    amount: BigInt(row.amount_pence),
  }))
}
