import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { VirementLine } from '../../domain/finance/revenue-virement.ts'
import { type Pence, sumPence } from '../../domain/money.ts'

export type Virement = {
  readonly financialYear: string
  readonly number: number
  readonly purpose: string
  /** Who approved it: a forum or a role. */
  readonly route: string
  /** A day, or a month where the source says no more. */
  readonly approvedWhen: string
  readonly inBudgetFrom: string
  readonly amount: Pence
  readonly lines: readonly (VirementLine & { readonly serviceName: string })[]
  readonly source: string
  readonly by: string
}

/** Every move of money between budgets of a year, as they were recorded. */
export async function virementsOf(
  db: Db,
  financialYear: string,
  knownBy: KnownBy = null,
): Promise<Virement[]> {
  const rows = await db
    .selectFrom('virement')
    .selectAll()
    .where('financial_year', '=', financialYear)
    .where(knownUntil('at', knownBy))
    .orderBy('number')
    .execute()
  const lines = Map.groupBy(
    await db
      .selectFrom('virement_line as l')
      .innerJoin('service as s', (join) =>
        join.onRef('s.authority_id', '=', 'l.authority_id').onRef('s.code', '=', 'l.service_code'),
      )
      .where('l.financial_year', '=', financialYear)
      .selectAll('l')
      .select('s.name')
      .orderBy('l.line')
      .execute(),
    (line) => line.virement_number,
  )
  return rows.map((row) => {
    const moved = (lines.get(row.number) ?? []).map((line) => ({
      service: line.service_code,
      serviceName: line.name,
      subjective: line.subjective,
      amount: BigInt(line.amount_pence),
    }))
    return {
      financialYear,
      number: row.number,
      purpose: row.purpose,
      route: row.route,
      approvedWhen: row.approved_when,
      inBudgetFrom: row.in_budget_from,
      amount: sumPence(moved.filter(({ amount }) => amount > 0n).map(({ amount }) => amount)),
      lines: moved,
      source: row.source_ref,
      by: row.by_name,
    }
  })
}
