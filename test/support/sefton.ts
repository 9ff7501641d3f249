import { createHash } from 'node:crypto'
import type { Database } from '#src/db/database.ts'
import { loadSefton, sefton } from '#src/demo/sefton/load.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { type Ending, migrationsHash, preparedDatabase } from './database.ts'
import { shippedDataFiles, textOf, withAllItNeeds } from './source-files.ts'

/** A database of one's own with the whole Sefton demonstration in it, on either engine. */
export const seftonDatabase = (test: Ending): Promise<Database> =>
  preparedDatabase(test, 'sefton', seftonHash(), async (database) => {
    await loadSefton(database.db, () => {})
    await database.vacuum()
  })

export const seftonActor = (role: Role): Actor => ({ authorityId: sefton.id, role, name: `test ${role}` })

/** Everything that decides what is in that database: migrations, data, and the program that loads them. */
function seftonHash(): string {
  const hash = createHash('sha256').update(migrationsHash())
  for (const file of [...withAllItNeeds('src/demo/sefton/load.ts'), ...shippedDataFiles()]) {
    hash.update(file).update(textOf(file))
  }
  return hash.digest('hex').slice(0, 16)
}
