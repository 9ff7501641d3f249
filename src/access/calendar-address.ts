import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Account, accountFor } from './accounts.ts'
import { command } from './command.ts'
import { Conflict, NotFound } from './refusals.ts'
import { hashOf, newSecret } from './secret.ts'

/** Makes the address of somebody's own dates; one made before is worth nothing from now on. Gives its secret. */
export const makeCalendarAddress = (db: Db, actor: Actor, { now }: { now: Date }): Promise<string> =>
  command(db, actor, 'session.own', async (db) => {
    const accountId = ownAccount(actor)
    const token = newSecret()
    await db.deleteFrom('calendar_address').where('account_id', '=', accountId).execute()
    await db
      .insertInto('calendar_address')
      .values({
        authority_id: actor.authorityId,
        account_id: accountId,
        token_hash: hashOf(token),
        made_at: now.toISOString(),
      })
      .execute()
    return { result: token, event: { action: 'calendar-address.made', subject: `account/${accountId}` } }
  })

/** Ends the address: programs that read by it are told that there is nothing. */
export const endCalendarAddress = (db: Db, actor: Actor): Promise<void> =>
  command(db, actor, 'session.own', async (db) => {
    const accountId = ownAccount(actor)
    const ended = await db
      .deleteFrom('calendar_address')
      .where('account_id', '=', accountId)
      .returning('account_id')
      .executeTakeFirst()
    const event = { action: 'calendar-address.ended', subject: `account/${accountId}` }
    return { result: undefined, event: ended === undefined ? null : event }
  })

function ownAccount({ accountId }: Actor): number {
  if (accountId === undefined) throw new Conflict('Somebody without an account has no dates of their own.')
  return accountId
}

/** When the address of somebody's dates was made; null when there is none. */
export async function calendarAddressMadeAt(db: Db, accountId: number): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_address')
    .select('made_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.made_at ?? null
}

/** Whose address it is, as long as they may still come in. */
export async function calendarAddressHolder(db: Db, token: string): Promise<Account> {
  const row = await db
    .selectFrom('calendar_address')
    .select('account_id')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  const account = row === undefined ? null : await accountFor(db, row.account_id)
  if (account?.status === 'active') return account
  throw new NotFound('There are no dates at this address. Make a new one on the page of your account.')
}
