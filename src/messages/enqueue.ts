import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { subjectLine } from '../domain/messages/mail-text.ts'

export type NewMessage = {
  /** Nobody is sent a second message of the same key. */
  readonly onceKey: string
  readonly accountId: number
  readonly address: string
  readonly kind: 'reminder' | 'escalation'
  readonly subject: string
  readonly body: string
  /** The page it is about, such as '/my'. */
  readonly about: string | null
  readonly notBefore: Date
  readonly notAfter: Date
  /** What it tells of. */
  readonly topics: readonly string[]
}

/** Puts messages into the outbox, in the transaction of the command that asks for it. Gives how many were not there yet. */
export async function enqueue(
  db: Db,
  actor: Actor,
  messages: readonly NewMessage[],
  madeAt: Date,
): Promise<number> {
  const { authorityId } = actor
  const illustrative = actor.illustrative === true
  let made = 0
  for (const message of messages) {
    const added = await db
      .insertInto('message')
      .values({
        authority_id: authorityId,
        once_key: message.onceKey,
        account_id: message.accountId,
        address: message.address,
        kind: message.kind,
        subject: subjectLine(message.subject),
        body: message.body,
        about: message.about,
        not_before: message.notBefore.toISOString(),
        not_after: message.notAfter.toISOString(),
        made_at: madeAt.toISOString(),
        made_by: actor.name,
        illustrative,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) continue
    made++
    const topics = [...new Set(message.topics)]
    const told = topics.map((topic) => ({
      authority_id: authorityId,
      message_id: added.id,
      topic,
      illustrative,
    }))
    if (told.length > 0) await db.insertInto('message_topic').values(told).execute()
  }
  return made
}
