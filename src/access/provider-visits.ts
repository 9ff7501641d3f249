import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import { type OnTheWay, ProviderRefused } from './provider.ts'
import { hashOf } from './secret.ts'

/** How long somebody may take at the provider. */
export const minutesAway = 15

/** Keeps what is needed to know somebody again when they come back from the provider in the same browser. */
export const rememberVisit = (
  db: Db,
  authorityId: number,
  visit: OnTheWay & { readonly visitorKey: string; readonly returnTo: string; readonly now: Date },
): Promise<void> =>
  inAuthority(db, authorityId, async (db) => {
    const { state, nonce, codeVerifier, visitorKey, returnTo, now } = visit
    await db.deleteFrom('provider_visit').where('expires_at', '<', now.toISOString()).execute()
    await db
      .insertInto('provider_visit')
      .values({
        authority_id: authorityId,
        state_hash: hashOf(state),
        visitor_hash: hashOf(visitorKey),
        nonce,
        code_verifier: codeVerifier,
        return_to: returnTo,
        expires_at: new Date(now.getTime() + minutesAway * 60_000).toISOString(),
      })
      .execute()
  })

/** What was kept, taken away with this, so that an answer counts once and only in the browser that asked. */
export const takeVisit = (
  db: Db,
  authorityId: number,
  { state, visitorKey, now }: { state: string; visitorKey: string; now: Date },
): Promise<OnTheWay & { readonly returnTo: string }> =>
  inAuthority(db, authorityId, async (db) => {
    const kept = await db
      .deleteFrom('provider_visit')
      .where('state_hash', '=', hashOf(state))
      .where('visitor_hash', '=', hashOf(visitorKey))
      .where('expires_at', '>', now.toISOString())
      .returning(['nonce', 'code_verifier', 'return_to'])
      .executeTakeFirst()
    if (kept === undefined)
      throw new ProviderRefused(
        'This sign-in was not begun in this browser, took too long, or was finished before.',
      )
    return { state, nonce: kept.nonce, codeVerifier: kept.code_verifier, returnTo: kept.return_to }
  })
