import type { Db } from '../db/database.ts'
import { inForceOn, mostAble } from '../domain/access/grant.ts'
import { type Actor, type Role, roles } from '../domain/access/roles.ts'
import { type Account, accountFor } from './accounts.ts'
import { hashOf } from './secret.ts'

/** A session ends after this long without a page being asked for, and after this long whatever happens. */
export const sessionLimits = { idleMinutes: 120, hours: 12 } as const

export type Session = {
  readonly number: number
  /** Null for a visitor of the demonstration. */
  readonly account: Account | null
  /** The role that was chosen; null for the most able of those held. */
  readonly role: Role | null
  readonly device: string
  readonly beganAt: string
  readonly seenAt: string
}

/** The session of a key, when it is still good and its account may still come in. */
export async function sessionOf(db: Db, key: string, now: Date): Promise<Session | null> {
  const row = await liveSessions(db, now).where('key_hash', '=', hashOf(key)).executeTakeFirst()
  if (row === undefined) return null
  const account = row.account_id === null ? null : await accountFor(db, row.account_id)
  if (account !== null && account.status !== 'active') return null
  return { ...asSession(row), account }
}

/** A session's last use is noted to the minute, so that reading pages does not mean writing rows. */
export const isNoted = ({ seenAt }: Session, now: Date): boolean =>
  now.getTime() - Date.parse(seenAt) < 60_000

export async function noteUse(db: Db, key: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now.toISOString() })
    .where('key_hash', '=', hashOf(key))
    .execute()
}

/** Everywhere somebody is signed in, latest first. */
export async function sessionsOf(db: Db, accountId: number, now: Date): Promise<Omit<Session, 'account'>[]> {
  const rows = await liveSessions(db, now)
    .where('account_id', '=', accountId)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(asSession)
}

/** Who a session is, on a day. Somebody who holds no role that day may do what a resident may. */
export function actorOf(
  authorityId: number,
  { account, role }: Pick<Session, 'account' | 'role'>,
  today: string,
): Actor {
  if (account === null) {
    const shown = role ?? 'resident'
    return { authorityId, role: shown, name: `${roles[shown]} (demonstration)` }
  }
  const grants = account.grants.filter((grant) => inForceOn(grant, today))
  const held = grants.map((grant) => grant.role)
  const used = role !== null && held.includes(role) ? role : mostAble(held)
  return { authorityId, role: used ?? 'resident', name: account.label, accountId: account.id, grants }
}

const liveSessions = (db: Db, now: Date) =>
  db
    .selectFrom('session')
    .select(['number', 'account_id', 'role', 'device', 'began_at', 'seen_at'])
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', new Date(now.getTime() - sessionLimits.idleMinutes * 60_000).toISOString())

const asSession = (row: {
  number: number
  role: string | null
  device: string
  began_at: string
  seen_at: string
}): Omit<Session, 'account'> => ({
  number: row.number,
  role: row.role as Role | null,
  device: row.device,
  beganAt: row.began_at,
  seenAt: row.seen_at,
})
