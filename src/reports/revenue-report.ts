import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { financialYearOf, monthText } from '../domain/financial-year.ts'
import { isMonth } from '../domain/period.ts'
import { dayText } from '../domain/period-text.ts'
import type { Report } from '../domain/report/blocks.ts'
import { type RevenueMonthFacts, revenueMonthFacts } from '../finance/revenue/month-facts.ts'
import { revenueMonths } from '../finance/revenue/queries.ts'
import { type Authority, authorityOf } from '../organisation/authority.ts'
import type { ReportPeriod } from './make-report.ts'
import {
  revenueActionsSection,
  revenueBriefSection,
  revenueNotesSection,
  revenueStatementSection,
} from './sections/revenue-monitoring.ts'

/** The months of which the revenue monitoring report can be made, latest first. */
export const revenueReportMonths = async (db: Db): Promise<ReportPeriod[]> =>
  (await revenueMonths(db)).map(({ month }) => ({ slug: month, text: monthText(month) }))

/** The revenue monitoring report of a month ('2024-06'). @throws NotFound with the months held instead. */
export async function makeRevenueReport(
  db: Db,
  actor: Actor,
  month: string,
  knownBy: KnownBy = null,
): Promise<Report> {
  // What is no month is in no year, and is refused with the months that are held.
  const financialYear = isMonth(month) ? financialYearOf(month) : month
  const facts = await revenueMonthFacts(db, { financialYear, month }, knownBy)
  return revenueReport(await authorityOf(db, actor), facts, knownBy)
}

/** The report as blocks: pure, so the same facts always make the same report. */
export const revenueReport = (
  { name }: Pick<Authority, 'name'>,
  facts: RevenueMonthFacts,
  knownBy: KnownBy,
): Report => ({
  kind: 'revenue',
  title: 'Revenue monitoring report',
  subtitle: `The forecast for the year, what lies behind it, what is being done and what is still to find${knownBy === null ? '' : `, as it stood on ${dayText(knownBy)}`}`,
  council: name,
  period: monthText(facts.monitor.month),
  language: 'en-GB',
  blocks: [
    ...revenueBriefSection(facts),
    ...revenueStatementSection(facts),
    ...revenueActionsSection(facts),
    ...revenueNotesSection(facts),
  ],
})
