import {
  type ApprovalRoute,
  approvalRoutes,
  leastRoute,
  whyNotApproved,
} from '../../../domain/finance/capital-approval.ts'
import { dayText } from '../../../domain/period-text.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { todayOf } from '../../../web/site.ts'
import { typedReader } from '../../typed-reader.ts'
import { firstYear } from '../programme-words.ts'
import { raiseEstimate } from '../record-estimates.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'
import { routeChoices } from './read-approval.ts'
import { schemeChoices, serviceChoices, yearChoices } from './scheme-choices.ts'

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
    const { problems, raw, words, wordsOrNull, pounds } = typedReader(body)
    const title = words('title', 'Say what the money is for')
    const service = words('service', 'Choose the service')
    const amount = pounds('amount', 'Enter an amount above nought')
    const year = words('financialYear', 'Choose the year')
    const route = raw('route') || leastRoute(amount)
    if (!Object.hasOwn(approvalRoutes, route))
      problems.push({ field: 'route', text: 'Choose one of the list' })
    else {
      const why = whyNotApproved(route as ApprovalRoute, amount)
      if (why !== null) problems.push({ field: 'route', text: why })
    }
    const input = {
      title,
      service,
      scheme: raw('scheme') || null,
      amount,
      year,
      funding: wordsOrNull('funding'),
      revenueEffect: wordsOrNull('revenueEffect'),
      proposedRoute: route as ApprovalRoute,
      proposedWhen: dayText(todayOf(site)),
      note: wordsOrNull('note'),
      exemptReason: wordsOrNull('exemptReason'),
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, input }
  },
  run: async (db, actor, input) => ({ ok: true, result: await raiseEstimate(db, actor, input) }),
  leadsTo: (id, { params }) => `/finance/capital/${params.year}/estimates/${id}?done=raised`,
})
