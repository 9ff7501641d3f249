import { readConfig } from '../../config.ts'
import { openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import type { Command } from '../command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  arguments: '',
  summary: 'bring the database up to date with this version',
  options: {},
  run: async (_given, { out }) => {
    const database = await openDatabase(readConfig())
    try {
      const applied = await migrate(database)
      out(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
      return 0
    } finally {
      await database.close()
    }
  },
}
