import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import { counted } from '../../../domain/counted.ts'
import { virementProblem } from '../../../domain/finance/revenue-virement.ts'
import { isMonthOf, yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText, sumPence } from '../../../domain/money.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { readWhen } from '../../read-when.ts'
import { budgetServices } from '../../services.ts'
import { typedReader } from '../../typed-reader.ts'
import { virementsHref } from '../addresses.ts'
import { revenueMonths } from '../queries.ts'
import { recordVirement } from '../record-virement.ts'
import { virementTable } from '../virement-table.ts'
import { virementsOf } from '../virements.ts'
import { serviceItems } from './service-items.ts'

const path = '/finance/virements/:year'

/** The moves of money between a year's budgets, and a form to record one. */
export const virementsPage = page({
  path,
  action: 'finance.view',
  template: 'finance/revenue/pages/virements.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const { year } = params
    const latest = (await revenueMonths(db)).find(({ financialYear }) => financialYear === year)
    if (latest === undefined) throw new NotFound(`No revenue position is held for ${yearText(year)}.`)
    const virements = await virementsOf(db, year)
    const fields = { amount: '', from: '', fromSubjective: '', to: '', toSubjective: '', purpose: '' }
    const approval = { route: '', approvedWhen: '', inBudgetFrom: '', source: '' }
    const form = formView(asked, virementsHref(year), { ...fields, ...approval })
    const services = await budgetServices(db)
    return {
      nav: financeNav('/finance/revenue'),
      year: yearText(year),
      exampleMonth: latest.month,
      notice: query.get('done') === 'recorded' ? 'The virement is recorded.' : null,
      lead:
        virements.length === 0
          ? 'None is recorded.'
          : `${counted(virements.length, 'virement')} moved ${poundsMillionText(sumPence(virements.map(({ amount }) => amount)))} between budgets, and changed no total.`,
      hasAny: virements.length > 0,
      table: virementTable(year, virements),
      sources: [...new Set(virements.map(({ source }) => source))],
      form: can(actor, 'finance.record').allowed ? form : null,
      fromItems: serviceItems(services, form.values.from),
      toItems: serviceItems(services, form.values.to),
    }
  },
  title: ({ year }) => `Virements of ${year}`,
  breadcrumbs: () => [],
  tables: ({ table }) => [table],
})

export const virementForm = form({
  path,
  action: 'finance.record',
  page: virementsPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const amount = typed.millions('amount', 'Enter the amount in £m, such as 2.450')
    const from = typed.words('from', 'Choose where the money is taken')
    const to = typed.words('to', 'Choose where the money goes')
    const purpose = typed.words('purpose', 'Say what for')
    const route = typed.words('route', 'Say who approved it: a forum or a post')
    const approvedWhen = readWhen(typed.raw('approvedWhen'))
    const inBudgetFrom = typed.raw('inBudgetFrom')
    const source = typed.words('source', 'Say where this is written down')
    if (approvedWhen === null)
      problems.push({
        field: 'approvedWhen',
        text: 'Enter the day or the month, such as 23 5 2024 or May 2024',
      })
    if (!isMonthOf(params.year, inBudgetFrom))
      problems.push({
        field: 'inBudgetFrom',
        text: `Enter a month of ${yearText(params.year)}, such as ${params.year.slice(0, 4)}-06`,
      })
    if (amount < 0n) problems.push({ field: 'amount', text: 'Write the amount without a minus' })
    const lines = [
      { service: from, subjective: typed.raw('fromSubjective'), amount: -amount },
      { service: to, subjective: typed.raw('toSubjective'), amount },
    ]
    const wrong = problems.length === 0 ? virementProblem(lines) : null
    if (wrong !== null) problems.push({ field: 'to', text: wrong })
    if (approvedWhen === null || problems.length > 0) return { ok: false, problems }
    const input = { financialYear: params.year, purpose, route, approvedWhen, inBudgetFrom, lines, source }
    return { ok: true, input }
  },
  run: async (db, actor, input) => ({ ok: true, result: await recordVirement(db, actor, input) }),
  leadsTo: (_, { params }) => `${virementsHref(params.year)}?done=recorded`,
})
