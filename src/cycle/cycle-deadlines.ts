import type { DatedSource } from '../calendar/sources.ts'
import { can } from '../domain/access/can.ts'
import type { Role } from '../domain/access/roles.ts'
import { moment } from '../domain/period.ts'
import { periodText } from '../domain/period-text.ts'
import { type Cycle, cyclesOf } from './cycles.ts'

const steps = [
  { of: 'entry', title: 'Figures and words', roles: ['frontline', 'service-manager'] },
  { of: 'confirmation', title: 'Confirmation of figures', roles: ['service-manager'] },
  { of: 'signOff', title: 'Sign-off of figures', roles: ['assistant-director'] },
  { of: 'assurance', title: 'Assurance of figures', roles: ['business-intelligence'] },
] as const satisfies readonly { of: keyof Cycle['due']; title: string; roles: readonly Role[] }[]

/** The days by which each step of each reporting cycle is due. */
export const cycleDeadlines: DatedSource = async (db, actor, from, to) => {
  if (!can(actor, 'cycle.view').allowed) return []
  return (await cyclesOf(db)).flatMap(({ slug, quarter, due, openedAt, lock, illustrative }) =>
    steps
      .filter(({ of }) => due[of] >= from && due[of] < to)
      .map(({ of, title, roles }) => ({
        key: `cycle-${slug}-${of}`,
        kind: 'reporting' as const,
        title: `${title} due for ${periodText(quarter)}`,
        when: moment(due[of]),
        about: quarter,
        roles,
        forum: null,
        detail: lock ? 'The quarter is locked.' : null,
        note: null,
        href: `/cycles/${slug}`,
        source: `The reporting cycle of ${periodText(quarter)}`,
        cadence: null,
        revision: lock ? 1 : 0,
        changedAt: lock ? lock.at : openedAt,
        illustrative,
      })),
  )
}
