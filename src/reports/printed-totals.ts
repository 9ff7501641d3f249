import type { Db } from '../db/database.ts'
import type { Reconciliation } from '../domain/finance/reconcile.ts'
import { reconciledFacts } from '../domain/high-needs/reconciled-facts.ts'
import { everyReconciliation } from '../finance/capital/every-reconciliation.ts'
import { capitalProgrammes, capitalView } from '../finance/capital/queries.ts'
import { fundReport, fundReports } from '../finance/collection-fund/queries.ts'
import { prudentialQuarters, prudentialReport } from '../finance/prudential/queries.ts'
import { revenueMonitor, revenueMonths } from '../finance/revenue/queries.ts'
import { highNeedsFacts } from '../high-needs/queries.ts'

/** The totals that papers printed of one subject, each held against its lines, and where the lines are. */
export type PrintedTotals = {
  readonly subject: string
  readonly href: string
  readonly totals: readonly Reconciliation[]
}

/**
 * Every total printed in the latest papers on money. Nothing is told of a total that would give away by subtraction what
 * the reader may not see.
 */
export async function printedTotals(db: Db): Promise<PrintedTotals[]> {
  const found = [
    await ofRevenue(db),
    await ofCapital(db),
    await ofCollectionFund(db),
    await ofDebt(db),
    { subject: 'High needs', href: '/high-needs', totals: reconciledFacts(await highNeedsFacts(db)) },
  ]
  return found.filter((each) => each !== null).filter(({ totals }) => totals.length > 0)
}

async function ofRevenue(db: Db): Promise<PrintedTotals | null> {
  const [month] = await revenueMonths(db)
  if (!month) return null
  const { reconciliations } = await revenueMonitor(db, month)
  const href = `/finance/revenue/${month.financialYear}/${month.month}`
  return { subject: 'Revenue', href, totals: reconciliations }
}

async function ofCapital(db: Db): Promise<PrintedTotals | null> {
  const [programme] = await capitalProgrammes(db)
  if (!programme) return null
  const totals = await everyReconciliation(db, await capitalView(db, programme))
  return { subject: 'Capital programme', href: '/finance/capital', totals }
}

async function ofCollectionFund(db: Db): Promise<PrintedTotals | null> {
  const [latest] = await fundReports(db)
  if (!latest) return null
  const { streams } = await fundReport(db, latest.year, latest.asAt)
  const totals = streams.flatMap(({ reconciliations }) => reconciliations)
  return { subject: 'Collection fund', href: '/finance/collection-fund', totals }
}

async function ofDebt(db: Db): Promise<PrintedTotals | null> {
  const [quarter] = await prudentialQuarters(db)
  const report = quarter === undefined ? null : await prudentialReport(db, quarter)
  return report && { subject: 'Debt', href: '/finance/prudential', totals: report.reconciliations }
}
