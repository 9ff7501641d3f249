import { can } from '../../../domain/access/can.ts'
import { monthText } from '../../../domain/financial-year.ts'
import { form } from '../../../web/form.ts'
import { formView } from '../../../web/form-view.ts'
import { page } from '../../../web/page.ts'
import { financeNav } from '../../finance-nav.ts'
import { budgetServices } from '../../services.ts'
import { typedReader } from '../../typed-reader.ts'
import { commentaryHref, revenueHref } from '../addresses.ts'
import {
  type RevenueCommentary,
  type ReviewedSpend,
  revenueCommentary,
  reviewedSpend,
  type SpendReview,
  spendReviews,
} from '../commentary.ts'
import { commentaryTable, reviewTable, saidOf } from '../commentary-table.ts'
import { type RevenueMonitor, revenueMonitor } from '../queries.ts'
import { recordRevenueCommentary, recordSpendReview } from '../record-commentary.ts'
import { serviceItems } from './service-items.ts'

const path = '/finance/revenue/:year/:month/commentary'
const reviewPath = '/finance/revenue/:year/:month/reviews'

const notices: Readonly<Record<string, string>> = {
  said: 'The commentary is recorded.',
  reviewed: 'The review is recorded.',
}

/** What each service says of a month, and whether agency, interim and consultancy spend was reviewed. */
export const commentaryPage = page({
  path,
  action: 'finance.view',
  template: 'finance/revenue/pages/commentary.njk',
  view: async (asked) => {
    const { db, actor, params, query } = asked
    const of = { financialYear: params.year, month: params.month }
    const monitor = await revenueMonitor(db, of)
    const commentary = await revenueCommentary(db, of)
    const seen = [...commentary.values()].map(({ service, number }) => `${service}=${number}`).join(' ')
    const form = formView(asked, commentaryHref(of), { service: '', words: '', seen })
    const fields = { kind: '', service: '', spend: '', words: '' }
    const reviewForm = formView(asked, `${revenueHref(of)}/reviews`, fields, { prefix: 'review-' })
    const services = await budgetServices(db)
    return {
      ...commentaryView(monitor, commentary, await spendReviews(db, of)),
      notice: notices[query.get('done') ?? ''] ?? null,
      forms: can(actor, 'finance.record').allowed ? { form, reviewForm } : null,
      services: serviceItems(services, form.values.service),
      reviewServices: serviceItems(services, reviewForm.values.service, 'The whole council'),
      kinds: Object.entries(reviewedSpend).map(([value, text]) => ({ value, text })),
    }
  },
  title: ({ title }) => title,
  breadcrumbs: ({ back }) => [back],
  tables: ({ table, reviews }) => [table, reviews],
})

export function commentaryView(
  monitor: RevenueMonitor,
  commentary: ReadonlyMap<string, RevenueCommentary>,
  reviews: readonly SpendReview[],
) {
  const { position, pressures, month } = monitor
  const owing = [...position.services, ...position.corporate].filter(
    (line) => saidOf(line, pressures, commentary) === 'owed',
  )
  return {
    nav: financeNav('/finance/revenue'),
    title: `Commentary on ${monthText(month)}`,
    back: { text: `Revenue at the end of ${monthText(month)}`, href: revenueHref(monitor) },
    lead:
      owing.length === 0
        ? 'Whatever is off its budget says why.'
        : `Off budget without a word of why: ${owing.map(({ name }) => name).join(', ')}.`,
    table: commentaryTable(monitor, commentary),
    reviews: reviewTable(monitor, reviews),
  }
}

export const commentaryForm = form({
  path,
  action: 'finance.record',
  page: commentaryPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const service = typed.words('service', 'Choose the service')
    const words = typed.words('words', 'Say what happened, what is being done and when it will be right')
    if (typed.problems.length > 0) return { ok: false, problems: typed.problems }
    const seen = typed
      .raw('seen')
      .split(' ')
      .find((each) => each.startsWith(`${service}=`))
    const of = { financialYear: params.year, month: params.month }
    return { ok: true, input: { ...of, service, words, seen: Number(seen?.split('=')[1] ?? 0) } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await recordRevenueCommentary(db, actor, input) }),
  leadsTo: (_, { params }) =>
    `${commentaryHref({ financialYear: params.year, month: params.month })}?done=said`,
})

export const reviewForm = form({
  path: reviewPath,
  action: 'finance.record',
  page: commentaryPage,
  read: (body, { params }) => {
    const typed = typedReader(body)
    const { problems } = typed
    const kind = typed.raw('kind')
    const spend = typed.millionsOrNull('spend')
    const words = typed.words('words', 'Say what came of the review')
    if (!isKind(kind)) problems.push({ field: 'kind', text: 'Choose what was reviewed' })
    if (spend !== null && spend < 0n)
      problems.push({ field: 'spend', text: 'What was spent cannot be below nought' })
    if (!isKind(kind) || problems.length > 0) return { ok: false, problems }
    const of = { financialYear: params.year, month: params.month }
    return { ok: true, input: { ...of, kind, service: typed.raw('service') || null, spend, words } }
  },
  run: async (db, actor, input) => ({ ok: true, result: await recordSpendReview(db, actor, input) }),
  leadsTo: (_, { params }) =>
    `${commentaryHref({ financialYear: params.year, month: params.month })}?done=reviewed`,
})

const isKind = (text: string): text is ReviewedSpend => Object.hasOwn(reviewedSpend, text)
