import type { TestContext } from 'node:test'
import { type Database, openDatabase } from '#src/db/database.ts'
import { temporaryFolder } from './command-line.ts'
import { emptyPostgresqlDatabase } from './postgresql.ts'

/** Where several programs find one database: a folder, or PostgreSQL when the tests run on it. */
export type Place = { readonly dataFolder: string; readonly databaseUrl: string }

export async function placeFor(t: TestContext): Promise<Place> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) return { dataFolder: temporaryFolder(t), databaseUrl: '' }
  const { url, drop } = await emptyPostgresqlDatabase(server)
  t.after(drop)
  return { dataFolder: '', databaseUrl: url }
}

/** Opens the database of a place, works with it and closes it, so that a program of its own can open it next. */
export async function useOf<T>(place: Place, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
