import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { driverNames, scenarioNames } from '../../domain/finance/medium-term.ts'
import { poundsMillionText } from '../../domain/money.ts'
import type { Assumptions } from './assumptions.ts'
import { mediumTermBaseline, spendingOf } from './baseline.ts'

export type KeepPlanInput = {
  readonly name: string
  readonly basis: string
  readonly assumptions: Assumptions
}

/** Keeps assumptions under a name, which nothing else may have; gives the number they are found by. */
export const keepMediumTermPlan = (db: Db, actor: Actor, input: KeepPlanInput): Promise<number> =>
  command(db, actor, 'medium-term.keep', async (db) => {
    const { name, basis, assumptions } = input
    await hold(db, 'medium-term')
    const taken = await db
      .selectFrom('medium_term_plan')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst()
    if (taken)
      throw new Conflict(`Assumptions are kept under the name ‘${name}’ already. Choose another name.`)
    const baseline = await mediumTermBaseline(db)
    if (baseline === null)
      throw new Conflict('No budget is recorded that the assumptions could begin from. Record one first.')
    if (assumptions.pay > spendingOf(baseline))
      throw new Conflict(
        `The pay bill is more than the ${poundsMillionText(spendingOf(baseline))} of budgets it is part of. Write at most that.`,
      )
    const illustrative = actor.illustrative === true
    const { id } = await db
      .insertInto('medium_term_plan')
      .values({
        authority_id: actor.authorityId,
        name,
        base_year: baseline.year,
        years: assumptions.years,
        pay_pence: String(assumptions.pay),
        continuing_pence: String(assumptions.continuing),
        falling_away_pence: String(assumptions.fallingAway),
        basis,
        kept_by: actor.name,
        kept_by_role: actor.role,
        kept_by_account_id: actor.accountId ?? null,
        illustrative,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('medium_term_rate')
      .values(
        scenarioNames.flatMap((scenario) =>
          driverNames.map((driver) => ({
            authority_id: actor.authorityId,
            plan_id: id,
            scenario,
            driver,
            rate_hundredths: assumptions.rates[scenario][driver],
            illustrative,
          })),
        ),
      )
      .execute()
    return {
      result: id,
      event: {
        action: 'medium-term.kept',
        subject: `medium-term/${id}`,
        details: { name, base: baseline.year },
      },
    }
  })
