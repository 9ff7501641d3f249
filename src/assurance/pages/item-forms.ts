import {
  type Materiality,
  materialities,
  type Response,
  responses,
  type TestResult,
  testResults,
} from '../../domain/assurance/audit-finding.ts'
import { periodSlug } from '../../domain/period-text.ts'
import { form, type Problem } from '../../web/form.ts'
import { readDay } from '../../web/read-day.ts'
import { todayOf } from '../../web/site.ts'
import { answerAuditFinding, closeAuditFinding, recordAuditTest } from '../commands.ts'
import { yearAsked } from '../year-asked.ts'
import { itemNumber, itemPage } from './item.ts'

const LONGEST = 4000

const ofItem = ({ year, item }: { year: string; item: string }) => ({
  financialYear: periodSlug(yearAsked(year)),
  item: itemNumber(item),
})

/** What was written, or null where nothing was; too long is a problem. */
function words(body: URLSearchParams, field: string, problems: Problem[]): string | null {
  const text = (body.get(field) ?? '').trim()
  if (text.length > LONGEST) problems.push({ field, text: `Write at most ${LONGEST} characters` })
  return text === '' ? null : text
}

const numberIn = (body: URLSearchParams, field: string): number => Number(body.get(field)) || 0

export const testForm = form({
  path: '/audit/samples/:year/:item/test',
  action: 'audit-sample.test',
  page: itemPage,
  read: (body) => {
    const problems: Problem[] = []
    const result = body.get('result') ?? ''
    const evidence = words(body, 'evidence', problems)
    const finding = words(body, 'finding', problems)
    const recommendation = words(body, 'recommendation', problems)
    const weight = body.get('materiality') ?? ''
    const materiality = Object.hasOwn(materialities, weight) ? (weight as Materiality) : null
    const isWrong = result === 'error' || result === 'no-evidence'
    if (!Object.hasOwn(testResults, result))
      problems.push({ field: 'result', text: 'Choose what the evidence showed' })
    if (evidence === null)
      problems.push({ field: 'evidence', text: 'Say what evidence was looked for and seen' })
    if (result !== '' && result !== 'agreed' && finding === null)
      problems.push({ field: 'finding', text: 'Say what was found' })
    if (isWrong && materiality === null)
      problems.push({ field: 'materiality', text: 'Choose how much it matters' })
    if (isWrong && recommendation === null)
      problems.push({ field: 'recommendation', text: 'Say what should be done about it' })
    if (evidence === null || problems.length > 0) return { ok: false, problems }
    const seenTests = numberIn(body, 'tests')
    const input = { seenTests, evidence, finding, materiality, recommendation, result: result as TestResult }
    return { ok: true, input }
  },
  run: async (db, actor, input, { params }) => {
    await recordAuditTest(db, actor, { ...ofItem(params), ...input })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params: { year, item } }) => `/audit/samples/${year}/${item}?done=tested`,
})

export const responseForm = form({
  path: '/audit/samples/:year/:item/response',
  action: 'audit-sample.respond',
  page: itemPage,
  read: (body) => {
    const problems: Problem[] = []
    const response = body.get('response') ?? ''
    const action = words(body, 'action', problems)
    const typed = (body.get('byWhen') ?? '').trim()
    const byWhen = typed === '' ? null : readDay(typed)
    if (!Object.hasOwn(responses, response))
      problems.push({ field: 'response', text: 'Choose whether the finding is accepted' })
    if (action === null)
      problems.push({ field: 'action', text: 'Say what will be done, or why nothing will be' })
    if (typed !== '' && byWhen === null)
      problems.push({ field: 'byWhen', text: 'Enter a day, such as 31 3 2025' })
    if (typed === '' && response !== 'not-accepted')
      problems.push({ field: 'byWhen', text: 'Enter the day by which it will be done' })
    if (action === null || problems.length > 0) return { ok: false, problems }
    const seen = { test: numberIn(body, 'test'), seenResponses: numberIn(body, 'responses') }
    return { ok: true, input: { ...seen, action, byWhen, response: response as Response } }
  },
  run: async (db, actor, input, { params, site }) => {
    await answerAuditFinding(db, actor, { ...ofItem(params), ...input, today: todayOf(site) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params: { year, item } }) => `/audit/samples/${year}/${item}?done=answered`,
})

export const closureForm = form({
  path: '/audit/samples/:year/:item/closure',
  action: 'audit-sample.close',
  page: itemPage,
  read: (body) => {
    const problems: Problem[] = []
    const said = words(body, 'words', problems)
    if (said === null) problems.push({ field: 'words', text: 'Say why the finding can be closed' })
    if (said === null || problems.length > 0) return { ok: false, problems }
    return { ok: true, input: { test: numberIn(body, 'test'), words: said } }
  },
  run: async (db, actor, input, { params }) => {
    await closeAuditFinding(db, actor, { ...ofItem(params), ...input })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params: { year, item } }) => `/audit/samples/${year}/${item}?done=closed`,
})
