import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

/** How many rows were new, how many differed from what was held, and how many were just so already. */
export type Kept = { readonly added: number; readonly changed: number; readonly unchanged: number }

export const nothingKept: Kept = { added: 0, changed: 0, unchanged: 0 }
export const bothKept = (a: Kept, b: Kept): Kept => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
})

const rowsAtOnce = 1_000

type Value = string | number | boolean | null

/**
 * Makes the register hold these rows: adds what is missing, corrects what differs, leaves the rest untouched. All rows
 * name the same columns; `keys` are those of the primary key.
 */
export async function keepRows<T extends keyof Schema & string>(
  db: Db,
  table: T,
  keys: readonly string[],
  rows: readonly Record<string, Value>[],
): Promise<Kept> {
  let kept = nothingKept
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    kept = bothKept(kept, await keepSome(db, table, keys, rows.slice(from, from + rowsAtOnce)))
  }
  return kept
}

async function keepSome(
  db: Db,
  table: string,
  keys: readonly string[],
  rows: readonly Record<string, Value>[],
): Promise<Kept> {
  const columns = Object.keys(rows[0] ?? {})
  const others = columns.filter((column) => !keys.includes(column))
  const values = sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`))
  const refs = (names: readonly string[], of: string) =>
    sql.join(names.map((name) => sql.ref(`${of}.${name}`)))
  const correct =
    others.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}
            where (${refs(others, table)}) is distinct from (${refs(others, 'excluded')})`
  // xmax is nought on a row this statement inserted, and not on one it updated.
  const { rows: touched } = await sql<{ added: boolean }>`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${values}
    on conflict (${sql.join(keys.map((key) => sql.ref(key)))}) ${correct}
    returning (xmax = 0) as added`.execute(db)
  const added = touched.filter((row) => row.added).length
  return { added, changed: touched.length - added, unchanged: rows.length - touched.length }
}
