import type { Kysely } from 'kysely'
import { openEmbedded } from './embedded/open.ts'
import { openPostgresql } from './postgresql.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

export interface Database {
  db: Db
  kind: 'embedded' | 'postgresql'
  /** Runs several statements, one after the other, on one session, and never leaves a transaction open behind it. */
  exec(sql: string): Promise<void>
  /** Brings the files up to date, so that opening after a crash is quick. PostgreSQL does this by itself. */
  checkpoint(): Promise<void>
  /** Clears dead rows and refreshes statistics: worth calling after an import. */
  vacuum(): Promise<void>
  close(): Promise<void>
}

interface Place {
  dataFolder: string
  databaseUrl?: string | undefined
}

/** PostgreSQL when there is a databaseUrl, otherwise the database in the folder. Throws StartError with a sentence. */
export function openDatabase({ dataFolder, databaseUrl }: Place): Promise<Database> {
  return databaseUrl ? openPostgresql(databaseUrl) : openEmbedded(dataFolder)
}
