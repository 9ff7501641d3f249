import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { type Database, openDatabase } from '#src/db/database.ts'

/** A database of its own on a real server, copied from a template that is prepared once for each `contents`. */
export async function newPostgresqlDatabase(
  serverUrl: string,
  contents: string,
  prepare: (database: Database) => Promise<void>,
): Promise<{ database: Database; end: () => Promise<void> }> {
  const template = `golden_thread_template_${contents.replaceAll('-', '_')}`
  const name = `golden_thread_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, async (server) => {
    await makeTemplate(server, serverUrl, template, prepare)
    await server.query(`create database ${name} template ${template}`)
  })
  const database = await openDatabase({ dataFolder: '', databaseUrl: urlOf(serverUrl, name) })
  return {
    database,
    async end() {
      await database.close()
      await dropDatabase(serverUrl, name)
    },
  }
}

/** An empty database on the server, with no migration applied. */
export async function emptyPostgresqlDatabase(
  serverUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `golden_thread_test_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, (server) => server.query(`create database ${name}`))
  return {
    url: urlOf(serverUrl, name),
    drop: () => dropDatabase(serverUrl, name),
  }
}

const insufficientPrivilege = '42501'

// The server's own cleaner may be in the database just then, and only a superuser may send it away: it leaves by itself.
async function dropDatabase(serverUrl: string, name: string, attempts = 50): Promise<void> {
  try {
    await onServer(serverUrl, (server) => server.query(`drop database ${name} with (force)`))
  } catch (error) {
    const isBusy = error instanceof pg.DatabaseError && error.code === insufficientPrivilege
    if (!isBusy || attempts === 1) throw error
    await setTimeout(200)
    await dropDatabase(serverUrl, name, attempts - 1)
  }
}

async function makeTemplate(
  server: pg.Client,
  serverUrl: string,
  template: string,
  prepare: (database: Database) => Promise<void>,
): Promise<void> {
  // Test processes start together: one makes the template, the others wait here for it.
  await server.query('select pg_advisory_lock(hashtext($1))', [template])
  const { rowCount } = await server.query('select from pg_database where datname = $1', [template])
  if (rowCount === 0) {
    const unfinished = `${template}_${process.pid}`
    await server.query(`create database ${unfinished}`)
    const database = await openDatabase({ dataFolder: '', databaseUrl: urlOf(serverUrl, unfinished) })
    await prepare(database)
    await database.close()
    await server.query(`alter database ${unfinished} rename to ${template}`)
  }
  await server.query('select pg_advisory_unlock(hashtext($1))', [template])
}

async function onServer<T>(serverUrl: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    return await work(server)
  } finally {
    await server.end()
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
