import { command, type Done } from '../../access/command.ts'
import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { OutcomeDimension } from '../../domain/finance/capital-outcome.ts'
import type { Pence } from '../../domain/money.ts'

export type OutcomeInput = {
  readonly scheme: string
  readonly dimension: OutcomeDimension
  readonly measure: string
  readonly aim: string | null
  readonly result: string | null
}

/** Records an outcome of a scheme; a later word on the same dimension takes the place of the one before, which stays. */
export const recordSchemeOutcome = (db: Db, actor: Actor, input: OutcomeInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { scheme, dimension, measure, aim, result } = input
    const illustrative = await heldScheme(db, actor, scheme)
    const { last } = await db
      .selectFrom('capital_outcome')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('scheme_code', '=', scheme)
      .where('dimension', '=', dimension)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('capital_outcome')
      .values({
        authority_id: actor.authorityId,
        scheme_code: scheme,
        dimension,
        number: (last ?? 0) + 1,
        measure,
        aim,
        result,
        ...doneBy(actor, illustrative),
      })
      .execute()
    return done('scheme.outcome-recorded', scheme)
  })

export type OutturnInput = {
  readonly scheme: string
  readonly year: string
  readonly firstBudget: Pence
  readonly outturn: Pence
  readonly basis: string
}

/** Records how a past year of a scheme ended; a correction is a later word on the same year. */
export const recordSchemeOutturn = (db: Db, actor: Actor, input: OutturnInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { scheme, year, firstBudget, outturn, basis } = input
    const illustrative = await heldScheme(db, actor, scheme)
    const { last } = await db
      .selectFrom('capital_outturn')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('scheme_code', '=', scheme)
      .where('financial_year', '=', year)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('capital_outturn')
      .values({
        authority_id: actor.authorityId,
        scheme_code: scheme,
        financial_year: year,
        number: (last ?? 0) + 1,
        first_budget_pence: String(firstBudget),
        outturn_pence: String(outturn),
        basis,
        ...doneBy(actor, illustrative),
      })
      .execute()
    return done('scheme.outturn-recorded', scheme)
  })

/** Holds a scheme that is there; gives whether it only shows the product. */
async function heldScheme(db: Db, actor: Actor, code: string): Promise<boolean> {
  await hold(db, `scheme ${code}`)
  const held = await db
    .selectFrom('capital_scheme')
    .select('illustrative')
    .where('code', '=', code)
    .executeTakeFirst()
  if (held === undefined) throw new NotFound('There is no such scheme.')
  return held.illustrative || actor.illustrative === true
}

const doneBy = (actor: Actor, illustrative: boolean) => ({
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
  illustrative,
})

const done = (action: string, scheme: string): Done<void> => ({
  result: undefined,
  event: { action, subject: `scheme/${scheme}` },
})
