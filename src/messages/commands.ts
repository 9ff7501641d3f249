import { command } from '../access/command.ts'
import { Conflict, Forbidden } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { MessageChoice } from '../domain/messages/choice.ts'
import { canBeAskedAgain, isGivenUp } from '../domain/messages/message-state.ts'
import { choiceOf, messagesSince } from './queries.ts'

/** How far back the outbox is looked at. Nothing older can be sent any more. */
export const daysShown = 60

export type TryAgain = {
  /** One message, or all that were given up. */
  readonly message: number | 'all'
  readonly now: Date
}

/** Asks for another attempt at messages that were given up; gives how many. */
export const tryAgain = (db: Db, actor: Actor, { message, now }: TryAgain): Promise<number> =>
  command(db, actor, 'message.keep', async (db) => {
    const all = await messagesSince(db, new Date(now.getTime() - daysShown * 86_400_000))
    const at = now.toISOString()
    const able = all.filter(({ id, facts }) =>
      message === 'all' ? isGivenUp(facts, at) : id === message && canBeAskedAgain(facts, at),
    )
    if (able.length === 0)
      throw new Conflict(
        'This is being tried again already, was sent meanwhile, or is past the time in which it is worth sending.',
      )
    const asked = able.map(({ id, facts }) => ({
      authority_id: actor.authorityId,
      message_id: id,
      after_number: facts.last?.number ?? 0,
      asked_at: now.toISOString(),
      by_name: actor.name,
      by_account_id: actor.accountId ?? null,
    }))
    await db
      .insertInto('message_retry')
      .values(asked)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const subject = message === 'all' ? 'messages' : `message/${message}`
    const event = { action: 'message.retry-asked', subject, details: { messages: able.map(({ id }) => id) } }
    return { result: able.length, event }
  })

/** Chooses what one's own account is sent. */
export const chooseMessages = (
  db: Db,
  actor: Actor,
  { choice, seen }: { readonly choice: MessageChoice; readonly seen: number },
): Promise<void> =>
  command(db, actor, 'session.own', async (db) => {
    const { authorityId, accountId } = actor
    if (accountId === undefined) throw new Forbidden('Messages go to accounts. Sign in to choose yours.')
    const held = await choiceOf(db, accountId)
    if (held.choice === choice) return { result: undefined, event: null }
    const added = await db
      .insertInto('message_choice')
      .values({ authority_id: authorityId, account_id: accountId, number: seen + 1, choice })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst()
    if (added === undefined || held.number !== seen)
      throw new Conflict('What you are sent was changed elsewhere meanwhile.')
    const event = {
      action: 'account.messages-chosen',
      subject: `account/${accountId}`,
      details: { choice },
    }
    return { result: undefined, event }
  })
