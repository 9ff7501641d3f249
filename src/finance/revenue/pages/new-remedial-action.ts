import type { RemedialKind } from '../../../domain/finance/revenue-remedial.ts'
import { monthText } from '../../../domain/financial-year.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { budgetServices } from '../../services.ts'
import { typedReader } from '../../typed-reader.ts'
import { revenueHref } from '../addresses.ts'
import { revenueMonitor } from '../queries.ts'
import { proposeRemedialAction } from '../record-remedial.ts'
import { remedialHref } from '../remedial-table.ts'
import { serviceItems } from './service-items.ts'

const path = '/finance/revenue/:year/:month/remedial-actions/new'
/** A plan for Members is asked for by rule, and not proposed here. */
const kinds = {
  action: 'An action',
  'provision-release': 'The release of a provision or contingency',
} as const

export const newRemedialActionPage = page({
  path,
  action: 'finance.record',
  template: 'finance/revenue/pages/new-remedial-action.njk',
  view: async (asked) => {
    const { db, params } = asked
    const of = { financialYear: params.year, month: params.month }
    await revenueMonitor(db, of)
    const fields = { kind: 'action', title: '', service: '', value: '', source: '' }
    const form = formView(asked, `${revenueHref(of)}/remedial-actions/new`, fields)
    return {
      nav: financeNav('/finance/revenue'),
      month: monthText(of.month),
      back: { text: `Revenue at the end of ${monthText(of.month)}`, href: revenueHref(of) },
      form,
      kinds: Object.entries(kinds).map(([value, text]) => ({ value, text })),
      services: serviceItems(await budgetServices(db), form.values.service, 'The whole council'),
    }
  },
  title: ({ month }) => `Propose a remedial action, ${month}`,
  breadcrumbs: ({ back }) => [back],
})

export const newRemedialActionForm = form({
  path,
  action: 'finance.record',
  page: newRemedialActionPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const kind: RemedialKind = typed.raw('kind') === 'provision-release' ? 'provision-release' : 'action'
    const title = typed.words('title', 'Say what is to be done')
    const value = typed.millionsOrNull('value')
    const source = typed.words('source', 'Say where this is written down')
    if (value !== null && value <= 0n)
      problems.push({ field: 'value', text: 'Write by how much it lowers the forecast, without a minus' })
    if (kind === 'provision-release' && typed.raw('value') === '')
      problems.push({ field: 'value', text: 'Enter how much of the provision is released, in £m' })
    if (problems.length > 0) return { ok: false, problems }
    const service = typed.raw('service') || null
    const of = { financialYear: params.year, month: params.month }
    return { ok: true, input: { ...of, kind, title, service, value, dueAfterMonth: null, source } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await proposeRemedialAction(db, actor, input) }),
  leadsTo: (number, { params }) => `${remedialHref({ financialYear: params.year, number })}?done=proposed`,
})
