import type { Database } from '#src/db/database.ts'
import { loadSefton, sefton } from '#src/demo/sefton/load.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { contentsHash, type Ending, preparedDatabase } from './database.ts'
import { shippedDataFiles } from './source-files.ts'

/** A database of one's own with the whole Sefton demonstration in it, on either engine. */
export const seftonDatabase = (test: Ending): Promise<Database> =>
  preparedDatabase(
    test,
    'sefton',
    contentsHash('src/demo/sefton/load.ts', shippedDataFiles()),
    async (database) => {
      await loadSefton(database.db, () => {})
      await database.vacuum()
    },
  )

export const seftonActor = (role: Role): Actor => ({ authorityId: sefton.id, role, name: `test ${role}` })
