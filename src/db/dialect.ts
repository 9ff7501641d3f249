import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type IsolationLevel,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { encodeParameter } from './encode-parameter.ts'
import type { Engine } from './engine.ts'
import type { Mutex } from './mutex.ts'
import { refuseInsideTransaction } from './transaction-guard.ts'

/** Kysely over one PostgreSQL session: whoever holds it, for a query or a transaction, holds it alone. */
export function singleSessionDialect(engine: Engine, mutex: Mutex): Dialect {
  return {
    // Not Kysely's PGlite adapter: it would queue for the session before the driver can refuse a misuse.
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(engine, mutex),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

interface Session extends DatabaseConnection {
  release(): void
}

function createDriver(engine: Engine, mutex: Mutex): Driver {
  const sessions = new WeakMap<DatabaseConnection, Session>()
  const run = (connection: DatabaseConnection, sql: string) =>
    connection.executeQuery<{ command: string }>(CompiledQuery.raw(sql))
  return {
    init: async () => {},
    async acquireConnection() {
      refuseInsideTransaction('The outer db was used')
      const session = createSession(engine, await mutex.acquire())
      sessions.set(session, session)
      return session
    },
    async beginTransaction(connection, settings) {
      await run(connection, beginStatement(settings))
    },
    async commitTransaction(connection) {
      const { rows } = await run(connection, 'commit')
      // PostgreSQL answers COMMIT with ROLLBACK when an earlier error, swallowed by the caller, spoilt the transaction.
      if (rows[0]?.command === 'ROLLBACK') throw new AbortedTransactionError()
    },
    async rollbackTransaction(connection) {
      await run(connection, 'rollback')
    },
    async releaseConnection(connection) {
      sessions.get(connection)?.release()
    },
    destroy: () => engine.close(),
  }
}

function createSession(engine: Engine, endTurn: () => void): Session {
  let released = false
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      // Without this a query that was not awaited would slip into whatever transaction comes next.
      if (released)
        throw new Error('A query was sent after its transaction had ended: await every query inside it.')
      const result = await engine.query(query.sql, query.parameters.map(encodeParameter))
      if (result.command === 'COMMIT' || result.command === 'ROLLBACK') {
        return { rows: [{ command: result.command } as R] }
      }
      const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(result.command)
      const rows = result.rows as R[]
      return changes ? { rows, numAffectedRows: BigInt(result.affectedRows) } : { rows }
    },
    streamQuery() {
      throw new Error('The embedded database cannot stream rows: page through them.')
    },
    release() {
      released = true
      endTurn()
    },
  }
}

function beginStatement(settings: TransactionSettings): string {
  const isolation: IsolationLevel | undefined = settings.isolationLevel
  const level = isolation ? ` isolation level ${isolation}` : ''
  const access = settings.accessMode ? ` ${settings.accessMode}` : ''
  return `begin${level}${access}`
}
