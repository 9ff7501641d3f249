import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import { shiftPeriod } from '../domain/period.ts'
import { periodSlug, quarterText } from '../domain/period-text.ts'
import type { Report } from '../domain/report/blocks.ts'
import { authorityOf } from '../organisation/authority.ts'
import { reportingQuarter } from '../organisation/queries.ts'
import { capitalReportMonths, makeCapitalReport } from './capital-report.ts'
import { cporFacts, cporReport } from './cpor.ts'
import { highNeedsReportMonths, makeHighNeedsReport } from './high-needs-report.ts'
import { quarterRisks } from './quarter-risks.ts'
import { makeRevenueReport, revenueReportMonths } from './revenue-report.ts'
import { riskReport } from './risk-report.ts'
import { makeTreasuryReport, treasuryReportQuarters } from './treasury-report.ts'

/** A period that a report can be made of, as part of its address and in words. */
export type ReportPeriod = { readonly slug: string; readonly text: string }

type Kind = {
  readonly title: string
  readonly says: string
  /** The periods offered, latest first. */
  readonly periods: (db: Db) => Promise<readonly ReportPeriod[]>
  /** The report of a period named as in its address: '2024-25-q1', '2024-06'. @throws NotFound with what is held instead. */
  readonly make: (db: Db, actor: Actor, period: string, knownBy: KnownBy) => Promise<Report>
}

const quartersOffered = 4

const latestQuarters = async (db: Db): Promise<ReportPeriod[]> => {
  const latest = await reportingQuarter(db, null)
  return Array.from({ length: quartersOffered }, (_, back) => shiftPeriod(latest, -back)).map((quarter) => ({
    slug: periodSlug(quarter),
    text: quarterText(quarter),
  }))
}

/** Every kind of report that can be made, with what it is called. One entry here, and every output follows. */
export const reportKinds = {
  cpor: {
    title: 'Corporate Plan Overview Report',
    says: 'To Cabinet each quarter: the whole corporate plan by priority, exceptions first, with the money and the gaps.',
    periods: latestQuarters,
    make: async (db, actor, period, knownBy) =>
      cporReport(await cporFacts(db, actor, await reportingQuarter(db, period, knownBy), knownBy)),
  },
  revenue: {
    title: 'Revenue monitoring report',
    says: 'To Cabinet each month from July: the forecast for the year, what lies behind it, what is being done and what is still to find.',
    periods: revenueReportMonths,
    make: makeRevenueReport,
  },
  capital: {
    title: 'Capital monitoring report',
    says: 'To Cabinet each month from July: the programme and what changed in it, spending and forecast, what is likely to slip, and what pays for it.',
    periods: capitalReportMonths,
    make: makeCapitalReport,
  },
  risk: {
    title: 'Risk register',
    says: 'To Audit and Governance, and to Cabinet with the overview report: what is above appetite, the heat map, every register.',
    periods: latestQuarters,
    make: async (db, actor, period, knownBy) => {
      const risks = await quarterRisks(db, await reportingQuarter(db, period, knownBy), knownBy)
      return riskReport((await authorityOf(db, actor)).name, risks)
    },
  },
  'high-needs': {
    title: 'High needs report',
    says: 'To Cabinet and Council every six months: the deficit and what it may become, demand, places, and the recovery plan.',
    periods: highNeedsReportMonths,
    make: makeHighNeedsReport,
  },
  treasury: {
    title: 'Prudential indicators and collection fund',
    says: 'To Cabinet each quarter: debt against its limits, the prudential indicators against what the council approved, the collection fund.',
    periods: treasuryReportQuarters,
    make: makeTreasuryReport,
  },
} as const satisfies Record<string, Kind>
export type ReportKind = keyof typeof reportKinds

export const isReportKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text)

/** Makes a report for giving out, and records that it was made. */
export const makeReport = (
  db: Db,
  actor: Actor,
  kind: ReportKind,
  period: string,
  knownBy: KnownBy = null,
): Promise<Report> =>
  command(
    db,
    actor,
    'report.make',
    async (db) => {
      const report = await reportKinds[kind].make(db, actor, period, knownBy)
      return { result: report, event: { action: 'report.made', subject: `report/${kind}/${period}` } }
    },
    { published: true },
  )
