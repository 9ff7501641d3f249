import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Person } from '../domain/access/same-person.ts'
import type { AnswerGiven } from '../domain/cycle/answer-checks.ts'
import type { Decision } from '../domain/cycle/request-state.ts'

export type AnswerOrigin = 'form' | 'workbook' | 'csv' | 'api'

export type Answer = {
  readonly measure: string
  /** Counted from 1: a later one takes the place of those before. */
  readonly number: number
  readonly given: AnswerGiven
  /** The value as exact decimal text; null when none was given or none could be supplied. */
  readonly value: string | null
  readonly doubts: readonly string[]
  readonly origin: AnswerOrigin
  readonly by: Person
  readonly at: string
  readonly illustrative: boolean
}

export type DecisionMade = Decision & {
  readonly measure: string
  readonly answerNumber: number
  readonly reason: string | null
  readonly together: boolean
  readonly by: Person
  readonly at: string
  readonly illustrative: boolean
}

/** Every answer of a quarter in the order given, of one measure when it is named. */
export async function answersOf(db: Db, quarter: string, measure: string | null = null): Promise<Answer[]> {
  const evidence = Map.groupBy(
    await db
      .selectFrom('cycle_evidence')
      .select(['measure_code', 'answer_number', 'kind', 'says', 'source'])
      .where('quarter', '=', quarter)
      .orderBy('position')
      .execute(),
    (row) => `${row.measure_code} ${row.answer_number}`,
  )
  const rows = await db
    .selectFrom('cycle_answer')
    .selectAll()
    .select(sql<string | null>`value::text`.as('value_text'))
    .where('quarter', '=', quarter)
    .$if(measure !== null, (query) => query.where('measure_code', '=', measure))
    .orderBy('measure_code')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    measure: row.measure_code,
    number: row.number,
    given: {
      value: row.value_text ?? '',
      numerator: row.numerator ?? '',
      denominator: row.denominator ?? '',
      status: row.status ?? 'final',
      estimation: row.estimation ?? '',
      cannotSupply: row.cannot_supply ?? '',
      whatHappened: row.what_happened ?? '',
      whatWeDo: row.what_we_do ?? '',
      whenRight: row.when_right ?? '',
      evidence: (evidence.get(`${row.measure_code} ${row.number}`) ?? []).map(({ kind, says, source }) => ({
        kind,
        says,
        source,
      })),
    },
    value: row.value_text,
    doubts: row.doubts as string[],
    origin: row.origin,
    by: { accountId: row.given_by_account_id, name: row.given_by },
    at: row.given_at,
    illustrative: row.illustrative,
  }))
}

/** Every decision of a quarter in the order made, of one measure when it is named. */
export async function decisionsOf(
  db: Db,
  quarter: string,
  measure: string | null = null,
): Promise<DecisionMade[]> {
  const rows = await db
    .selectFrom('cycle_decision')
    .selectAll()
    .where('quarter', '=', quarter)
    .$if(measure !== null, (query) => query.where('measure_code', '=', measure))
    .orderBy('measure_code')
    .orderBy('answer_number')
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    measure: row.measure_code,
    answerNumber: row.answer_number,
    step: row.step,
    decision: row.decision,
    reason: row.reason,
    together: row.together,
    by: { accountId: row.by_account_id, name: row.by_name },
    at: row.at,
    illustrative: row.illustrative,
  }))
}
