import { sql } from 'kysely'
import { command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'

/** Takes away everything that exists only to show the product; gives how many rows of which table. */
export const removeIllustrations = (db: Db, actor: Actor): Promise<Record<string, number>> =>
  command(db, actor, 'illustration.remove', async (db) => {
    const removed: Record<string, number> = {}
    for (const table of await illustrativeTables(db)) {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where illustrative`.execute(db)
      if (numAffectedRows) removed[table] = Number(numAffectedRows)
    }
    const rows = Object.values(removed).reduce((sum, count) => sum + count, 0)
    const event = { action: 'illustrations.removed', subject: 'illustrations', details: { rows, ...removed } }
    return { result: removed, event: rows === 0 ? null : event }
  })

/** The tables whose rows may be illustrative, those that point at others first. */
async function illustrativeTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string; points_at: string[] }>`
    select c.relname as name, coalesce(array_agg(f.relname) filter (where f.relname is not null), '{}') as points_at
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'illustrative' and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
    left join pg_class f on f.oid = k.confrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    group by c.relname order by c.relname`.execute(db)
  const left = new Map(rows.map(({ name, points_at }) => [name, new Set(points_at)]))
  const ordered: string[] = []
  while (left.size > 0) {
    const free = [...left.keys()].find((name) => ![...left.values()].some((others) => others.has(name)))
    if (free === undefined) throw new Error('Tables with illustrative rows point at each other in a circle.')
    ordered.push(free)
    left.delete(free)
  }
  return ordered
}
