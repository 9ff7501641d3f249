import type { Db } from '../../db/database.ts'
import type { HeldBudget, HeldScheme } from '../../domain/finance/import/capital-against-held.ts'

/** Every scheme that is held, in its order, with where it was read. */
export async function heldSchemes(db: Db): Promise<(HeldScheme & { readonly source: string })[]> {
  const rows = await db
    .selectFrom('capital_scheme')
    .select(['code', 'title', 'service_code', 'source_ref'])
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map(({ service_code: service, source_ref: source, ...row }) => ({ ...row, service, source }))
}

/** The budgets of every programme that is held, scheme by scheme and year by year. */
export async function heldSchemeBudgets(db: Db): Promise<HeldBudget[]> {
  const rows = await db
    .selectFrom('capital_budget')
    .select(['programme', 'scheme_code', 'financial_year', 'amount_pence'])
    .orderBy('programme')
    .orderBy('scheme_code')
    .orderBy('financial_year')
    .execute()
  return rows.map((row) => ({
    programme: row.programme,
    scheme: row.scheme_code,
    year: row.financial_year,
    amount: BigInt(row.amount_pence),
  }))
}
