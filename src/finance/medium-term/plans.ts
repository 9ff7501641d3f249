import type { Db } from '../../db/database.ts'
import { byDriver, byScenario, type Driver, type Scenario } from '../../domain/finance/medium-term.ts'
import type { Rate } from '../../domain/finance/rate.ts'
import type { Assumptions } from './assumptions.ts'

export type KeptPlan = {
  readonly id: number
  readonly name: string
  readonly baseYear: string
  /** Where the assumptions come from. */
  readonly basis: string
  readonly by: string
  readonly illustrative: boolean
}

/** Assumptions that somebody kept under a name, latest first. */
export async function mediumTermPlans(db: Db): Promise<readonly KeptPlan[]> {
  const rows = await db.selectFrom('medium_term_plan').selectAll().orderBy('id', 'desc').execute()
  return rows.map(planOf)
}

/** One of them with its assumptions; null when there is none of that number. */
export async function mediumTermPlan(
  db: Db,
  id: number,
): Promise<(KeptPlan & { readonly assumptions: Assumptions }) | null> {
  const row = await db.selectFrom('medium_term_plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const held = await db.selectFrom('medium_term_rate').selectAll().where('plan_id', '=', id).execute()
  const rateOf = (scenario: Scenario, driver: Driver): Rate =>
    held.find((each) => each.scenario === scenario && each.driver === driver)?.rate_hundredths ?? 0
  return {
    ...planOf(row),
    assumptions: {
      years: row.years,
      pay: BigInt(row.pay_pence),
      continuing: BigInt(row.continuing_pence),
      fallingAway: BigInt(row.falling_away_pence),
      rates: byScenario((scenario) => byDriver((driver) => rateOf(scenario, driver))),
    },
  }
}

type PlanRow = {
  readonly id: number
  readonly name: string
  readonly base_year: string
  readonly basis: string
  readonly kept_by: string
  readonly illustrative: boolean
}

const planOf = (row: PlanRow): KeptPlan => ({
  id: row.id,
  name: row.name,
  baseYear: row.base_year,
  basis: row.basis,
  by: row.kept_by,
  illustrative: row.illustrative,
})
