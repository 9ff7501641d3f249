import { can } from '../../domain/access/can.ts'
import { dayText } from '../../domain/period-text.ts'
import { form } from '../../web/form.ts'
import { ownAddress } from '../../web/own-address.ts'
import { page } from '../../web/page.ts'
import { noteFrameworkSeen } from '../framework-commands.ts'
import { type FrameworkVersion, frameworkSeenBy, frameworkVersions } from '../framework-versions.ts'

/** The framework by which the council plans and manages performance: as it is, and as it was. */
export const frameworkPage = page({
  path: '/framework',
  action: 'calendar.view',
  template: 'calendar/pages/framework.njk',
  view: async ({ db, actor, query }) => {
    const [current, ...earlier] = await frameworkVersions(db)
    const mayKeep = can(actor, 'framework.keep').allowed
    const seen = current === undefined || !mayKeep ? [] : await frameworkSeenBy(db, current.number)
    return {
      notice:
        query.get('done') === 'revised'
          ? 'The revision is recorded, and announced to everybody who signs in.'
          : null,
      mayKeep,
      current: current === undefined ? null : shown(current),
      earlier: earlier.map(shown),
      seen: seen.map(({ label }) => label).join(', '),
    }
  },
  title: 'The framework',
  breadcrumbs: () => [{ text: 'Calendar', href: '/calendar' }],
})

const day = (date: string | null): string | null => (date === null ? null : dayText(date))
const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

const shown = (version: FrameworkVersion) => ({
  number: version.number,
  title: version.title,
  adopted: [version.adoptedBy, day(version.adoptedOn)].filter((words) => words).join(', ') || null,
  effectiveFrom: day(version.effectiveFrom),
  reviewDue: day(version.reviewDue),
  whatChanged: version.whatChanged,
  source: version.source,
  illustrative: version.illustrative,
  parts: [
    { title: 'Aims', lines: lines(version.aims) },
    { title: 'Reporting tiers', lines: lines(version.tiers) },
    { title: 'Rules of the cycle', lines: lines(version.rules) },
  ].filter((part) => part.lines.length > 0),
})

/** Puts the notice of a revision away. */
export const frameworkSeenForm = form({
  path: '/framework/seen',
  action: 'session.own',
  page: frameworkPage,
  read: (body) => ({ ok: true, input: { number: Number(body.get('number')), back: body.get('back') } }),
  run: async (db, actor, { number, back }, { site }) => {
    await noteFrameworkSeen(db, actor, { number, now: site.now() })
    return { ok: true, result: ownAddress(back, '/framework') }
  },
  leadsTo: (back) => back,
})
