import { plans } from '../../planning/queries.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { recordPlanApproval } from '../plan-commands.ts'
import { readOccurrence } from '../read-occurrence.ts'

const path = '/calendar/four-years/approvals/new'

export const newApprovalPage = page({
  path,
  action: 'calendar.keep',
  template: 'calendar/pages/new-approval.njk',
  view: async (asked) => {
    const all = (await plans(asked.db)).filter(({ level }) => level !== 'vision')
    const first = {
      plan: asked.query.get('plan') ?? all.at(-1)?.code ?? '',
      on: '',
      by: 'Full Council',
      minute: '',
      source: '',
      note: '',
    }
    const { values, ...rest } = formView(asked, path, first)
    return {
      form: { ...rest, values },
      plans: all.map(({ code, title }) => ({ value: code, text: title, selected: code === values.plan })),
    }
  },
  title: 'Record an approval',
  breadcrumbs: () => [
    { text: 'Calendar', href: '/calendar' },
    { text: 'The four-year cycle', href: '/calendar/four-years' },
  ],
})

export const newApprovalForm = form({
  path,
  action: 'calendar.keep',
  page: newApprovalPage,
  read: (body, { site }) => {
    const { plan, on, by, note, problems } = readOccurrence(body, todayOf(site))
    const minuteRef = (body.get('minute') ?? '').trim()
    const source = (body.get('source') ?? '').trim()
    if (minuteRef.length > 120)
      problems.push({ field: 'minute', text: 'Enter the minute’s reference in at most 120 characters' })
    if (source === '' || source.length > 500)
      problems.push({ field: 'source', text: 'Enter where it is written down, in at most 500 characters' })
    if (problems.length > 0 || on === null) return { ok: false, problems }
    const input = { plan, approvedOn: on, approvedBy: by, minuteRef: minuteRef || null, source, note }
    return { ok: true, input }
  },
  run: async (db, actor, input) => ({
    ok: true,
    result: await recordPlanApproval(db, actor, input).then(() => input.plan),
  }),
  leadsTo: (plan) => `/calendar/four-years?plan=${encodeURIComponent(plan)}&done=approval`,
})
