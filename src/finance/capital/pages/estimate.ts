import { can } from '../../../domain/access/can.ts'
import { type ApprovalRoute, approvalRoutes } from '../../../domain/finance/capital-approval.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { poundsText } from '../../../domain/money.ts'
import { form, type Read } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { typedReader } from '../../typed-reader.ts'
import { type Decision, decideEstimate } from '../decide-estimate.ts'
import { estimateFor, type HeldEstimate } from '../estimates.ts'
import { firstYear } from '../programme-words.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'
import { approvalFields, readApproval, routeChoices } from './read-approval.ts'
import { schemeChoices, serviceChoices, yearChoices } from './scheme-choices.ts'

const decisions = {
  approved: 'Approved: it enters the programme',
  refused: 'Not approved',
  withdrawn: 'Withdrawn',
} as const

const idIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

export const estimatePage = page({
  path: '/finance/capital/:year/estimates/:estimate',
  action: 'finance.view',
  template: 'finance/capital/pages/estimate.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const view = await programmeFor(db, params.year)
    const year = firstYear(view)
    const estimate = await estimateFor(db, idIn(params.estimate))
    const fields = {
      decision: '',
      ...approvalFields,
      financialYear: estimate.year ?? '',
      scheme: estimate.scheme ?? '',
      service: estimate.service ?? '',
      words: '',
      programme: view.programme,
    }
    const decideForm = formView(asked, `/finance/capital/${year}/estimates/${estimate.id}/decision`, fields)
    const mayDecide = estimate.decision === null && can(actor, 'finance.record').allowed
    return {
      year,
      nav: capitalNav(view, null),
      title: estimate.title,
      lead: poundsText(estimate.amount),
      standing: estimate.standing,
      exempt: estimate.exempt,
      illustrative: estimate.illustrative,
      notice:
        query.get('done') === 'raised'
          ? 'The estimate is raised.'
          : query.get('done') === 'decided'
            ? 'The decision is recorded.'
            : null,
      facts: factsOf(estimate),
      form: mayDecide ? decideForm : null,
      decisions: Object.entries(decisions).map(([value, text]) => ({ value, text })),
      routes: routeChoices(decideForm.values.route, 'Choose'),
      years: yearChoices(view, decideForm.values.financialYear),
      schemes: schemeChoices(view, decideForm.values.scheme),
      services: mayDecide ? await serviceChoices(db, decideForm.values.service) : [],
      source: estimate.source,
    }
  },
  title: (view) => view.title,
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Supplementary estimates', href: `/finance/capital/${year}/estimates` },
  ],
})

function factsOf(estimate: HeldEstimate) {
  const { decision } = estimate
  return [
    { term: 'Where it stands', text: estimate.standing.text },
    { term: 'Service', text: estimate.serviceName ?? 'Not stated' },
    { term: 'Year', text: estimate.year === null ? 'Not stated' : yearText(estimate.year) },
    { term: 'Funding', text: estimate.funding ?? 'Not stated' },
    { term: 'Effect on revenue', text: estimate.revenueEffect ?? 'Not stated' },
    {
      term: 'Proposed',
      text: `${estimate.proposedWhen}, for approval by: ${approvalRoutes[estimate.proposedRoute]}`,
    },
    ...(estimate.note === null ? [] : [{ term: 'Note', text: estimate.note }]),
    ...(estimate.by === null ? [] : [{ term: 'Raised by', text: estimate.by }]),
    ...(decision === null
      ? []
      : [
          {
            term: 'Decision',
            text: [estimate.standing.brief, decision.words, `recorded by ${decision.by}`]
              .filter(Boolean)
              .join('; '),
          },
        ]),
  ]
}

export const decideForm = form({
  path: '/finance/capital/:year/estimates/:estimate/decision',
  action: 'finance.record',
  page: estimatePage,
  read: (body): Read<Decision> => {
    const { problems, raw, wordsOrNull } = typedReader(body)
    const step = raw('decision')
    const words = wordsOrNull('words')
    if (!Object.hasOwn(decisions, step)) problems.push({ field: 'decision', text: 'Choose what was decided' })
    if (step !== 'approved' && Object.hasOwn(decisions, step)) {
      if (words === null) problems.push({ field: 'words', text: 'Say why' })
      if (problems.length > 0) return { ok: false, problems }
      return { ok: true, input: { step: step as 'refused' | 'withdrawn', words } }
    }
    const approval = readApproval(body, 'Say who approved it', problems)
    const year = raw('financialYear')
    if (year === '') problems.push({ field: 'financialYear', text: 'Choose the year that it enters' })
    if (problems.length > 0) return { ok: false, problems }
    const input = {
      step: 'approved' as const,
      words,
      approval: { ...approval, route: approval.route as ApprovalRoute },
      programme: raw('programme'),
      year,
      scheme: raw('scheme') || null,
      service: raw('service') || null,
    }
    return { ok: true, input }
  },
  run: async (db, actor, input, { params }) => {
    const done = await decideEstimate(db, actor, { ...input, id: idIn(params.estimate) })
    if (done.ok) return { ok: true, result: null }
    const field = done.field === 'year' ? 'financialYear' : done.field
    return { ok: false, problems: [{ field, text: done.says }] }
  },
  leadsTo: (_, { params }) => `/finance/capital/${params.year}/estimates/${params.estimate}?done=decided`,
})
