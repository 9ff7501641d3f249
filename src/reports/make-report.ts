import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Period } from '../domain/period.ts'
import { periodSlug } from '../domain/period-text.ts'
import type { Report } from '../domain/report/blocks.ts'
import { cporFacts, cporReport } from './cpor.ts'

/** Every kind of report that can be made, with what it is called. One line here, and every output follows. */
export const reportKinds = {
  cpor: {
    title: 'Corporate Plan Overview Report',
    says: 'To Cabinet each quarter: the whole corporate plan by priority, exceptions first, with the money and the gaps.',
    make: async (db: Db, actor: Actor, quarter: Period, knownBy: KnownBy) =>
      cporReport(await cporFacts(db, actor, quarter, knownBy)),
  },
} as const
export type ReportKind = keyof typeof reportKinds

export const isReportKind = (text: string): text is ReportKind => Object.hasOwn(reportKinds, text)

/** Makes a report for giving out, and records that it was made. */
export const makeReport = (
  db: Db,
  actor: Actor,
  kind: ReportKind,
  quarter: Period,
  knownBy: KnownBy = null,
): Promise<Report> =>
  command(db, actor, 'report.make', async (db) => {
    const report = await reportKinds[kind].make(db, actor, quarter, knownBy)
    return {
      result: report,
      event: { action: 'report.made', subject: `report/${kind}/${periodSlug(quarter)}` },
    }
  })
