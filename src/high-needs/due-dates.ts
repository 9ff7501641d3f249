import type { DatedSource } from '../calendar/sources.ts'
import { can } from '../domain/access/can.ts'
import { occurrences } from '../domain/high-needs/commitment.ts'
import { commitmentsOf } from './recovery.ts'

/** What was promised about high needs, in the calendar, as often as it comes round. */
export const highNeedsDueDates: DatedSource = async (db, actor, from, to) => {
  if (!can(actor, 'high-needs.view').allowed) return []
  return (await commitmentsOf(db)).flatMap((each) =>
    occurrences(each, { start: from, end: to }).map((when) => ({
      key: `high-needs-${each.code}-${when.start}`,
      kind: 'reporting' as const,
      title: `High needs: ${each.commitment}`,
      when,
      about: null,
      roles: ['executive-director', 'assistant-director'] as const,
      forum: null,
      detail: null,
      note: each.everyMonths === null ? null : `Every ${each.everyMonths} months`,
      href: '/high-needs/recovery-plan',
      source: each.source,
      cadence: null,
      revision: 0,
      changedAt: each.at,
      illustrative: each.illustrative,
    })),
  )
}
