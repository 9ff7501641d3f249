import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import { monthText, yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText, varianceText } from '../../../domain/money.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { typedReader } from '../../typed-reader.ts'
import { forecastsHref, revenueHref } from '../addresses.ts'
import { historyTable, serviceHistoryTable } from '../history-tables.ts'
import { type ForecastHistory, outturnTotal, revenueHistory, trustText } from '../outturns.ts'
import { recordRevenueOutturn } from '../record-outturn.ts'

const path = '/finance/revenue/:year'
const fieldOf = (service: string): string => `outturn-${service}`

/** How each month's forecast of a year stood, how much to trust it, and a form for what the year came to. */
export const forecastsPage = page({
  path,
  action: 'finance.view',
  template: 'finance/revenue/pages/forecasts.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const history = await revenueHistory(db)
    const view = forecastsView(params.year, history)
    const fields = Object.fromEntries(view.services.map(({ service }) => [fieldOf(service), '']))
    const form = formView<string>(asked, forecastsHref(params.year), { ...fields, reason: '', source: '' })
    return {
      ...view,
      notice: query.get('done') === 'outturn' ? 'The outturn is recorded.' : null,
      form: can(actor, 'finance.record').allowed ? form : null,
      sourceValue: form.values.source ?? '',
      sourceError: form.errors.source ?? null,
      reasonValue: form.values.reason ?? '',
      inputs: view.services.map(({ service, name }) => ({
        name: fieldOf(service),
        label: name,
        value: form.values[fieldOf(service)] ?? '',
        error: form.errors[fieldOf(service)] ?? null,
      })),
    }
  },
  title: ({ title }) => title,
  tables: ({ table, byService }) => [table, byService],
})

export function forecastsView(financialYear: string, history: ForecastHistory) {
  const held = history.months.filter((each) => each.financialYear === financialYear)
  const latest = held.at(-1)
  if (latest === undefined)
    throw new NotFound(
      `No revenue forecast is held for ${yearText(financialYear)}.`,
      [...new Set(history.months.map((each) => each.financialYear))].map((year) => ({
        text: `Forecasts of ${yearText(year)}`,
        href: forecastsHref(year),
      })),
    )
  const outturn = history.outturns.get(financialYear)
  const came = outturn === undefined ? null : outturnTotal(outturn)
  return {
    nav: financeNav('/finance/revenue'),
    title: `Revenue forecasts of ${yearText(financialYear)}`,
    lead:
      came === null
        ? `The latest, at the end of ${monthText(latest.month)}: ${varianceText(latest.variance)}. What the year came to is not recorded yet.`
        : `The year came to ${poundsMillionText(came)}: ${varianceText(came - latest.budget)}. The latest forecast had been ${varianceText(latest.variance)}.`,
    latest: { text: `Revenue at the end of ${monthText(latest.month)}`, href: revenueHref(latest) },
    years: [...new Set(history.months.map((each) => each.financialYear))]
      .filter((year) => year !== financialYear)
      .map((year) => ({ text: `Forecasts of ${yearText(year)}`, href: forecastsHref(year) })),
    trust: trustText(history, latest.month),
    hasOutturn: came !== null,
    table: historyTable(financialYear, history),
    byService: serviceHistoryTable(financialYear, history),
    services: (history.lines.get(latest.month) ?? []).map(({ service, name }) => ({ service, name })),
  }
}

export const outturnForm = form({
  path,
  action: 'finance.record',
  page: forecastsPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const lines = [...body.keys()]
      .filter((field) => field.startsWith('outturn-'))
      .map((field) => ({
        service: field.slice('outturn-'.length),
        outturn: typed.millions(field, 'Enter what the year came to in £m'),
      }))
    const source = typed.words('source', 'Say where this is written down')
    const reason = typed.wordsOrNull('reason')
    if (problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { financialYear: params.year, lines, reason, source } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await recordRevenueOutturn(db, actor, input) }),
  leadsTo: (_, { params }) => `${forecastsHref(params.year)}?done=outturn`,
})
