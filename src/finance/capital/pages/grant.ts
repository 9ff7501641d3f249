import { can } from '../../../domain/access/can.ts'
import { type ApprovalRoute, approvalRoutes } from '../../../domain/finance/capital-approval.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { poundsText } from '../../../domain/money.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { typedReader } from '../../typed-reader.ts'
import { assignGrant } from '../assign-grant.ts'
import { assignmentTable } from '../funding-tables.ts'
import { grantFor } from '../grants.ts'
import { firstYear } from '../programme-words.ts'
import { capitalCrumbs, capitalNav } from './capital-nav.ts'
import { programmeFor } from './programme-for.ts'
import { approvalFields, readApproval, routeChoices } from './read-approval.ts'
import { schemeChoices } from './scheme-choices.ts'

/** One block grant, and a form to assign some of it. */
export const grantPage = page({
  path: '/finance/capital/:year/grants/:grant',
  action: 'finance.view',
  template: 'finance/capital/pages/grant.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const view = await programmeFor(db, params.year)
    const grant = await grantFor(db, params.grant)
    const year = firstYear(view)
    const left = grant.amount - grant.assigned
    const fields = {
      scheme: '',
      amount: '',
      ...approvalFields,
      programme: view.programme,
      seen: String(grant.assignments.length),
    }
    const assignForm = formView(asked, `/finance/capital/${year}/grants/${grant.code}`, fields)
    return {
      year,
      nav: capitalNav(view, '/funding'),
      title: grant.title,
      caption: `${grant.serviceName}, ${yearText(grant.year)}`,
      lead: `${poundsText(grant.amount)} allocated; ${poundsText(grant.assigned)} is known to be assigned to schemes.`,
      notice: query.get('done') === 'assigned' ? 'The assignment is recorded.' : null,
      table: assignmentTable(grant),
      isEmpty: grant.assignments.length === 0,
      form: left > 0n && can(actor, 'finance.record').allowed ? assignForm : null,
      schemes: schemeChoices(view, assignForm.values.scheme).filter(
        ({ label }) => label === grant.serviceName,
      ),
      routes: routeChoices(assignForm.values.route, 'Choose'),
      source: grant.source,
    }
  },
  title: (view) => view.title,
  tables: ({ table }) => [table],
  breadcrumbs: ({ year }) => [
    ...capitalCrumbs(year),
    { text: 'Funding', href: `/finance/capital/${year}/funding` },
  ],
})

export const assignForm = form({
  path: '/finance/capital/:year/grants/:grant',
  action: 'finance.record',
  page: grantPage,
  read: (body) => {
    const { problems, raw, words, pounds } = typedReader(body)
    const scheme = words('scheme', 'Choose the scheme')
    const amount = pounds('amount', 'Enter an amount above nought')
    const { route, body: who, when } = readApproval(body, 'Say who approved it', problems)
    if (problems.length > 0 || route === null || when === null) return { ok: false, problems }
    const input = {
      programme: raw('programme'),
      seen: Number(raw('seen')) || 0,
      scheme,
      amount,
      route: route as ApprovalRoute,
      body: who ?? approvalRoutes[route],
      when,
    }
    return { ok: true, input }
  },
  run: async (db, actor, input, { params }) => {
    const done = await assignGrant(db, actor, { ...input, grant: params.grant })
    return done.ok
      ? { ok: true, result: null }
      : { ok: false, problems: [{ field: done.field, text: done.says }] }
  },
  leadsTo: (_, { params }) => `/finance/capital/${params.year}/grants/${params.grant}?done=assigned`,
})
