import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { monthText } from '../domain/financial-year.ts'
import { dayText } from '../domain/period-text.ts'
import type { Report } from '../domain/report/blocks.ts'
import { monitoredMonths } from '../finance/capital/monitor.ts'
import { type CapitalMonthFacts, capitalMonthFacts } from '../finance/capital/month-facts.ts'
import { type Authority, authorityOf } from '../organisation/authority.ts'
import type { ReportPeriod } from './make-report.ts'
import {
  capitalBriefSection,
  capitalChangesSection,
  capitalFundingSection,
  capitalProgrammeSection,
  capitalSlippageSection,
  capitalSpendingSection,
  capitalTotalsSection,
} from './sections/capital-monitoring.ts'

/** The months of which the capital monitoring report can be made, latest first. */
export const capitalReportMonths = async (db: Db): Promise<ReportPeriod[]> => {
  const months = new Set((await monitoredMonths(db)).map(({ month }) => month))
  return [...months].map((month) => ({ slug: month, text: monthText(month) }))
}

/** The capital monitoring report of a month ('2024-06'). @throws NotFound with the months held instead. */
export async function makeCapitalReport(
  db: Db,
  actor: Actor,
  month: string,
  knownBy: KnownBy = null,
): Promise<Report> {
  const facts = await capitalMonthFacts(db, month, knownBy)
  if (facts !== null) return capitalReport(await authorityOf(db, actor), facts, knownBy)
  const held = await capitalReportMonths(db)
  throw new NotFound(
    `No capital position of '${month}' is held${knownBy === null ? '' : ` as at ${dayText(knownBy)}`}.`,
    held.map(({ slug, text }) => ({ text, href: `/reports/capital/${slug}` })),
  )
}

/** The report as blocks: pure, so the same facts always make the same report. */
export const capitalReport = (
  { name }: Pick<Authority, 'name'>,
  facts: CapitalMonthFacts,
  knownBy: KnownBy,
): Report => ({
  kind: 'capital',
  title: 'Capital monitoring report',
  subtitle: `The programme, what changed, what was spent and is forecast, what is likely to slip and what pays for it${knownBy === null ? '' : `, as it stood on ${dayText(knownBy)}`}`,
  council: name,
  period: monthText(facts.monitor.month),
  language: 'en-GB',
  blocks: [
    ...capitalBriefSection(facts),
    ...capitalProgrammeSection(facts),
    ...capitalChangesSection(facts),
    ...capitalSpendingSection(facts),
    ...capitalSlippageSection(facts),
    ...capitalFundingSection(facts),
    ...capitalTotalsSection(facts),
  ],
})
