import { changed, command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { bothKept, type Kept, keepRows } from '../../db/keep.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'
import type { ControlTotalInput } from '../control-totals.ts'
import { keepControlTotals } from '../keep-control-totals.ts'

export type RevenueInput = {
  /** '2024-25' and the month whose end the forecast was made at, '2024-06'. */
  readonly financialYear: string
  readonly month: string
  readonly lines: readonly { service: string; budget: Pence; forecast: Pence; source: string }[]
  readonly pressures: readonly {
    position: number
    service: string
    partOf: number | null
    title: string
    amount: Pence
    assumption: string | null
    source: string
  }[]
  readonly controlTotals: readonly ControlTotalInput[]
}

/** Records a month's revenue position: the lines, the pressures behind them, and the totals as the paper printed them. */
export const recordRevenuePosition = (db: Db, actor: Actor, input: RevenueInput): Promise<Kept> =>
  command(db, actor, 'finance.record', async (db) => {
    const authority_id = actor.authorityId
    const of = { authority_id, financial_year: input.financialYear, month: input.month }
    const lines = input.lines.map(({ service, budget, forecast, source }) => ({
      ...of,
      service_code: service,
      revision: 1,
      budget_pence: String(budget),
      forecast_pence: String(forecast),
      source_ref: source,
      recorded_by: actor.name,
    }))
    await refuseRevisions(db, lines)
    const pressures = input.pressures.map((pressure) => ({
      ...of,
      position: pressure.position,
      service_code: pressure.service,
      part_of: pressure.partOf,
      title: pressure.title,
      amount_pence: String(pressure.amount),
      assumption: pressure.assumption,
      source_ref: pressure.source,
    }))
    const subject = `revenue/${input.financialYear}/${input.month}`
    const kept = [
      await addLines(db, lines),
      await keepRows(
        db,
        'revenue_pressure',
        ['authority_id', 'financial_year', 'month', 'position'],
        pressures,
      ),
      await keepControlTotals(db, authority_id, subject, input.controlTotals),
    ].reduce(bothKept)
    return { result: kept, event: changed(kept, 'revenue-position.recorded', subject) }
  })

type LineRow = {
  authority_id: number
  financial_year: string
  month: string
  service_code: string
  revision: number
  budget_pence: string
  forecast_pence: string
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
