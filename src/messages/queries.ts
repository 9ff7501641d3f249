import { sql } from 'kysely'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { defaultChoice, type MessageChoice } from '../domain/messages/choice.ts'
import type { MessageFacts, Outcome } from '../domain/messages/message-state.ts'

export type ListedMessage = {
  readonly id: number
  /** The post it is to. */
  readonly label: string
  readonly kind: 'reminder' | 'escalation'
  readonly subject: string
  readonly madeAt: string
  readonly facts: MessageFacts
  /** Why its last attempt failed. */
  readonly detail: string | null
}

/** Messages made since, latest first. */
export async function messagesSince(db: Db, since: Date): Promise<ListedMessage[]> {
  const rows = await messageRows(db)
    .where('m.made_at', '>=', since.toISOString())
    .orderBy('m.made_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute()
  return rows.map(listed)
}

export type AttemptRow = {
  readonly number: number
  readonly begunAt: string
  readonly carrier: string
  readonly outcome: Outcome | null
  readonly detail: string | null
  readonly nextTryAt: string | null
}

export type Message = ListedMessage & {
  readonly address: string
  readonly body: string
  readonly about: string | null
  readonly reference: string
  readonly attempts: readonly AttemptRow[]
  readonly retries: readonly { afterNumber: number; askedAt: string; byName: string }[]
}

export async function messageFor(db: Db, id: number): Promise<Message> {
  const row = await messageRows(db)
    .select(['m.address', 'm.body', 'm.about', 'm.reference'])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('There is no such message here.')
  const { address, body, about, reference } = row
  const attempts = await db
    .selectFrom('message_attempt as a')
    .leftJoin('message_result as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'a.authority_id')
        .onRef('r.message_id', '=', 'a.message_id')
        .onRef('r.number', '=', 'a.number'),
    )
    .select([
      'a.number',
      'a.begun_at as begunAt',
      'a.carrier',
      'r.outcome',
      'r.detail',
      'r.next_try_at as nextTryAt',
    ])
    .where('a.message_id', '=', id)
    .orderBy('a.number')
    .execute()
  const retries = await db
    .selectFrom('message_retry')
    .select(['after_number as afterNumber', 'asked_at as askedAt', 'by_name as byName'])
    .where('message_id', '=', id)
    .orderBy('after_number')
    .execute()
  return { ...listed(row), address, body, about, reference, attempts, retries }
}

/** What an account is sent: what was chosen last, or the default, and how often it was chosen. */
export async function choiceOf(
  db: Db,
  accountId: number,
): Promise<{ readonly choice: MessageChoice; readonly number: number }> {
  const row = await db
    .selectFrom('message_choice')
    .select(['choice', 'number'])
    .where('account_id', '=', accountId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { choice: defaultChoice, number: 0 }
}

/** What each account chose; the default for those that chose nothing. */
export async function choicesOf(db: Db): Promise<(accountId: number) => MessageChoice> {
  const rows = await db
    .selectFrom('message_choice')
    .select(['account_id', 'choice'])
    .orderBy('number')
    .execute()
  const chosen = new Map(rows.map(({ account_id, choice }) => [account_id, choice]))
  return (accountId) => chosen.get(accountId) ?? defaultChoice
}

/** What has been told already: the account, a space, the topic. Long past is left out, for its stages are over. */
export async function toldTopics(db: Db, since: Date): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('message_topic as t')
    .innerJoin('message as m', (join) =>
      join.onRef('m.authority_id', '=', 't.authority_id').onRef('m.id', '=', 't.message_id'),
    )
    .select(['m.account_id', 't.topic'])
    .where('m.made_at', '>=', since.toISOString())
    .execute()
  return new Set(rows.map(({ account_id, topic }) => `${account_id} ${topic}`))
}

const messageRows = (db: Db) =>
  db
    .selectFrom('message as m')
    .innerJoin('account as c', (join) =>
      join.onRef('c.authority_id', '=', 'm.authority_id').onRef('c.id', '=', 'm.account_id'),
    )
    .leftJoin('message_attempt as a', (join) =>
      join
        .onRef('a.authority_id', '=', 'm.authority_id')
        .onRef('a.message_id', '=', 'm.id')
        .on(
          'a.number',
          '=',
          sql<number>`(select max(l.number) from message_attempt l
            where l.authority_id = m.authority_id and l.message_id = m.id)`,
        ),
    )
    .leftJoin('message_result as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'a.authority_id')
        .onRef('r.message_id', '=', 'a.message_id')
        .onRef('r.number', '=', 'a.number'),
    )
    .select([
      'm.id',
      'c.label',
      'm.kind',
      'm.subject',
      'm.made_at',
      'm.not_before',
      'm.not_after',
      'm.illustrative',
      'a.number',
      'r.outcome',
      'r.detail',
      'r.next_try_at',
      sql<number | null>`(select max(q.after_number) from message_retry q
        where q.authority_id = m.authority_id and q.message_id = m.id)`.as('asked_after'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof messageRows>['execute']>>[number]

const listed = (row: Row): ListedMessage => ({
  id: row.id,
  label: row.label,
  kind: row.kind,
  subject: row.subject,
  madeAt: row.made_at,
  detail: row.detail,
  facts: {
    notBefore: row.not_before,
    notAfter: row.not_after,
    illustrative: row.illustrative,
    last:
      row.number === null ? null : { number: row.number, outcome: row.outcome, nextTryAt: row.next_try_at },
    askedAfter: row.asked_after,
  },
})
