import type { DatedItem } from '../domain/calendar/dated-item.ts'
import { moment } from '../domain/period.ts'
import { plans } from '../planning/queries.ts'
import { planApprovals } from './plan-records.ts'
import type { DatedSource } from './sources.ts'

/** What was recorded with a day in the calendar's own tables. */
export const recordedDates: DatedSource = async (db, _actor, from, to) => {
  const titles = new Map((await plans(db)).map(({ code, title }) => [code, title]))
  return (await planApprovals(db))
    .filter(({ approvedOn }) => approvedOn >= from && approvedOn < to)
    .map((approval) => ({
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
    }))
}

/** What is recorded once and never changed. */
const once = {
  about: null,
  forum: null,
  detail: null,
  cadence: null,
  revision: 0,
} as const satisfies Partial<DatedItem>
