import type { Db } from '../db/database.ts'
import type { Actor, Role } from '../domain/access/roles.ts'
import { succeeded } from './attempts.ts'
import { command } from './command.ts'
import { hashOf, newSecret } from './secret.ts'
import { sessionLimits } from './sessions.ts'

export type Beginning = {
  readonly accountId: number | null
  /** The role of a visitor of the demonstration. */
  readonly role: Role | null
  readonly device: string
  readonly now: Date
  /** The session that this one takes the place of. */
  readonly instead: string | null
  /** 'password', or the name of the sign-in provider; null for the demonstration. */
  readonly by: string | null
  /** Whose failed attempts are forgiven. */
  readonly forgiven?: { readonly email: string; readonly address: string; readonly now: Date }
  /** The password's hash by today's parameters, when the one kept is older. */
  readonly rehashed?: string | null
}

/** Begins a session under a key nobody has seen before, so that a key planted in a browser is worth nothing. */
export const startSession = (db: Db, actor: Actor, beginning: Beginning): Promise<string> =>
  command(db, actor, 'session.own', async (db) => {
    const { accountId, role, device, now, instead, by, forgiven, rehashed } = beginning
    const { authorityId } = actor
    await forgetOld(db, now)
    if (instead !== null) await db.deleteFrom('session').where('key_hash', '=', hashOf(instead)).execute()
    if (forgiven) await succeeded(db, authorityId, forgiven)
    if (rehashed && accountId !== null)
      await db
        .updateTable('account_password')
        .set({ hash: rehashed })
        .where('account_id', '=', accountId)
        .execute()
    const key = newSecret()
    const ends = new Date(now.getTime() + sessionLimits.hours * 3_600_000)
    await db
      .insertInto('session')
      .values({
        authority_id: authorityId,
        key_hash: hashOf(key),
        account_id: accountId,
        role,
        device,
        began_at: now.toISOString(),
        seen_at: now.toISOString(),
        expires_at: ends.toISOString(),
      })
      .execute()
    const event = { action: 'account.signed-in', subject: `account/${accountId}`, details: { by } }
    return { result: key, event: accountId === null ? null : event }
  })

/** Uses another of the roles held; under a new key, as whoever knew the old one could do less. */
export const chooseRole = (
  db: Db,
  actor: Actor,
  { key, role }: { key: string; role: Role },
): Promise<string> =>
  command(db, actor, 'session.own', async (db) => {
    const next = newSecret()
    await db
      .updateTable('session')
      .set({ role, key_hash: hashOf(next) })
      .where('key_hash', '=', hashOf(key))
      .execute()
    const event = {
      action: 'account.role-chosen',
      subject: `account/${actor.accountId ?? 'none'}`,
      details: { role },
    }
    return { result: next, event: actor.accountId === undefined ? null : event }
  })

export type Ending =
  | { readonly key: string }
  | { readonly number: number }
  | { readonly allBut: string | null }

/** Signs out here, in one other place, or everywhere (but here, when its key is given). Gives how many sessions ended. */
export const endSessions = (db: Db, actor: Actor, which: Ending): Promise<number> =>
  command(db, actor, 'session.own', async (db) => {
    const { accountId } = actor
    let ended = db.deleteFrom('session')
    if ('key' in which) ended = ended.where('key_hash', '=', hashOf(which.key))
    // Everything but the very session one is in is found by the account, so that nobody ends another's.
    else ended = ended.where('account_id', '=', accountId ?? -1)
    if ('number' in which) ended = ended.where('number', '=', which.number)
    if ('allBut' in which && which.allBut !== null)
      ended = ended.where('key_hash', '!=', hashOf(which.allBut))
    const rows = await ended.returning('number').execute()
    const happened = rows.length > 0 && accountId !== undefined
    const event = {
      action: 'account.signed-out',
      subject: `account/${accountId ?? 'none'}`,
      details: { sessions: rows.length },
    }
    return { result: rows.length, event: happened ? event : null }
  })

/** What has served its time: sessions, links and visits past their end, and postings nobody will repeat. */
async function forgetOld(db: Db, now: Date): Promise<void> {
  const at = now.toISOString()
  await db.deleteFrom('session').where('expires_at', '<', at).execute()
  await db.deleteFrom('password_link').where('expires_at', '<', at).execute()
  await db.deleteFrom('provider_visit').where('expires_at', '<', at).execute()
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString()
  await db.deleteFrom('form_submission').where('at', '<', weekAgo).execute()
}
