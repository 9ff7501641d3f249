import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ColumnName } from '../../domain/import/header-names.ts'
import type { Fixed } from '../../domain/import/layout.ts'

/** How one source writes its files: which sheet, what its columns are called, and what none of its columns says. */
export type SourceMapping = {
  readonly sheet: string | null
  readonly columns: Readonly<Partial<Record<ColumnName, string>>>
  readonly fixed: Fixed
}

export const emptyMapping: SourceMapping = { sheet: null, columns: {}, fixed: {} }

/** What is remembered of a source; null when nothing is. */
export async function rememberedSource(db: Db, name: string): Promise<SourceMapping | null> {
  const row = await db
    .selectFrom('import_source')
    .select('mapping')
    .where('name', '=', name)
    .executeTakeFirst()
  return row ? { ...emptyMapping, ...(row.mapping as Partial<SourceMapping>) } : null
}

export async function sourceNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('import_source').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}

/** Part of an import's own transaction: a mapping that stored nothing is not worth remembering. */
export async function rememberSource(
  db: Db,
  actor: Actor,
  name: string,
  mapping: SourceMapping,
): Promise<void> {
  await sql`
    insert into import_source (authority_id, name, mapping, recorded_by)
    values (${actor.authorityId}, ${name}, ${JSON.stringify(mapping)}::jsonb, ${actor.name})
    on conflict (authority_id, name) do update set mapping = excluded.mapping, recorded_by = excluded.recorded_by, recorded_at = now()
    where import_source.mapping is distinct from excluded.mapping`.execute(db)
}
