import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import {
  type ForecastStanding,
  forecastHistory,
  forecastTrust,
} from '../../domain/finance/forecast-history.ts'
import { revenuePosition } from '../../domain/finance/revenue.ts'
import { type Pence, sumPence } from '../../domain/money.ts'
import { type HeldLine, revenueLines, revenueMonths } from './queries.ts'

/** What each service's year came to, by its code. */
export type YearOutturn = ReadonlyMap<string, { readonly amount: Pence; readonly source: string }>

export const outturnTotal = (outturn: YearOutturn): Pence =>
  sumPence(outturn.values().map(({ amount }) => amount))

/** The outturn of every year of which it is recorded. */
export async function revenueOutturns(db: Db, knownBy: KnownBy = null): Promise<Map<string, YearOutturn>> {
  const rows = await db
    .selectFrom('revenue_outturn')
    .distinctOn(['financial_year', 'service_code'])
    .where(knownUntil('recorded_at', knownBy))
    .select(['financial_year', 'service_code', 'outturn_pence', 'source_ref'])
    .orderBy('financial_year')
    .orderBy('service_code')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.financial_year)].map(([year, lines]) => [
      year,
      new Map(
        lines.map((line) => [
          line.service_code,
          { amount: BigInt(line.outturn_pence), source: line.source_ref },
        ]),
      ),
    ]),
  )
}

export type ForecastHistory = {
  /** Every month held, oldest first, with how it stood to the month before and to the outturn. */
  readonly months: readonly ForecastStanding[]
  readonly lines: ReadonlyMap<string, readonly HeldLine[]>
  readonly outturns: ReadonlyMap<string, YearOutturn>
}

/** How the council's forecasts stood, month on month, and to what each year came to. */
export async function revenueHistory(db: Db, knownBy: KnownBy = null): Promise<ForecastHistory> {
  const lines = new Map<string, readonly HeldLine[]>()
  const forecasts = []
  for (const each of (await revenueMonths(db, knownBy)).toReversed()) {
    const held = await revenueLines(db, each, knownBy)
    const { budget, forecast } = revenuePosition(held).total
    lines.set(each.month, held)
    forecasts.push({ ...each, budget, forecast })
  }
  const outturns = await revenueOutturns(db, knownBy)
  const totals = new Map([...outturns].map(([year, services]) => [year, outturnTotal(services)]))
  return { months: forecastHistory(forecasts, totals), lines, outturns }
}

/** How much to trust the forecast of a month, in a sentence. */
export const trustText = ({ months }: ForecastHistory, month: string): string =>
  forecastTrust(months, month).says
