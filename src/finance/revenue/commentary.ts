import type { Db } from '../../db/database.ts'
import { type KnownBy, knownUntil } from '../../db/known-by.ts'
import type { Pence } from '../../domain/money.ts'
import type { RevenueMonth } from './queries.ts'

export type RevenueCommentary = {
  readonly service: string
  readonly words: string
  readonly by: string
  /** How many times the service has said something of the month; the last one counts. */
  readonly number: number
}

/** What each service says of a month, as it last said it. */
export async function revenueCommentary(
  db: Db,
  { financialYear, month }: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<ReadonlyMap<string, RevenueCommentary>> {
  const rows = await db
    .selectFrom('revenue_commentary')
    .distinctOn('service_code')
    .where('financial_year', '=', financialYear)
    .where('month', '=', month)
    .where(knownUntil('at', knownBy))
    .select(['service_code', 'words', 'by_name', 'number'])
    .orderBy('service_code')
    .orderBy('number', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [
      row.service_code,
      { service: row.service_code, words: row.words, by: row.by_name, number: row.number },
    ]),
  )
}

/** What is spent on people who are not employed, and is looked at in the monitoring. */
export const reviewedSpend = {
  agency: 'Agency staff',
  interim: 'Interim staff',
  consultancy: 'Consultancy',
} as const
export type ReviewedSpend = keyof typeof reviewedSpend

export type SpendReview = {
  readonly kind: ReviewedSpend
  readonly serviceName: string | null
  readonly spend: Pence | null
  readonly words: string
  readonly by: string
}

/** The reviews of agency, interim and consultancy spend that a month's monitoring recorded. */
export async function spendReviews(
  db: Db,
  { financialYear, month }: RevenueMonth,
  knownBy: KnownBy = null,
): Promise<SpendReview[]> {
  const rows = await db
    .selectFrom('spend_review as r')
    .leftJoin('service as s', (join) =>
      join.onRef('s.authority_id', '=', 'r.authority_id').onRef('s.code', '=', 'r.service_code'),
    )
    .where('r.financial_year', '=', financialYear)
    .where('r.month', '=', month)
    .where(knownUntil('r.at', knownBy))
    .selectAll('r')
    .select('s.name as service_name')
    .orderBy('r.number')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    serviceName: row.service_name,
    spend: row.spend_pence === null ? null : BigInt(row.spend_pence),
    words: row.words,
    by: row.by_name,
  }))
}
