import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import type { Actor } from '../domain/access/roles.ts'

/** The same form came before and was acted upon. `ledTo` is where it led, when that is known. */
export class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone'
  readonly ledTo: string | null

  constructor(ledTo: string | null) {
    super('This form was sent before, and counted then.')
    this.ledTo = ledTo
  }
}

/**
 * Marks the form as acted upon, in the transaction of the command itself: both stay or neither does. A second posting
 * that comes at the same moment waits here for the first to end.
 */
export async function countOnce(db: Db, { authorityId, submission }: Actor): Promise<void> {
  if (submission === undefined) return
  const added = await db
    .insertInto('form_submission')
    .values({ authority_id: authorityId, key_hash: submission })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key_hash')
    .executeTakeFirst()
  if (added !== undefined) return
  const before = await db
    .selectFrom('form_submission')
    .select('led_to')
    .where('key_hash', '=', submission)
    .executeTakeFirst()
  throw new AlreadyDone(before?.led_to ?? null)
}

/** Keeps where a form led, for whoever posts it again. */
export const rememberWhere = (db: Db, { authorityId, submission }: Actor, ledTo: string): Promise<void> =>
  inAuthority(db, authorityId, async (db) => {
    if (submission === undefined) return
    await db
      .updateTable('form_submission')
      .set({ led_to: ledTo })
      .where('key_hash', '=', submission)
      .execute()
  })
