import { command } from '../../access/command.ts'
import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { hold } from '../../db/hold.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { Pence } from '../../domain/money.ts'
import { refuseUnknownServices } from '../services.ts'
import { type ReviewedSpend, revenueCommentary, spendReviews } from './commentary.ts'
import { type RevenueMonth, revenueMonitor } from './queries.ts'

export type CommentaryInput = RevenueMonth & {
  readonly service: string
  readonly words: string
  /** The number of the words that the writer saw; nought when there were none. */
  readonly seen: number
}

/** Keeps what a service says of a month. What it said before stays to be read. */
export const recordRevenueCommentary = (db: Db, actor: Actor, input: CommentaryInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, month, service, words, seen } = input
    await revenueMonitor(db, input)
    await refuseUnknownServices(db, [service])
    await hold(db, `commentary of ${month} ${service}`)
    const held = (await revenueCommentary(db, input)).get(service)
    if ((held?.number ?? 0) !== seen)
      throw new Conflict(
        `Other words were kept meanwhile, by ${held?.by}: ‘${held?.words}’. Yours were: ‘${words}’.`,
      )
    await db
      .insertInto('revenue_commentary')
      .values({
        ...keyOf(actor, input),
        service_code: service,
        number: (held?.number ?? 0) + 1,
        words,
        ...byOf(actor),
      })
      .execute()
    const subject = `revenue/${financialYear}/${month}`
    return {
      result: undefined,
      event: { action: 'revenue-commentary.recorded', subject, details: { service } },
    }
  })

export type SpendReviewInput = RevenueMonth & {
  readonly kind: ReviewedSpend
  readonly service: string | null
  readonly spend: Pence | null
  readonly words: string
}

/** Records that spend on agency, interim staff or consultancy was reviewed in a month's monitoring, and what came of it. */
export const recordSpendReview = (db: Db, actor: Actor, input: SpendReviewInput): Promise<void> =>
  command(db, actor, 'finance.record', async (db) => {
    const { financialYear, month, kind, service, spend, words } = input
    await revenueMonitor(db, input)
    await refuseUnknownServices(db, service === null ? [] : [service])
    await hold(db, `spend reviews of ${month}`)
    const number = (await spendReviews(db, input)).length + 1
    await db
      .insertInto('spend_review')
      .values({
        ...keyOf(actor, input),
        number,
        kind,
        service_code: service,
        spend_pence: spend === null ? null : String(spend),
        words,
        ...byOf(actor),
      })
      .execute()
    const subject = `revenue/${financialYear}/${month}`
    return { result: undefined, event: { action: 'spend-review.recorded', subject, details: { kind } } }
  })

const keyOf = ({ authorityId }: Actor, { financialYear, month }: RevenueMonth) => ({
  authority_id: authorityId,
  financial_year: financialYear,
  month,
})

const byOf = (actor: Actor) => ({
  by_name: actor.name,
  by_role: actor.role,
  by_account_id: actor.accountId ?? null,
})
