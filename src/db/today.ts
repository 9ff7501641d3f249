import { sql } from 'kysely'
import type { Db } from './database.ts'

/** The day it is in England, by the database's clock: an ISO day. */
export async function todayIn(db: Db): Promise<string> {
  const { rows } = await sql<{ today: string }>`
    select (now() at time zone 'Europe/London')::date as today`.execute(db)
  return rows[0]?.today ?? ''
}
