import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { financialYearOf, yearText } from '../domain/financial-year.ts'
import { addDays, addMonths, quarterContaining } from '../domain/period.ts'
import { dayText, parseQuarter, periodSlug, periodText, quarterText } from '../domain/period-text.ts'
import type { Block, Report } from '../domain/report/blocks.ts'
import { type FundReport, fundReport, fundReports } from '../finance/collection-fund/queries.ts'
import { type PrudentialReport, prudentialQuarters, prudentialReport } from '../finance/prudential/queries.ts'
import { authorityOf } from '../organisation/authority.ts'
import type { ReportPeriod } from './make-report.ts'
import { debtSection, fundSection, indicatorsSection, treasuryTotalsSection } from './sections/treasury.ts'

/** The quarters whose indicators are held, latest first. */
export const treasuryReportQuarters = async (db: Db): Promise<ReportPeriod[]> =>
  (await prudentialQuarters(db)).map((asAt) => {
    const quarter = quarterContaining(asAt)
    return { slug: periodSlug(quarter), text: quarterText(quarter) }
  })

/** The treasury report of a quarter ('2024-25-q1'). @throws NotFound with the quarters held instead. */
export async function makeTreasuryReport(
  db: Db,
  actor: Actor,
  period: string,
  knownBy: KnownBy = null,
): Promise<Report> {
  const parsed = parseQuarter(period)
  if (!parsed.ok) throw new NotFound(`${parsed.problem}.`)
  const asAt = addDays(parsed.value.end, -1)
  const report = await prudentialReport(db, asAt, knownBy)
  if (report === null)
    throw new NotFound(
      `No prudential indicators are held at ${dayText(asAt)}.`,
      (await treasuryReportQuarters(db)).map(({ slug, text }) => ({
        text: `Treasury report ${text}`,
        href: `/reports/treasury/${slug}`,
      })),
    )
  // What is told of a quarter is told in the quarter after it.
  const told = addMonths(parsed.value.end, 3)
  const latest = (await fundReports(db, knownBy)).find(
    (each) => each.year === financialYearOf(asAt) && each.asAt < told,
  )
  const fund = latest === undefined ? null : await fundReport(db, latest.year, latest.asAt, knownBy)
  return treasuryReport((await authorityOf(db, actor)).name, report, fund)
}

/** The report as blocks: pure, so the same facts always make the same report. */
export function treasuryReport(council: string, report: PrudentialReport, fund: FundReport | null): Report {
  const year = financialYearOf(report.asAt)
  const illustrative = report.illustrative || (fund?.streams ?? []).some((stream) => stream.illustrative)
  const note: Block[] = illustrative
    ? [
        {
          kind: 'callout',
          tone: 'neutral',
          title: 'Illustrative',
          text: ['Figures in this report only show the product and are not the council’s.'],
        },
      ]
    : []
  return {
    kind: 'treasury',
    title: 'Prudential indicators and collection fund',
    subtitle: `Debt against its limits at ${dayText(report.asAt)}, the indicators against what the council approved, and the collection fund of ${yearText(year)}`,
    council,
    period: periodText(quarterContaining(report.asAt)),
    language: 'en-GB',
    blocks: [
      ...note,
      ...debtSection(report),
      ...indicatorsSection(report, year),
      ...fundSection(fund),
      ...treasuryTotalsSection([
        ...report.reconciliations,
        ...(fund?.streams ?? []).flatMap(({ reconciliations }) => reconciliations),
      ]),
    ],
  }
}
