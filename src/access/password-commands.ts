import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { accountFor } from './accounts.ts'
import { command, permit } from './command.ts'
import { Conflict, NotFound } from './refusals.ts'
import { hashOf, newSecret } from './secret.ts'

/** A link to set a password with is good for this long, and once. */
export const passwordLinkHours = 48

/** Makes a link for setting a password; any made before is worth nothing from now on. Gives its secret. */
export const makePasswordLink = (
  db: Db,
  actor: Actor,
  { accountId, now }: { accountId: number; now: Date },
): Promise<string> =>
  command(db, actor, 'people.keep', async (db) => {
    const account = await accountFor(db, accountId)
    permit(actor, 'people.keep', { accountId })
    // Whoever gives out the link could use it: so it is as much as giving out the roles behind it.
    for (const { role, endedOn } of account.grants)
      if (endedOn === null) permit(actor, 'people.keep', { role })
    if (account.status !== 'active')
      throw new Conflict(`The account of ${account.label} is ${account.status}, so it can have no password.`)
    const token = newSecret()
    await db.deleteFrom('password_link').where('account_id', '=', accountId).execute()
    await db
      .insertInto('password_link')
      .values({
        authority_id: actor.authorityId,
        token_hash: hashOf(token),
        account_id: accountId,
        expires_at: new Date(now.getTime() + passwordLinkHours * 3_600_000).toISOString(),
      })
      .execute()
    const event = { action: 'account.password-link-made', subject: `account/${accountId}` }
    return { result: token, event }
  })

/** Whose link it is, while it is good. */
export async function linkedAccount(
  db: Db,
  token: string,
  now: Date,
): Promise<{ id: number; email: string; label: string }> {
  const found = await db
    .selectFrom('password_link as l')
    .innerJoin('account as a', (join) =>
      join.onRef('a.id', '=', 'l.account_id').onRef('a.authority_id', '=', 'l.authority_id'),
    )
    .select(['a.id', 'a.email', 'a.label'])
    .where('l.token_hash', '=', hashOf(token))
    .where('l.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  if (found) return found
  throw new NotFound('This link has been used, or is too old. Ask whoever sent it for a new one.')
}

/** Sets a password by a link, which is spent with it. Whoever was signed in by the old password is signed out. */
export const setPasswordByLink = (
  db: Db,
  actor: Actor,
  { token, hash, now }: { token: string; hash: string; now: Date },
): Promise<void> =>
  command(db, actor, 'session.own', async (db) => {
    const { id } = await linkedAccount(db, token, now)
    const spent = await db
      .deleteFrom('password_link')
      .where('token_hash', '=', hashOf(token))
      .returning('account_id')
      .executeTakeFirst()
    if (spent === undefined) throw new Conflict('This link was used a moment ago.')
    await keepHash(db, actor, id, hash)
    await db.deleteFrom('session').where('account_id', '=', id).execute()
    const event = { action: 'account.password-set', subject: `account/${id}`, details: { by: 'link' } }
    return { result: undefined, event }
  })

/** Changes one's own password: every other session ends, and this one goes on under a new key, which is given. */
export const changeOwnPassword = (
  db: Db,
  actor: Actor,
  { key, hash }: { key: string; hash: string },
): Promise<string> =>
  command(db, actor, 'session.own', async (db) => {
    const { accountId } = actor
    if (accountId === undefined) throw new Conflict('Somebody without an account has no password to change.')
    await keepHash(db, actor, accountId, hash)
    const next = newSecret()
    await db
      .deleteFrom('session')
      .where('account_id', '=', accountId)
      .where('key_hash', '!=', hashOf(key))
      .execute()
    await db
      .updateTable('session')
      .set({ key_hash: hashOf(next) })
      .where('key_hash', '=', hashOf(key))
      .execute()
    const event = {
      action: 'account.password-set',
      subject: `account/${accountId}`,
      details: { by: 'oneself' },
    }
    return { result: next, event }
  })

const keepHash = (db: Db, actor: Actor, accountId: number, hash: string) =>
  db
    .insertInto('account_password')
    .values({ authority_id: actor.authorityId, account_id: accountId, hash })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'account_id'])
        .doUpdateSet({ hash, set_at: new Date().toISOString() }),
    )
    .execute()
