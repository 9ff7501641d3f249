import {
  type ApprovalRoute,
  approvalRoutes,
  leastRoute,
  whyNotApproved,
} from '../../../domain/finance/capital-approval.ts'
import { readPounds } from '../../../domain/finance/capital-changes.ts'
import { dayText } from '../../../domain/period-text.ts'
import { form, type Problem } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { todayOf } from '../../../web/site.ts'
import { firstYear } from '../programme-words.ts'
import { raiseEstimate } from '../record-estimates.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'
import { routeChoices } from './read-approval.ts'
import { schemeChoices, serviceChoices, yearChoices } from './scheme-choices.ts'

const LONGEST = 1000

export const newEstimatePage = page({
  path: '/finance/capital/:year/estimates/new',
  action: 'finance.record',
  template: 'finance/capital/pages/new-estimate.njk',
  view: async (asked) => {
    const view = await programmeFor(asked.db, asked.params.year)
    const year = firstYear(view)
    const fields = {
      title: '',
      scheme: '',
      service: '',
      amount: '',
      financialYear: year,
      funding: '',
      revenueEffect: '',
      route: '',
      note: '',
      exemptReason: '',
    }
    const estimateForm = formView(asked, `/finance/capital/${year}/estimates/new`, fields)
    const { values } = estimateForm
    return {
      year,
      nav: capitalNav(view, null),
      form: estimateForm,
      schemes: schemeChoices(view, values.scheme),
      services: await serviceChoices(asked.db, values.service),
      years: yearChoices(view, values.financialYear),
      routes: routeChoices(values.route, 'Choose'),
    }
  },
  title: 'Raise a supplementary estimate',
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Supplementary estimates', href: `/finance/capital/${year}/estimates` },
  ],
})

export const estimateForm = form({
  path: '/finance/capital/:year/estimates/new',
  action: 'finance.record',
  page: newEstimatePage,
  read: (body, { site }) => {
    const problems: Problem[] = []
    const typed = (field: string) => (body.get(field) ?? '').trim()
    const needed = (field: string, text: string): string => {
      if (typed(field) === '') problems.push({ field, text })
      return typed(field)
    }
    const title = needed('title', 'Say what the money is for')
    const service = needed('service', 'Choose the service')
    const read = readPounds(typed('amount'))
    if (!read.ok) problems.push({ field: 'amount', text: read.problem })
    else if (read.value === 0n) problems.push({ field: 'amount', text: 'Enter an amount above nought' })
    const amount = read.ok ? read.value : 0n
    const year = needed('financialYear', 'Choose the year')
    const route = typed('route') || leastRoute(amount)
    if (!Object.hasOwn(approvalRoutes, route))
      problems.push({ field: 'route', text: 'Choose one of the list' })
    else {
      const why = whyNotApproved(route as ApprovalRoute, amount)
      if (why !== null) problems.push({ field: 'route', text: why })
    }
    for (const field of ['title', 'funding', 'revenueEffect', 'note', 'exemptReason'])
      if (typed(field).length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
    if (problems.length > 0) return { ok: false, problems }
    const input = {
      title,
      service,
      scheme: typed('scheme') || null,
      amount,
      year,
      funding: typed('funding') || null,
      revenueEffect: typed('revenueEffect') || null,
      proposedRoute: route as ApprovalRoute,
      proposedWhen: dayText(todayOf(site)),
      note: typed('note') || null,
      exemptReason: typed('exemptReason') || null,
    }
    return { ok: true, input }
  },
  run: async (db, actor, input) => ({ ok: true, result: await raiseEstimate(db, actor, input) }),
  leadsTo: (id, { params }) => `/finance/capital/${params.year}/estimates/${id}?done=raised`,
})
