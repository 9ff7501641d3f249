import { sql } from 'kysely'
import type { Db } from '#src/db/database.ts'

/** Every table whose rows belong to an authority. */
export async function tenantTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name::text as name from information_schema.columns
    where table_schema = 'public' and column_name = 'authority_id' order by 1`.execute(db)
  return rows.map(({ name }) => name)
}
