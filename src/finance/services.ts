import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'

export type BudgetService = { readonly code: string; readonly name: string }

/** Every line a budget may stand under: services, council-wide budgets, levies and grants, in the council's order. */
export const budgetServices = (db: Db): Promise<BudgetService[]> =>
  db.selectFrom('service').select(['code', 'name']).orderBy('position').execute()

/** Refuses what is no service of the council, with the remedy. */
export async function refuseUnknownServices(db: Db, codes: readonly string[]): Promise<void> {
  const known = new Set((await budgetServices(db)).map(({ code }) => code))
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined)
    throw new NotFound(`There is no service '${unknown}'. Choose one of the list, or add the service first.`)
}
