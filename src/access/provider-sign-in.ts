import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import type { Actor, Role } from '../domain/access/roles.ts'
import { type Account, accountByEmail, accountFor } from './accounts.ts'
import { type Identity, ProviderRefused } from './provider.ts'
import { admitByProvider } from './provider-commands.ts'
import { startSession } from './session-commands.ts'
import { accountActor } from './sign-in.ts'

export type Arrival = {
  readonly identity: Identity
  readonly roles: readonly Role[] | null
  readonly providerName: string
  readonly device: string
  readonly instead: string | null
  readonly now: Date
  readonly today: string
}

/** Signs in somebody whom the provider has proved, when there is an account for them. Accounts are not made by this. */
export async function signInByProvider(db: Db, visitor: Actor, arrival: Arrival): Promise<string> {
  const { identity, roles, providerName, device, instead, now, today } = arrival
  const account = await inAuthority(db, visitor.authorityId, (db) => accountOf(db, identity))
  const actor = accountActor(visitor, account)
  await admitByProvider(db, actor, { accountId: account.id, identity, roles, today })
  return startSession(db, actor, {
    accountId: account.id,
    role: null,
    device,
    now,
    instead,
    by: providerName,
  })
}

async function accountOf(db: Db, { issuer, subject, email }: Identity): Promise<Account> {
  const learnt = await db
    .selectFrom('account_subject')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  const account = learnt
    ? await accountFor(db, learnt.account_id)
    : await accountByVerified(db, issuer, email)
  if (account.status !== 'active') throw new ProviderRefused('This account cannot be used at present.')
  return account
}

async function accountByVerified(db: Db, issuer: string, email: string | null): Promise<Account> {
  if (email === null)
    throw new ProviderRefused(
      'The sign-in provider gave no e-mail address that it has verified, so it is not known whose account this is.',
    )
  const account = await accountByEmail(db, email)
  if (account === null)
    throw new ProviderRefused('There is no account here for the e-mail address you signed in with.')
  const other = await db
    .selectFrom('account_subject')
    .select('subject')
    .where('account_id', '=', account.id)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  // An address passes from one person to the next; what the one could see is not for the other.
  if (other !== undefined)
    throw new ProviderRefused(
      'The account with this e-mail address belongs to somebody else at the provider.',
    )
  return account
}
