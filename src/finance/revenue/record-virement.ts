import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Kept } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { type VirementLine, virementProblem } from '../../domain/finance/revenue-virement.ts'
import { isMonthOf } from '../../domain/financial-year.ts'
import { refuseUnknownServices } from '../services.ts'

export type VirementInput = {
  readonly financialYear: string
  readonly purpose: string
  /** Who approved it: a forum or a post. */
  readonly route: string
  /** A day, or a month where the source says no more. */
  readonly approvedWhen: string
  /** The month from whose statement on the budgets hold it. */
  readonly inBudgetFrom: string
  readonly lines: readonly VirementLine[]
  readonly source: string
}

/** Records an approved move of money between budgets; what it takes it gives. Gives its number in the year. */
export const recordVirement = (db: Db, actor: Actor, input: VirementInput): Promise<number> =>
  command(db, actor, 'finance.record', async (db) => {
    const number = Math.max(0, ...(await heldNumbers(db, input.financialYear))) + 1
    return { result: number, event: await addVirement(db, actor, { ...input, number }) }
  })

/** The same for one that a paper numbers; one that is held by that number stays as it is. */
export const keepVirement = (
  db: Db,
  actor: Actor,
  input: VirementInput & { number: number },
): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    if ((await heldNumbers(db, input.financialYear)).includes(input.number))
      return { result: { added: 0, changed: 0, unchanged: 1 }, event: null }
    return { result: { added: 1, changed: 0, unchanged: 0 }, event: await addVirement(db, actor, input) }
  })

async function heldNumbers(db: Db, financialYear: string): Promise<number[]> {
  await hold(db, `virements of ${financialYear}`)
  const held = await db
    .selectFrom('virement')
    .select('number')
    .where('financial_year', '=', financialYear)
    .execute()
  return held.map(({ number }) => number)
}

async function addVirement(db: Db, actor: Actor, input: VirementInput & { number: number }) {
  const { financialYear, number, route, inBudgetFrom, lines } = input
  const problem = virementProblem(lines)
  if (problem !== null) throw new Conflict(problem)
  if (!isMonthOf(financialYear, inBudgetFrom))
    throw new Conflict(
      `${inBudgetFrom} is no month of ${financialYear}. The financial year runs from April to March.`,
    )
  await refuseUnknownServices(
    db,
    lines.map(({ service }) => service),
  )
  const of = { authority_id: actor.authorityId, financial_year: financialYear }
  await db
    .insertInto('virement')
    .values({
      ...of,
      number,
      purpose: input.purpose,
      route,
      approved_when: input.approvedWhen,
      in_budget_from: inBudgetFrom,
      source_ref: input.source,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
    })
    .execute()
  await db
    .insertInto('virement_line')
    .values(
      lines.map(({ service, subjective, amount }, index) => ({
        ...of,
        virement_number: number,
        line: index + 1,
        service_code: service,
        subjective: subjective.trim(),
        amount_pence: String(amount),
      })),
    )
    .execute()
  return { action: 'virement.recorded', subject: `virement/${financialYear}/${number}`, details: { route } }
}
