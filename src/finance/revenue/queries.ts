import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import { type RevenueLine, type RevenuePosition, revenuePosition } from '../../domain/finance/revenue.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import { controlTotals } from '../control-totals.ts'
import { revenueHref } from './addresses.ts'
import { type Pressure, pressuresOf } from './pressures.ts'

export type RevenueMonth = { readonly financialYear: string; readonly month: string }

/** The months for which a revenue position is held, latest first. */
export async function revenueMonths(db: Db, knownBy: KnownBy = null): Promise<RevenueMonth[]> {
  const rows = await db
    .selectFrom('revenue_line')
    .select(['financial_year', 'month'])
    .where(knownUntil('recorded_at', knownBy))
    .distinct()
    .orderBy('month', 'desc')
    .execute()
  return rows.map((row) => ({ financialYear: row.financial_year, month: row.month }))
}

export type RevenueMonitor = RevenueMonth & {
  readonly position: RevenuePosition
  readonly pressures: readonly Pressure[]
  readonly reconciliations: readonly Reconciliation[]
  readonly source: string
}

/** A month's position with every total computed from its lines, and the printed totals held against them. */
export async function revenueMonitor(
  db: Db,
  { financialYear, month }: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<RevenueMonitor> {
  const lines = await revenueLines(db, { financialYear, month }, knownBy)
  if (lines.length === 0) {
    const held = await revenueMonths(db)
    throw new NotFound(
      `No revenue position is held for ${monthText(month)} in ${yearText(financialYear)}.`,
      held.map((each) => ({
        text: `Revenue at the end of ${monthText(each.month)}`,
        href: revenueHref(each),
      })),
    )
  }
  const position = revenuePosition(lines)
  const computed = { services: position.serviceTotal, total: position.total }
  const reconciliations = (await controlTotals(db, `revenue/${financialYear}/${month}`)).map(
    ({ line, quantity, ...control }) =>
      reconcile(
        control,
        computed[line as keyof typeof computed][quantity as 'budget' | 'forecast' | 'variance'],
      ),
  )
  const pressures = await pressuresOf(db, { financialYear, month }, knownBy)
  return { financialYear, month, position, pressures, reconciliations, source: lines[0]?.source ?? '' }
}

export type HeldLine = RevenueLine & { readonly source: string }

/** The lines of a month's statement as last recorded, in the order of the council's structure. */
export async function revenueLines(
  db: Db,
  { financialYear, month }: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<HeldLine[]> {
  const rows = await db
    .selectFrom('revenue_line as l')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'l.authority_id').onRef('s.code', '=', 'l.service_code'),
    )
    .distinctOn(['s.position', 'l.service_code'])
    .where('l.financial_year', '=', financialYear)
    .where('l.month', '=', month)
    .where(knownUntil('l.recorded_at', knownBy))
    .select(['s.code', 's.name', 's.kind', 'l.budget_pence', 'l.forecast_pence', 'l.source_ref'])
    .orderBy('s.position')
    .orderBy('l.service_code')
    .orderBy('l.revision', 'desc')
    .execute()
  return rows.map((row) => ({
    service: row.code,
    name: row.name,
    kind: row.kind,
    budget: BigInt(row.budget_pence),
    forecast: BigInt(row.forecast_pence),
    source: row.source_ref,
  }))
}
