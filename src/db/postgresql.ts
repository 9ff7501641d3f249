import { Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { parsers } from './parsers.ts'
import { checkServer, connectionRefused } from './postgresql-start.ts'
import type { Schema } from './schema.ts'
import { StartError } from './start-error.ts'
import { refuseInsideTransaction } from './transaction-guard.ts'

const patienceInMilliseconds = 5_000
const longestQueryInMilliseconds = 120_000

/** Opens a PostgreSQL server's database, having made sure that it answers and suits. */
export async function openPostgresql(databaseUrl: string): Promise<Database> {
  const server = serverNamed(databaseUrl)
  const pool = createPool(databaseUrl)
  try {
    await checkServer(pool)
  } catch (error) {
    await pool.end()
    throw error instanceof StartError ? error : connectionRefused(error, server)
  }
  const exec = (sql: string) => execOnOneSession(pool, sql)
  return {
    db: new Kysely<Schema>({ dialect: new GuardedDialect({ pool }) }),
    kind: 'postgresql',
    exec,
    checkpoint: async () => {},
    vacuum: () => exec('analyze'),
    close: () => closeOnce(pool),
  }
}

// A client that is never connected: it reads the address exactly as the pool's will, and at once.
function serverNamed(databaseUrl: string): pg.Client {
  try {
    return new pg.Client({ connectionString: databaseUrl })
  } catch {
    throw new StartError(
      'DATABASE_URL is not an address Golden Thread can read. It looks like postgresql://user:password@host:5432/database.',
    )
  }
}

/**
 * Queries go unnamed and no session settings are made, so a pooler in transaction mode (pgbouncer) may stand between.
 * The time limit is the client's own: a server that vanished without a word must not hold a request for ever.
 */
function createPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: patienceInMilliseconds,
    query_timeout: longestQueryInMilliseconds,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => parsers.get(oid) ?? String },
  })
  // An idle connection that the server drops is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {})
  return pool
}

class GuardedDialect extends PostgresDialect {
  private readonly settings: { pool: pg.Pool }

  constructor(settings: { pool: pg.Pool }) {
    super(settings)
    this.settings = settings
  }

  override createDriver(): PostgresDriver {
    return new GuardedDriver(this.settings)
  }
}

class GuardedDriver extends PostgresDriver {
  override acquireConnection(...options: Parameters<PostgresDriver['acquireConnection']>) {
    refuseInsideTransaction('The outer db was used')
    return super.acquireConnection(...options)
  }
}

async function execOnOneSession(pool: pg.Pool, sql: string): Promise<void> {
  refuseInsideTransaction('exec was used')
  const client = await pool.connect()
  let broken = false
  try {
    // A migration of a large table may take longer than any page's query.
    await client.query({ text: sql, query_timeout: 2 ** 31 - 1 } as pg.QueryConfig)
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function closeOnce(pool: pg.Pool): Promise<void> {
  if (!pool.ending) await pool.end()
}
