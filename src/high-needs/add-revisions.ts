import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Kept } from '../db/keep.ts'
import type { Schema } from '../db/schema.ts'
import type { Actor } from '../domain/access/roles.ts'

type Value = string | number | boolean | null

/**
 * Records rows under their keys: the first of a key is number 1, and one that says something else than the last is the
 * next number. What is said already, just so, is not said again. `compared` are the columns in which saying differs.
 */
export async function addRevisions<T extends keyof Schema & string>(
  db: Db,
  actor: Actor,
  { table, keys, compared }: { table: T; keys: readonly string[]; compared: readonly string[] },
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<Kept> {
  await hold(db, table)
  const held = new Map<string, { number: number; says: string }>()
  const columns = [...keys, 'number', ...compared]
  const { rows: earlier } = await sql<Record<string, Value>>`
    select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)} order by number`.execute(
    db,
  )
  for (const row of earlier)
    held.set(said(row, keys), { number: Number(row.number), says: said(row, compared) })
  let [added, changed] = [0, 0]
  for (const row of rows) {
    const key = said(row, keys)
    const before = held.get(key)
    const says = said(row, compared)
    if (before?.says === says) continue
    const number = (before?.number ?? 0) + 1
    const whole: Record<string, Value> = {
      authority_id: actor.authorityId,
      ...row,
      number,
      recorded_by: actor.name,
      illustrative: actor.illustrative === true,
    }
    const names = Object.keys(whole)
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values (${sql.join(names.map((name) => whole[name] ?? null))})`.execute(db)
    held.set(key, { number, says })
    if (before) changed++
    else added++
  }
  return { added, changed, unchanged: rows.length - added - changed }
}

const said = (row: Readonly<Record<string, Value>>, columns: readonly string[]): string =>
  JSON.stringify(
    columns.map((name) => (row[name] === null || row[name] === undefined ? null : String(row[name]))),
  )
