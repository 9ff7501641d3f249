import { NotFound } from '../../../access/refusals.ts'
import { can } from '../../../domain/access/can.ts'
import {
  type RemedialStep,
  remedialKinds,
  remedialSteps,
  whyNotStep,
} from '../../../domain/finance/revenue-remedial.ts'
import { isMonthOf, monthText, yearText } from '../../../domain/financial-year.ts'
import { dayText } from '../../../domain/period-text.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { readDay } from '../../../web/read-day.ts'
import { financeNav } from '../../finance-nav.ts'
import { typedReader } from '../../typed-reader.ts'
import { revenueHref } from '../addresses.ts'
import { takeRemedialStep } from '../record-remedial.ts'
import { type RemedialAction, remedialActionFor } from '../remedial.ts'
import { remedialHref } from '../remedial-table.ts'
import { stateStatus, valueText } from '../remedial-words.ts'

const path = '/finance/remedial-actions/:year/:number'

const notices: Readonly<Record<string, string>> = {
  proposed: 'The action is recorded as proposed.',
  step: 'That is recorded.',
}

export const numberIn = (text: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new NotFound('There is nothing of that number here.')
}

/** One remedial action: what it is worth, who approved it when, and what became of it. */
export const remedialActionPage = page({
  path,
  action: 'finance.view',
  template: 'finance/revenue/pages/remedial-action.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const action = await remedialActionFor(db, params.year, numberIn(params.number))
    const steps = (Object.keys(remedialSteps) as RemedialStep[]).filter(
      (step) => whyNotStep(action, step) === null,
    )
    const fields = { step: '', onDay: '', decidedBy: '', inForecastFrom: '', words: '' }
    const seen = { seen: String(action.steps.length) }
    return {
      ...remedialActionView(action),
      notice: notices[query.get('done') ?? ''] ?? null,
      form:
        can(actor, 'finance.record').allowed && steps.length > 0
          ? formView(asked, remedialHref(action), { ...fields, ...seen })
          : null,
      stepItems: steps.map((value) => ({ value, text: remedialSteps[value] })),
      mayCount: steps.includes('in-forecast'),
    }
  },
  title: ({ title }) => title,
  breadcrumbs: ({ back }) => [back],
})

export function remedialActionView(action: RemedialAction) {
  const { financialYear, month, kind, title, serviceName, dueAfterMonth, source, steps } = action
  return {
    nav: financeNav('/finance/revenue'),
    title,
    caption: `${remedialKinds[kind]}, ${yearText(financialYear)}`,
    back: {
      text: `Revenue at the end of ${monthText(month)}`,
      href: revenueHref({ financialYear, month }),
    },
    status: stateStatus(action),
    facts: [
      { term: 'Effect on the forecast', text: valueText(action) },
      { term: 'Where', text: serviceName ?? 'The whole council' },
      { term: 'Raised by the monitoring of', text: monthText(month) },
      ...(dueAfterMonth === null
        ? []
        : [{ term: 'Falls due', text: `If an overspend remains after ${monthText(dueAfterMonth)}` }]),
      { term: 'Source', text: source },
    ],
    history: steps.map(({ step, onDay, decidedBy, inForecastFrom, words, by }) => ({
      title: [
        remedialSteps[step],
        inForecastFrom === null ? '' : ` from ${monthText(inForecastFrom)}`,
        decidedBy === null ? '' : ` by ${decidedBy}`,
        `, ${dayText(onDay)}`,
      ].join(''),
      words,
      by,
    })),
  }
}

export const remedialStepForm = form({
  path,
  action: 'finance.record',
  page: remedialActionPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const step = typed.raw('step')
    const onDay = readDay(typed.raw('onDay'))
    const inForecastFrom = typed.raw('inForecastFrom') || null
    const decidedBy = typed.wordsOrNull('decidedBy')
    const words = typed.wordsOrNull('words')
    if (!isStep(step)) problems.push({ field: 'step', text: 'Choose what became of it' })
    if (onDay === null) problems.push({ field: 'onDay', text: 'Enter the day, such as 25 7 2024' })
    if ((step === 'approved' || step === 'stopped') && decidedBy === null)
      problems.push({ field: 'decidedBy', text: 'Say who decided it: a forum or a post' })
    if (step === 'in-forecast' && !isMonthOf(params.year, inForecastFrom ?? ''))
      problems.push({
        field: 'inForecastFrom',
        text: `Enter the month of ${yearText(params.year)} whose forecast counts it first, such as ${params.year.slice(0, 4)}-07`,
      })
    if (!isStep(step) || onDay === null || problems.length > 0) return { ok: false, problems }
    return {
      ok: true,
      input: {
        financialYear: params.year,
        number: numberIn(params.number),
        seen: Number(typed.raw('seen')),
        step,
        onDay,
        decidedBy: step === 'approved' || step === 'stopped' ? decidedBy : null,
        inForecastFrom: step === 'in-forecast' ? inForecastFrom : null,
        words,
      },
    }
  },
  run: async (db, actor, input) => ({ ok: true, result: await takeRemedialStep(db, actor, input) }),
  leadsTo: (_, { params }) =>
    `${remedialHref({ financialYear: params.year, number: numberIn(params.number) })}?done=step`,
})

const isStep = (text: string): text is RemedialStep => Object.hasOwn(remedialSteps, text)
