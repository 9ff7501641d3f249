import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { StartError } from '../db/start-error.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Authority, authorities } from '../organisation/authority.ts'

/** Opens the database, brings it up to date, does the work, and closes it whatever happens. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config)
  try {
    await migrate(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The council this installation speaks for. */
export async function chosenAuthority(database: Database, slug: string): Promise<Authority> {
  const all = await authorities(database.db)
  const chosen = slug === '' ? all[0] : all.find((each) => each.slug === slug)
  if (chosen) return chosen
  throw new StartError(
    all.length === 0
      ? 'No council is set up in this database. Run: ./script/goldenthread demo sefton'
      : `No council '${slug}' is set up here. Set GOLDENTHREAD_AUTHORITY to one of: ${all.map((each) => each.slug).join(', ')}.`,
  )
}

/** Whoever may use the command line of an installation is its operator. */
export const operator = (authority: Authority): Actor => ({
  authorityId: authority.id,
  role: 'operator',
  name: 'command line',
})
