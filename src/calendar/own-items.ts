import type { Db } from '../db/database.ts'
import type { DatedItem } from '../domain/calendar/dated-item.ts'
import { moment } from '../domain/period.ts'
import { plans } from '../planning/queries.ts'
import { frameworkVersions } from './framework-versions.ts'
import { planApprovals } from './plan-records.ts'
import type { DatedSource } from './sources.ts'

/** What was recorded with a day in the calendar's own tables. */
export const recordedDates: DatedSource = async (db, _actor, from, to) => {
  const titles = new Map((await plans(db)).map(({ code, title }) => [code, title]))
  const approvals = (await planApprovals(db))
    .filter(({ approvedOn }) => approvedOn >= from && approvedOn < to)
    .map(
      (approval): DatedItem => ({
        ...once,
        key: `approval-${approval.plan}-${approval.number}`,
        kind: 'planning',
        title: `Approved by ${approval.approvedBy}: ${titles.get(approval.plan) ?? approval.plan}`,
        when: moment(approval.approvedOn),
        roles: approval.approvedBy === 'Full Council' ? ['full-council'] : [],
        note: approval.minuteRef,
        href: '/calendar/four-years',
        source: approval.source,
        changedAt: approval.recordedAt,
        illustrative: approval.illustrative,
      }),
    )
  return [...approvals, ...(await frameworkDates(db, from, to))]
}

/** The days on which the framework was revised, and on which the one in force is to be reviewed. */
async function frameworkDates(db: Db, from: string, to: string): Promise<DatedItem[]> {
  const versions = await frameworkVersions(db)
  return versions.flatMap((version, index) => {
    const { number, title, effectiveFrom, adoptedOn, reviewDue } = version
    const date = (key: string, day: string | null, says: string): DatedItem[] =>
      day === null || day < from || day >= to
        ? []
        : [
            {
              ...once,
              key: `framework-${number}-${key}`,
              kind: 'framework',
              title: says,
              when: moment(day),
              roles: key === 'review' ? ['business-intelligence'] : [],
              note: null,
              href: '/framework',
              source: version.source,
              changedAt: version.recordedAt,
              illustrative: version.illustrative,
            },
          ]
    return [
      ...date('revised', effectiveFrom ?? adoptedOn, `${title}, version ${number}`),
      ...(index === 0 ? date('review', reviewDue, `Review due: ${title}`) : []),
    ]
  })
}

/** What is recorded once and never changed. */
const once = {
  about: null,
  forum: null,
  detail: null,
  cadence: null,
  revision: 0,
} as const satisfies Partial<DatedItem>
