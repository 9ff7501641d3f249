import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Holds something by name until the transaction ends: whoever wants it `alone` waits for everybody else, those who share
 * it only for whoever has it alone. For what has no row that may be locked, since what happened is never changed.
 */
export async function hold(db: Db, name: string, how: 'alone' | 'shared' = 'alone'): Promise<void> {
  const key = sql`hashtextextended(concat(current_setting('app.authority', true), ' ', ${name}::text), 0)`
  if (how === 'alone') await sql`select pg_advisory_xact_lock(${key})`.execute(db)
  else await sql`select pg_advisory_xact_lock_shared(${key})`.execute(db)
}
