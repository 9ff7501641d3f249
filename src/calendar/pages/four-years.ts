import { can } from '../../domain/access/can.ts'
import { plans } from '../../planning/queries.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { planApprovals, planStages } from '../plan-records.ts'
import { fourYearsView } from './four-years-view.ts'

const notices: Readonly<Record<string, string>> = {
  stage: 'The stage is recorded.',
  approval: 'The approval is recorded.',
}

/** The four years of a corporate plan, what was done in each, and who approved it. */
export const fourYearsPage = page({
  path: '/calendar/four-years',
  action: 'calendar.view',
  template: 'calendar/pages/four-years.njk',
  view: async ({ db, actor, query, site, path }) =>
    fourYearsView({
      plans: await plans(db),
      stages: await planStages(db),
      approvals: await planApprovals(db),
      today: todayOf(site),
      asked: query.get('plan'),
      path,
      mayKeep: can(actor, 'calendar.keep').allowed,
      notice: notices[query.get('done') ?? ''] ?? null,
    }),
  title: 'The four-year cycle',
  breadcrumbs: () => [{ text: 'Calendar', href: '/calendar' }],
  tables: ({ table }) => (table === null ? [] : [table]),
})
