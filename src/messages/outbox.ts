import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { isDue, type MessageFacts, type Outcome } from '../domain/messages/message-state.ts'

export type Claimed = {
  readonly messageId: number
  readonly number: number
  /** How many attempts there were since somebody last asked for another, this one counted. */
  readonly attempts: number
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly reference: string
  readonly accountStatus: string
}

/** Longer than any attempt takes: one that has no result by then was cut short. */
export const cutShortMinutes = 10

/**
 * Takes the next message that is due, by beginning its attempt. The attempt's key is its number: of two programs that
 * take the same message one begins it, and the other finds it begun and looks for another. Null when none is due.
 */
export async function claimNext(
  db: Db,
  authorityId: number,
  carrier: string,
  now: Date,
): Promise<Claimed | null> {
  const at = now.toISOString()
  const due = (await openMessages(db, at)).filter(({ facts }) => isDue(facts, at))
  for (const { id, facts } of due) {
    const number = (facts.last?.number ?? 0) + 1
    const begun = await db
      .insertInto('message_attempt')
      .values({ authority_id: authorityId, message_id: id, number, begun_at: at, carrier })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    if (begun === undefined) continue
    const attempts = number - (facts.askedAfter ?? 0)
    return { messageId: id, number, attempts, ...(await contentOf(db, id)) }
  }
  return null
}

export type Result = {
  readonly messageId: number
  readonly number: number
  readonly outcome: Outcome
  readonly detail: string | null
  readonly carrierReference: string | null
  readonly nextTryAt: string | null
}

/** Keeps how an attempt ended, unless that is known already. */
export async function recordResult(db: Db, authorityId: number, result: Result, now: Date): Promise<void> {
  await db
    .insertInto('message_result')
    .values({
      authority_id: authorityId,
      message_id: result.messageId,
      number: result.number,
      at: now.toISOString(),
      outcome: result.outcome,
      detail: result.detail,
      carrier_reference: result.carrierReference,
      next_try_at: result.nextTryAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Attempts that were begun long ago and never ended: their program was stopped in the middle. */
export async function cutShort(db: Db, now: Date): Promise<{ messageId: number; number: number }[]> {
  const before = new Date(now.getTime() - cutShortMinutes * 60_000).toISOString()
  const rows = await db
    .selectFrom('message_attempt as a')
    .leftJoin('message_result as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'a.authority_id')
        .onRef('r.message_id', '=', 'a.message_id')
        .onRef('r.number', '=', 'a.number'),
    )
    .select(['a.message_id', 'a.number'])
    .where('r.number', 'is', null)
    .where('a.begun_at', '<', before)
    .execute()
  return rows.map(({ message_id, number }) => ({ messageId: message_id, number }))
}

/** What still says what is so and has not been sent, oldest first. */
async function openMessages(db: Db, at: string): Promise<{ id: number; facts: MessageFacts }[]> {
  const { rows } = await sql<OpenRow>`
    select m.id, m.not_before, m.not_after, last.number, last.outcome, last.next_try_at, asked.after_number
    from message m
    left join lateral (
      select a.number, r.outcome, r.next_try_at from message_attempt a
      left join message_result r
        on r.authority_id = a.authority_id and r.message_id = a.message_id and r.number = a.number
      where a.authority_id = m.authority_id and a.message_id = m.id order by a.number desc limit 1
    ) last on true
    left join lateral (
      select max(q.after_number) as after_number from message_retry q
      where q.authority_id = m.authority_id and q.message_id = m.id
    ) asked on true
    where m.not_after >= ${at} and m.not_before <= ${at} and not m.illustrative
      and last.outcome is distinct from 'sent'
    order by m.not_before, m.id`.execute(db)
  return rows.map((row) => ({ id: row.id, facts: factsOf(row) }))
}

type OpenRow = {
  id: number
  not_before: string
  not_after: string
  number: number | null
  outcome: Outcome | null
  next_try_at: string | null
  after_number: number | null
}

const factsOf = (row: OpenRow): MessageFacts => ({
  notBefore: row.not_before,
  notAfter: row.not_after,
  illustrative: false,
  last: row.number === null ? null : { number: row.number, outcome: row.outcome, nextTryAt: row.next_try_at },
  askedAfter: row.after_number,
})

async function contentOf(db: Db, id: number) {
  const row = await db
    .selectFrom('message as m')
    .select([
      'm.address as to',
      'm.subject',
      'm.body',
      'm.reference',
      sql<string>`(select s.status from account_status s
        where s.authority_id = m.authority_id and s.account_id = m.account_id
        order by s.number desc limit 1)`.as('accountStatus'),
    ])
    .where('m.id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}
