import { PGlite, type PGliteOptions, type Results } from '@electric-sql/pglite'
import type { Engine, EngineResult } from './engine.ts'
import { parsers } from './parsers.ts'
import { QueryError, queryErrorFields } from './query-error.ts'

/** Starts PGlite in this thread, reading values the way `parsers` says. */
export async function startPglite(options: PGliteOptions): Promise<Engine & { pglite: PGlite }> {
  const pglite = await PGlite.create(options)
  // Set afterwards because PGlite, while starting, installs an array parser of its own over any it was given.
  for (const [oid, parse] of parsers) pglite.parsers[oid] = parse
  // Parameters arrive as PostgreSQL's text already (see encodeParameter): PGlite must not encode them again.
  for (const oid of Object.keys(pglite.serializers)) pglite.serializers[oid] = String
  return {
    pglite,
    query: (sql, parameters) => withShortErrors(() => run(pglite, sql, parameters)),
    exec: (sql) => withShortErrors(() => runAll(pglite, sql)),
    close: () => pglite.close(),
  }
}

async function run(pglite: PGlite, sql: string, parameters: readonly unknown[]): Promise<EngineResult> {
  if (parameters.length > 0) return engineResult(await pglite.query(sql, [...parameters]))
  return engineResult((await pglite.exec(sql)).at(-1))
}

// Leaves no half-done transaction behind for the next caller of the only session there is.
async function runAll(pglite: PGlite, sql: string): Promise<void> {
  try {
    await pglite.exec(sql)
  } catch (error) {
    await pglite.exec('rollback')
    throw error
  }
}

function engineResult(result: Results | undefined): EngineResult {
  return {
    rows: (result?.rows ?? []) as Record<string, unknown>[],
    affectedRows: result?.affectedRows ?? 0,
    command: result?.command ?? '',
  }
}

async function withShortErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new QueryError(queryErrorFields(error))
  }
}
