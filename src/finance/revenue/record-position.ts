import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { partsProblems } from '../../domain/finance/pressure.ts'
import { type GivenLine, lineProblems, lineProblemsText } from '../../domain/finance/revenue-checks.ts'
import { isMonthOf } from '../../domain/financial-year.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'
import { budgetServices } from '../services.ts'
import { heldBudgets } from './held-budgets.ts'
import { type PressureInput, pressureRows } from './pressure-rows.ts'

export type RevenueInput = {
  /** '2024-25' and the month whose end the forecast was made at, '2024-06'. */
  readonly financialYear: string
  readonly month: string
  readonly lines: readonly (GivenLine & { readonly source: string })[]
  readonly pressures: readonly PressureInput[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records a month's revenue position: the lines, the pressures behind them, and the totals as the paper printed them. */
export const recordRevenuePosition = (db: Db, actor: Actor, input: RevenueInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const kept = await keepRevenuePosition(db, actor, input)
    const subject = `revenue/${input.financialYear}/${input.month}`
    return { result: kept, event: changed(kept, 'revenue-position.recorded', subject) }
  })

/** Part of a command: keeps the position of a month, unless something is wrong with it. */
export async function keepRevenuePosition(db: Db, actor: Actor, input: RevenueInput): Promise<Kept> {
  const authority_id = actor.authorityId
  const of = { authority_id, financial_year: input.financialYear, month: input.month }
  await refuseWrongPosition(db, input)
  const lines = input.lines.map(({ service, budget, forecast, reason, source }) => ({
    ...of,
    service_code: service,
    revision: 1,
    budget_pence: String(budget),
    forecast_pence: String(forecast),
    reason: reason ?? null,
    source_ref: source,
    recorded_by: actor.name,
  }))
  await refuseRevisions(db, lines)
  const subject = `revenue/${input.financialYear}/${input.month}`
  return [
    await addLines(db, lines),
    await keepRows(
      db,
      'revenue_pressure',
      ['authority_id', 'financial_year', 'month', 'position'],
      pressureRows(actor, input, input.pressures),
    ),
    await keepControlTotals(db, authority_id, subject, input.controlTotals),
  ].reduce(bothKept)
}

/** Refuses all that is wrong with a month at once, each with its row and what to do about it. */
async function refuseWrongPosition(db: Db, input: RevenueInput): Promise<void> {
  const { financialYear, month, lines, pressures } = input
  if (!isMonthOf(financialYear, month))
    throw new Conflict(
      `${month} is no month of ${financialYear}. The financial year runs from April to March.`,
    )
  await hold(db, `revenue of ${financialYear}`)
  const services = new Map((await budgetServices(db)).map(({ code, name }) => [code, name]))
  const problems = lineProblems(lines, services, await heldBudgets(db, { financialYear, month }))
  const parts = partsProblems(pressures)
  if (problems.length + parts.length > 0)
    throw new Conflict([lineProblemsText(problems), ...parts].filter((text) => text !== '').join(' '))
}

type LineRow = {
  authority_id: number
  financial_year: string
  month: string
  service_code: string
  revision: number
  budget_pence: string
  forecast_pence: string
  reason: string | null
  source_ref: string
  recorded_by: string
}

// A month's figures, once recorded, are history: another paper's figures must not slip over them under the same date.
async function refuseRevisions(db: Db, lines: readonly LineRow[]): Promise<void> {
  const [first] = lines
  if (!first) return
  const held = await db
    .selectFrom('revenue_line')
    .select(['service_code', 'budget_pence', 'forecast_pence'])
    .where('financial_year', '=', first.financial_year)
    .where('month', '=', first.month)
    .execute()
  const before = new Map(held.map((row) => [row.service_code, `${row.budget_pence} ${row.forecast_pence}`]))
  const differing = lines.filter((line) => {
    const was = before.get(line.service_code)
    return was !== undefined && was !== `${line.budget_pence} ${line.forecast_pence}`
  })
  if (differing.length === 0) return
  throw new Conflict(
    `The position of ${first.month} is already recorded with other figures for ${differing.map((line) => line.service_code).join(', ')}. ` +
      'A recorded month is not overwritten.',
  )
}

async function addLines(db: Db, lines: readonly LineRow[]): Promise<Kept> {
  const added = await db
    .insertInto('revenue_line')
    .values([...lines])
    .onConflict((conflict) => conflict.constraint('revenue_line_pkey').doNothing())
    .returning('service_code')
    .execute()
  return { added: added.length, changed: 0, unchanged: lines.length - added.length }
}
