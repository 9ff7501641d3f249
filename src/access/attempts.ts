import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import { hashOf } from './secret.ts'

/** How many sign-ins may fail within the time before the next must wait. An address is shared by many people. */
export const attemptLimits = { perAccount: 5, perAddress: 40, minutes: 15 } as const

/** What is counted: by hash, so that the table is no list of who tried. */
const keysOf = (authorityId: number, email: string, address: string) => ({
  account: hashOf(`${authorityId} account ${email}`),
  address: hashOf(`${authorityId} address ${address}`),
})

/**
 * Counts a sign-in as failed before it is tried, so that a hundred at once are counted too; `succeeded` takes it back.
 * False when too many failed lately, whether or not there is such an account.
 */
export async function mayTry(
  db: Db,
  authorityId: number,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<boolean> {
  const keys = keysOf(authorityId, email, address)
  const since = new Date(now.getTime() - attemptLimits.minutes * 60_000).toISOString()
  // In the order of the keys, so that two at once wait for each other and do not block each other.
  for (const key of [keys.account, keys.address].sort()) await hold(db, key)
  await db.deleteFrom('sign_in_failure').where('at', '<', since).execute()
  const rows = await db
    .selectFrom('sign_in_failure')
    .select(['key_hash', sql<number>`count(*)::int`.as('count')])
    .where('key_hash', 'in', [keys.account, keys.address])
    .groupBy('key_hash')
    .execute()
  const count = (key: string) => rows.find(({ key_hash }) => key_hash === key)?.count ?? 0
  if (count(keys.account) >= attemptLimits.perAccount) return false
  if (count(keys.address) >= attemptLimits.perAddress) return false
  const at = now.toISOString()
  const failure = { authority_id: authorityId, at }
  await db
    .insertInto('sign_in_failure')
    .values([
      { ...failure, key_hash: keys.account },
      { ...failure, key_hash: keys.address },
    ])
    .execute()
  return true
}

/** Whoever knows the password has failed at nothing: the account's count begins anew, the address loses this one. */
export async function succeeded(
  db: Db,
  authorityId: number,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<void> {
  const keys = keysOf(authorityId, email, address)
  await db.deleteFrom('sign_in_failure').where('key_hash', '=', keys.account).execute()
  await db
    .deleteFrom('sign_in_failure')
    .where('key_hash', '=', keys.address)
    .where('at', '=', now.toISOString())
    .execute()
}
