import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import { passwordProblem } from '../domain/access/password-rules.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Account, accountByEmail, plainEmail } from './accounts.ts'
import { mayTry } from './attempts.ts'
import { changeOwnPassword, linkedAccount, setPasswordByLink } from './password-commands.ts'
import { hashPassword, isOutdated, isPassword } from './password-hash.ts'
import { startSession } from './session-commands.ts'

export type Tried = {
  readonly email: string
  readonly password: string
  /** The network address it came from. */
  readonly address: string
  readonly now: Date
}

export type Refused = 'wrong' | 'too-many'

/**
 * Signs in by password. Whether there is such an account, whether it has a password and whether it is suspended shows
 * neither in the answer nor in the time it takes.
 */
export async function signInByPassword(
  db: Db,
  visitor: Actor,
  tried: Tried & { readonly device: string; readonly instead: string | null },
): Promise<{ ok: true; key: string } | { ok: false; why: Refused }> {
  const { now, device, instead, address } = tried
  const checked = await checkPassword(db, visitor.authorityId, tried)
  if (!checked.ok) return checked
  const { account, hash } = checked
  const key = await startSession(db, accountActor(visitor, account), {
    accountId: account.id,
    role: null,
    device,
    now,
    instead,
    by: 'password',
    forgiven: { email: account.email, address, now },
    rehashed: isOutdated(hash) ? await hashPassword(tried.password) : null,
  })
  return { ok: true, key }
}

/** Changes one's own password, knowing the one before. */
export async function changePassword(
  db: Db,
  actor: Actor,
  { next, key, ...tried }: Tried & { next: string; key: string },
): Promise<{ ok: true; key: string } | { ok: false; why: Refused } | { ok: false; problem: string }> {
  const problem = passwordProblem(next, [tried.email, actor.name])
  if (problem !== null) return { ok: false, problem }
  const checked = await checkPassword(db, actor.authorityId, tried)
  if (!checked.ok) return checked
  const hash = await hashPassword(next)
  return { ok: true, key: await changeOwnPassword(db, actor, { key, hash }) }
}

/** Sets a password by a link. */
export async function setFirstPassword(
  db: Db,
  actor: Actor,
  { token, password, now }: { token: string; password: string; now: Date },
): Promise<{ ok: true } | { ok: false; problem: string }> {
  const { email, label } = await inAuthority(db, actor.authorityId, (db) => linkedAccount(db, token, now))
  const problem = passwordProblem(password, [email, label])
  if (problem !== null) return { ok: false, problem }
  await setPasswordByLink(db, actor, { token, hash: await hashPassword(password), now })
  return { ok: true }
}

/** Who acts when somebody has proved who they are and their session is still to begin. */
export const accountActor = ({ authorityId }: Actor, { id, label }: Account): Actor => ({
  authorityId,
  role: 'resident',
  name: label,
  accountId: id,
})

// The hashing is done between two transactions: on the embedded database, which has one session, everybody else
// would otherwise wait for it.
async function checkPassword(
  db: Db,
  authorityId: number,
  { email: typed, password, address, now }: Tried,
): Promise<{ ok: true; account: Account; hash: string } | { ok: false; why: Refused }> {
  const email = plainEmail(typed)
  const found = await inAuthority(db, authorityId, async (db) => {
    if (!(await mayTry(db, authorityId, { email, address, now }))) return null
    const account = await accountByEmail(db, email)
    const kept = await db
      .selectFrom('account_password')
      .select('hash')
      .where('account_id', '=', account?.id ?? -1)
      .executeTakeFirst()
    return { account, hash: kept?.hash ?? null }
  })
  if (found === null) return { ok: false, why: 'too-many' }
  const { account, hash } = found
  const right = await isPassword(password, hash)
  if (!right || account === null || hash === null || account.status !== 'active')
    return { ok: false, why: 'wrong' }
  return { ok: true, account, hash }
}
