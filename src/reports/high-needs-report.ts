import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { dayText } from '../domain/period-text.ts'
import type { Report } from '../domain/report/blocks.ts'
import {
  type HighNeedsReportFacts,
  highNeedsReportFacts,
  latestHighNeedsMonth,
} from '../high-needs/report-facts.ts'
import { monthText } from '../high-needs/words.ts'
import { type Authority, authorityOf } from '../organisation/authority.ts'
import type { ReportPeriod } from './make-report.ts'
import {
  highNeedsBrief,
  highNeedsDeficit,
  highNeedsDemand,
  highNeedsNotes,
  highNeedsPlaces,
  highNeedsRecovery,
} from './sections/high-needs.ts'

/** The month of which the report on high needs can be made: the latest of which something that came is held. */
export async function highNeedsReportMonths(db: Db): Promise<ReportPeriod[]> {
  const month = await latestHighNeedsMonth(db)
  return month === null ? [] : [{ slug: month, text: monthText(month) }]
}

/** The report on high needs as of a month ('2024-07'). @throws NotFound with the month held instead. */
export async function makeHighNeedsReport(
  db: Db,
  actor: Actor,
  month: string,
  knownBy: KnownBy = null,
): Promise<Report> {
  const told = await highNeedsReportFacts(db, month, knownBy)
  return highNeedsReport(await authorityOf(db, actor), told, knownBy)
}

/** The report as blocks: pure, so the same facts always make the same report. */
const highNeedsReport = (
  { name, shortName }: Pick<Authority, 'name' | 'shortName'>,
  told: HighNeedsReportFacts,
  knownBy: KnownBy,
): Report => ({
  kind: 'high-needs',
  title: 'High needs report',
  subtitle: `The deficit, demand, places and the recovery plan, for Cabinet and Council every six months${knownBy === null ? '' : `, as it stood on ${dayText(knownBy)}`}`,
  council: name,
  period: monthText(told.month),
  language: 'en-GB',
  blocks: [
    ...highNeedsBrief(told),
    ...highNeedsDeficit(told),
    ...highNeedsDemand(told),
    ...highNeedsPlaces(told),
    ...highNeedsRecovery(told),
    ...highNeedsNotes(told, shortName),
  ],
})
