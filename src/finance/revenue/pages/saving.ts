import { can } from '../../../domain/access/can.ts'
import { isMonthOf, monthText, yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText } from '../../../domain/money.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { typedReader } from '../../typed-reader.ts'
import { revenueMonths } from '../queries.ts'
import { reportSavingProgress } from '../record-savings.ts'
import { type SavingProgramme, savingProgrammeFor } from '../savings.ts'
import { savingHref } from '../savings-table.ts'

const path = '/finance/savings/:year/:code'

/** One programme: how far it has come, report by report, and a form for the next. */
export const savingPage = page({
  path: path,
  action: 'finance.view',
  template: 'finance/revenue/pages/saving.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const programme = await savingProgrammeFor(db, params.year, params.code)
    const [latest] = (await revenueMonths(db)).filter(({ financialYear }) => financialYear === params.year)
    const fields = { month: latest?.month ?? '', delivered: '', atRisk: '', words: '', source: '' }
    const seen = { seen: String(programme.progress.length) }
    return {
      ...savingView(programme),
      notice: query.get('done') === 'reported' ? 'The progress is recorded.' : null,
      form: can(actor, 'finance.record').allowed
        ? formView(asked, savingHref(programme), { ...fields, ...seen })
        : null,
    }
  },
  title: ({ title }) => title,
  breadcrumbs: ({ back }) => [back],
})

export function savingView({
  financialYear,
  title,
  serviceName,
  note,
  source,
  standing,
  progress,
}: SavingProgramme) {
  const year = yearText(financialYear)
  return {
    nav: financeNav('/finance/savings'),
    title,
    caption: `${serviceName}, ${year}`,
    back: { text: `Savings of ${year}`, href: `/finance/savings/${financialYear}` },
    lead: `${poundsMillionText(standing.stillToDeliver)} of ${poundsMillionText(standing.planned)} is still to deliver.`,
    facts: [
      { term: 'Planned', text: poundsMillionText(standing.planned) },
      {
        term: 'Delivered',
        text: progress.length === 0 ? 'Not reported yet' : poundsMillionText(standing.delivered),
      },
      {
        term: 'At risk',
        text: standing.atRisk === null ? 'Not stated' : poundsMillionText(standing.atRisk),
      },
      ...(standing.beyond > 0n
        ? [{ term: 'Beyond the plan', text: poundsMillionText(standing.beyond) }]
        : []),
      ...(note === null ? [] : [{ term: 'Note', text: note }]),
      { term: 'Source', text: source },
    ],
    history: progress.toReversed().map(({ month, delivered, atRisk, words, by, source: from }) => ({
      title: `${poundsMillionText(delivered)} delivered to the end of ${monthText(month)}${atRisk === null ? '' : `, ${poundsMillionText(atRisk)} at risk`}`,
      words,
      by: `Recorded by ${by}. ${from}`,
    })),
  }
}

export const savingForm = form({
  path: path,
  action: 'finance.record',
  page: savingPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const month = typed.raw('month')
    const delivered = typed.millions('delivered', 'Enter what is delivered so far in £m, such as 0.900')
    const atRisk = typed.millionsOrNull('atRisk')
    const words = typed.wordsOrNull('words')
    const source = typed.words('source', 'Say where this is written down')
    if (!isMonthOf(params.year, month))
      problems.push({
        field: 'month',
        text: `Enter a month of ${yearText(params.year)}, such as ${params.year.slice(0, 4)}-07`,
      })
    if (problems.length > 0) return { ok: false, problems }
    const seen = Number(typed.raw('seen'))
    const of = { financialYear: params.year, code: params.code }
    return { ok: true, input: { ...of, seen, month, delivered, atRisk, words, source } }
  },
  run: async (db, actor, input) => {
    const problems = await reportSavingProgress(db, actor, input)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, result: undefined }
  },
  leadsTo: (_, { params }) =>
    `${savingHref({ financialYear: params.year, code: params.code })}?done=reported`,
})
