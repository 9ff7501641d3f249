import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Whether this transaction sees what is exempt from publication: what is compared with a total must then be whole. */
export async function seesExempt(db: Db): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select coalesce(current_setting('app.exempt', true), '') = 'on' as sees`.execute(db)
  return rows[0]?.sees ?? false
}
