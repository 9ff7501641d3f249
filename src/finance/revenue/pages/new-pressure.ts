import { type Permanence, partsProblems, permanences } from '../../../domain/finance/pressure.ts'
import { monthText } from '../../../domain/financial-year.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { budgetServices } from '../../services.ts'
import { typedReader } from '../../typed-reader.ts'
import { addPressure } from '../add-pressure.ts'
import { revenueHref } from '../addresses.ts'
import { revenueMonitor } from '../queries.ts'
import { serviceItems } from './service-items.ts'

const path = '/finance/revenue/:year/:month/pressures/new'
const mostParts = 3
const partNumbers = Array.from({ length: mostParts }, (_, index) => index + 1)

export const newPressurePage = page({
  path,
  action: 'finance.record',
  template: 'finance/revenue/pages/new-pressure.njk',
  view: async (asked) => {
    const { db, params } = asked
    const of = { financialYear: params.year, month: params.month }
    await revenueMonitor(db, of)
    const parts = Object.fromEntries(
      partNumbers.flatMap((n) => [
        [`part${n}`, ''],
        [`partAmount${n}`, ''],
      ]),
    )
    const form = formView(asked, `${revenueHref(of)}/pressures/new`, {
      service: '',
      title: '',
      amount: '',
      cause: '',
      assumption: '',
      permanence: '',
      laterYears: '',
      laterYearsWords: '',
      source: '',
      exemptReason: '',
      ...parts,
    } as Record<string, string>)
    return {
      nav: financeNav('/finance/revenue'),
      month: monthText(of.month),
      back: { text: `Revenue at the end of ${monthText(of.month)}`, href: revenueHref(of) },
      form,
      services: serviceItems(await budgetServices(db), form.values.service ?? ''),
      lasting: [
        ...Object.entries(permanences).map(([value, text]) => ({ value, text })),
        { value: '', text: 'Not stated' },
      ],
      parts: partNumbers.map((n) => ({
        name: `part${n}`,
        amount: `partAmount${n}`,
        label: `Part ${n}`,
        value: form.values[`part${n}`] ?? '',
        amountValue: form.values[`partAmount${n}`] ?? '',
        error: form.errors[`part${n}`] ?? null,
        amountError: form.errors[`partAmount${n}`] ?? null,
      })),
    }
  },
  title: ({ month }) => `Record a pressure of ${month}`,
  breadcrumbs: ({ back }) => [back],
})

export const newPressureForm = form({
  path,
  action: 'finance.record',
  page: newPressurePage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const service = typed.words('service', 'Choose the service')
    const title = typed.words('title', 'Say what the pressure is')
    const amount = typed.millions('amount', 'Enter the amount in £m, such as 1.400')
    const permanence = typed.raw('permanence')
    const source = typed.words('source', 'Say where this is written down')
    const parts = partNumbers.flatMap((n) => {
      if (typed.raw(`part${n}`) === '' && typed.raw(`partAmount${n}`) === '') return []
      return [
        {
          title: typed.words(`part${n}`, `Say what part ${n} is`),
          amount: typed.millions(`partAmount${n}`, `Enter the amount of part ${n} in £m`),
          cause: null,
        },
      ]
    })
    const rest = {
      cause: typed.wordsOrNull('cause'),
      assumption: typed.wordsOrNull('assumption'),
      laterYears: typed.millionsOrNull('laterYears'),
      laterYearsWords: typed.wordsOrNull('laterYearsWords'),
      exemptReason: typed.wordsOrNull('exemptReason'),
    }
    if (problems.length === 0) {
      const whole = { position: 0, service, partOf: null, title, amount }
      const asParts = parts.map((part, index) => ({ ...whole, ...part, position: index + 1, partOf: 0 }))
      for (const text of partsProblems([whole, ...asParts])) problems.push({ field: 'partAmount1', text })
    }
    if (problems.length > 0) return { ok: false, problems }
    return {
      ok: true,
      input: {
        financialYear: params.year,
        month: params.month,
        service,
        title,
        amount,
        permanence: permanence in permanences ? (permanence as Permanence) : null,
        source,
        parts,
        ...rest,
      },
    }
  },
  run: async (db, actor, input) => ({ ok: true, result: await addPressure(db, actor, input) }),
  leadsTo: (_, { params }) =>
    `${revenueHref({ financialYear: params.year, month: params.month })}?done=pressure`,
})
