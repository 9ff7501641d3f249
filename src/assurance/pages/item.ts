import { NotFound } from '../../access/refusals.ts'
import { can } from '../../domain/access/can.ts'
import {
  itemState,
  itemStates,
  materialities,
  needsAnswer,
  responses,
  testResults,
} from '../../domain/assurance/audit-finding.ts'
import { drawnFor } from '../../domain/assurance/draw-sample.ts'
import { type RePerformed, rePerformedWords } from '../../domain/assurance/re-perform.ts'
import { englishDay } from '../../domain/english-day.ts'
import { yearText } from '../../domain/financial-year.ts'
import { periodSlug, periodText } from '../../domain/period-text.ts'
import { quantityText } from '../../domain/quantity.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { historyOf } from '../item-history.ts'
import { type AuditItem, auditItemFor } from '../items.ts'
import { unitsOfMeasure } from '../measure-units.ts'
import { momentDay } from '../moment-day.ts'
import { assuranceCheck, auditSampleFor, type Check } from '../queries.ts'
import { rePerformed } from '../re-performed.ts'
import { yearAsked } from '../year-asked.ts'

const notices: Readonly<Record<string, string>> = {
  tested: 'The test is recorded.',
  answered: 'The answer is recorded.',
  closed: 'The finding is closed.',
}

/** The place of a figure in its sample, as it stands in an address. */
export function itemNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotFound('There is no figure of that number in the sample.')
  return Number(text)
}

/** One sampled figure: worked out again, tested, answered, closed. */
export const itemPage = page({
  path: '/audit/samples/:year/:item',
  action: 'audit-sample.view',
  template: 'assurance/pages/item.njk',
  view: async (asked) => {
    const { db, actor, params, site, query } = asked
    const sample = await auditSampleFor(db, periodSlug(yearAsked(params.year)))
    const item = await auditItemFor(db, sample.financialYear, itemNumber(params.item))
    const [again] = await rePerformed(db, [item], englishDay(sample.drawnAt))
    if (again === undefined) throw new Error('The figure was not worked out again.')
    const today = todayOf(site)
    const { start, end } = item.figure.period
    const check = await assuranceCheck(db, { measure: item.measure.code, start, end })
    const units = await unitsOfMeasure(db, item.measure.code, today)
    const { test, response, closure } = item
    const open = test !== null && closure === null && needsAnswer(test)
    const may = {
      test: can(actor, 'audit-sample.test').allowed,
      respond: open && can(actor, 'audit-sample.respond', { units }).allowed,
      close: open && response !== null && can(actor, 'audit-sample.close').allowed,
    }
    const base = `/audit/samples/${sample.financialYear}/${item.number}`
    const seen = { test: String(test?.number ?? 0), responses: String(item.responses.length) }
    const testing = { result: '', evidence: '', finding: '', materiality: '', recommendation: '' }
    const testForm = formView(asked, `${base}/test`, { ...testing, tests: String(item.tests.length) })
    const answering = { response: '', action: '', byWhen: '', ...seen }
    const answerForm = formView(asked, `${base}/response`, answering)
    const closeForm = formView(asked, `${base}/closure`, { words: '', test: seen.test })
    return {
      ...itemView(item, again.again, check, today),
      caption: `Audit sample of ${yearText(sample.financialYear)}, ${item.number} of ${sample.size}`,
      illustrative: item.illustrative,
      year: sample.financialYear,
      notice: notices[query.get('done') ?? ''] ?? null,
      testForm: may.test ? testForm : null,
      testsBefore: item.tests.length,
      answerForm: may.respond ? answerForm : null,
      closeForm: may.close ? closeForm : null,
      waitsFor:
        open && response === null && !may.respond
          ? 'It waits for an answer from the assistant director of the unit that answers for the measure.'
          : null,
      resultItems: Object.entries(testResults).map(([value, { text, says }]) => ({
        value,
        text,
        hint: { text: says },
      })),
      materialityItems: [{ value: '', text: 'None, since it agreed' }, ...options(materialities)],
      responseItems: options(responses),
    }
  },
  title: (view) => view.title,
  breadcrumbs: ({ year }) => [
    { text: 'Audit samples', href: '/audit/samples' },
    { text: yearText(year), href: `/audit/samples/${year}` },
  ],
})

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

export function itemView(item: AuditItem, again: RePerformed, check: Check | null, today: string) {
  const { figure, measure, test, response, closure } = item
  const state = itemStates[itemState({ test, response, isClosed: closure !== null }, today)]
  const fact = (term: string, text: string) => ({ term, text })
  return {
    title: measure.title,
    measureHref: `/measures/${measure.code}`,
    state,
    figure: [
      fact(
        'Figure',
        `${quantityText(Number(figure.value), figure.unit, figure.decimals)}, ${periodText(figure.period)}`,
      ),
      fact('Recorded exactly as', figure.value),
      fact('Numerator', figure.numerator ?? 'Not recorded'),
      fact('Denominator', figure.denominator ?? 'Not recorded'),
      fact('Status', `${item.status}, revision ${item.revision}`),
      fact('Recorded', `by ${item.recordedBy}, on ${momentDay(item.recordedAt)}`),
      fact('Checked by business intelligence', checkText(check)),
      fact('Drawn because', drawnFor[item.drawnFor]),
    ],
    again: { ...rePerformedWords[again.kind], says: again.says, steps: again.steps },
    history: historyOf(item),
  }
}

const checkText = (check: Check | null): string =>
  check === null
    ? 'No check is recorded'
    : `${check.decision === 'agreed' ? 'Agreed' : 'Sent back'} by ${check.byName} on ${momentDay(check.at)}`
