import type { Db } from '../../db/database.ts'
import type { HeldBudgets } from '../../domain/finance/revenue-checks.ts'
import { budgetsAfter } from '../../domain/finance/revenue-virement.ts'
import { monthText } from '../../domain/financial-year.ts'
import { type RevenueMonth, revenueLines } from './queries.ts'
import { virementsOf } from './virements.ts'

/** The budgets of the latest month held before this one in its year, with what virements have moved since; null where none is. */
export async function heldBudgets(
  db: Db,
  { financialYear, month }: RevenueMonth,
): Promise<HeldBudgets | null> {
  const { before } = await db
    .selectFrom('revenue_line')
    .select((of) => of.fn.max('month').as('before'))
    .where('financial_year', '=', financialYear)
    .where('month', '<', month)
    .executeTakeFirstOrThrow()
  if (before === null) return null
  const lines = await revenueLines(db, { financialYear, month: before })
  const since = (await virementsOf(db, financialYear)).filter(
    ({ inBudgetFrom }) => inBudgetFrom > before && inBudgetFrom <= month,
  )
  const moved = budgetsAfter(
    new Map(),
    since.map((each) => each.lines),
  )
  return {
    month: monthText(before),
    budgets: new Map(
      lines.map(({ service, budget }) => [service, { budget, moved: moved.get(service) ?? 0n }]),
    ),
  }
}
