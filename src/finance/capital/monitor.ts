import type { Db } from '../../db/database.ts'
import {
  type MonitoringTotals,
  monitoringTotals,
  monthsGone,
  type ServiceMonitoring,
} from '../../domain/finance/capital-monitoring.ts'
import { type Reconciliation, reconcile } from '../../domain/finance/reconcile.ts'
import { type Pence, sumPence } from '../../domain/money.ts'
import { controlTotals } from '../control-totals.ts'

export type ProjectSpend = {
  readonly title: string
  readonly service: string
  readonly serviceName: string
  readonly spent: Pence
  /** The schemes it is taken to be; none where it could not be said. */
  readonly schemes: readonly string[]
  readonly source: string
}

export type ExceptionalItem = { readonly title: string; readonly amount: Pence; readonly source: string }

export type CapitalMonitor = {
  readonly programme: string
  /** The latest month that is held: '2024-06'. */
  readonly month: string
  readonly monthsGone: number
  readonly financialYear: string
  readonly services: readonly ServiceMonitoring[]
  readonly totals: MonitoringTotals
  readonly projects: readonly ProjectSpend[]
  readonly exceptional: readonly ExceptionalItem[]
  readonly reconciliations: readonly Reconciliation[]
  readonly source: string
}

/** The months in which a programme was monitored, latest first. */
export async function monitoredMonths(db: Db): Promise<{ programme: string; month: string }[]> {
  return db
    .selectFrom('capital_project')
    .select(['programme', 'month'])
    .distinct()
    .orderBy('month', 'desc')
    .orderBy('programme', 'desc')
    .execute()
}

/** How a programme stood at the end of the latest month held, or of the one asked for; null where none is held. */
export async function capitalMonitor(
  db: Db,
  programme: string,
  month: string | null = null,
): Promise<CapitalMonitor | null> {
  const held = (await monitoredMonths(db)).find(
    (each) => each.programme === programme && (month === null || each.month === month),
  )
  if (held === undefined) return null
  const rows = await db
    .selectFrom('capital_monitoring as m')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'm.authority_id').onRef('s.code', '=', 'm.service_code'),
    )
    .selectAll('m')
    .select('s.name')
    .where('m.programme', '=', programme)
    .where('m.month', '=', held.month)
    .orderBy('s.name')
    .execute()
  const services = rows.map((row) => ({
    service: row.service_code,
    name: row.name,
    profile: BigInt(row.profile_pence),
    spent: BigInt(row.spent_pence),
    budget: BigInt(row.budget_pence),
    forecast: BigInt(row.forecast_pence),
  }))
  const totals = monitoringTotals(services)
  const exceptional = await exceptionalItems(db, programme)
  const lines: Readonly<Record<string, Pence>> = {
    ...totals,
    'variance-to-date': totals.spent - totals.profile,
    'forecast-variance': totals.forecast - totals.budget,
  }
  const later = await laterYears(db, programme)
  const printed = await controlTotals(db, `capital/${programme}/${held.month}`)
  return {
    programme,
    month: held.month,
    monthsGone: monthsGone(held.month),
    financialYear: rows[0]?.financial_year ?? '',
    services,
    totals,
    projects: await projectsOf(db, programme, held.month),
    exceptional,
    reconciliations: printed.map(({ quantity, line, ...control }) =>
      reconcile(control, (line === 'year' ? later[quantity] : lines[quantity]) ?? 0n, services.length),
    ),
    source: rows[0]?.source_ref ?? '',
  }
}

/** What the services' printed budgets of each year add up to, for the printed totals under them. */
async function laterYears(db: Db, programme: string): Promise<Record<string, Pence>> {
  const printed = (await controlTotals(db, `capital/${programme}`)).filter(({ line }) => line !== 'total')
  const byYear = Map.groupBy(printed, ({ quantity }) => quantity)
  return Object.fromEntries(
    [...byYear].map(([year, list]) => [year, sumPence(list.map((each) => each.printed))]),
  )
}

async function exceptionalItems(db: Db, programme: string): Promise<ExceptionalItem[]> {
  const rows = await db
    .selectFrom('capital_exceptional_item')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ title: row.title, amount: BigInt(row.amount_pence), source: row.source_ref }))
}

async function projectsOf(db: Db, programme: string, month: string): Promise<ProjectSpend[]> {
  const rows = await db
    .selectFrom('capital_project as p')
    .innerJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'p.authority_id').onRef('s.code', '=', 'p.service_code'),
    )
    .selectAll('p')
    .select('s.name')
    .where('p.programme', '=', programme)
    .where('p.month', '=', month)
    .orderBy('p.position')
    .execute()
  const links = await db
    .selectFrom('capital_project_scheme')
    .select(['position', 'scheme_code'])
    .where('programme', '=', programme)
    .where('month', '=', month)
    .orderBy('scheme_code')
    .execute()
  const schemes = Map.groupBy(links, ({ position }) => position)
  return rows.map((row) => ({
    title: row.title,
    service: row.service_code,
    serviceName: row.name,
    spent: BigInt(row.spent_pence),
    schemes: (schemes.get(row.position) ?? []).map((each) => each.scheme_code),
    source: row.source_ref,
  }))
}
