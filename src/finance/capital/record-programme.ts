import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'

export type CapitalInput = {
  /** The programme as one meeting saw it: '2024-07'. */
  readonly programme: string
  readonly schemes: readonly {
    code: string
    service: string
    title: string
    source: string
    budget: Readonly<Record<string, Pence>>
  }[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records a capital programme: schemes by service and year, and the totals as the paper printed them. */
export const recordCapitalProgramme = (db: Db, actor: Actor, input: CapitalInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const kept = await keepCapitalProgramme(db, actor, input)
    return { result: kept, event: changed(kept, 'capital-programme.recorded', `capital/${input.programme}`) }
  })

/** Part of a command: keeps the programme that one meeting saw. */
export async function keepCapitalProgramme(
  db: Db,
  { authorityId: authority_id }: Actor,
  input: CapitalInput,
): Promise<Kept> {
  const schemes = input.schemes.map(({ code, service, title, source }, index) => ({
    authority_id,
    code,
    position: index + 1,
    service_code: service,
    title,
    source_ref: source,
  }))
  const budgets = input.schemes.flatMap(({ code, budget }) =>
    Object.entries(budget).map(([financial_year, amount]) => ({
      authority_id,
      programme: input.programme,
      scheme_code: code,
      financial_year,
      amount_pence: String(amount),
    })),
  )
  const subject = `capital/${input.programme}`
  await hold(db, `capital programme ${input.programme}`)
  await refuseOtherBudgets(db, input)
  return [
    await keepRows(db, 'capital_scheme', ['authority_id', 'code'], schemes),
    await keepRows(
      db,
      'capital_budget',
      ['authority_id', 'programme', 'scheme_code', 'financial_year'],
      budgets,
    ),
    await keepControlTotals(db, authority_id, subject, input.controlTotals),
  ].reduce(bothKept)
}

// What a meeting saw is history: what changes afterwards stands beside it, with who approved it.
async function refuseOtherBudgets(db: Db, { programme, schemes }: CapitalInput): Promise<void> {
  const held = await db
    .selectFrom('capital_budget')
    .select(['scheme_code', 'financial_year', 'amount_pence'])
    .where('programme', '=', programme)
    .execute()
  const given = new Map(schemes.map(({ code, budget }) => [code, budget]))
  const differing = held.filter((row) => {
    const amount = given.get(row.scheme_code)?.[row.financial_year]
    return amount !== undefined && amount !== BigInt(row.amount_pence)
  })
  if (differing.length === 0) return
  throw new Conflict(
    `The programme of ${programme} is already recorded with other budgets for ${[...new Set(differing.map((row) => row.scheme_code))].join(', ')}. ` +
      'What a meeting saw is not overwritten: record the change to the programme.',
  )
}
