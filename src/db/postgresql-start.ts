import type pg from 'pg'
import { databaseErrorCode } from './query-error.ts'
import { StartError } from './start-error.ts'

const oldestVersion = 15

/** Throws StartError when the server answers but could not hold Golden Thread's data correctly. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('server_encoding') as encoding, current_setting('datestyle') as datestyle`)
  const { version, encoding, datestyle } = rows[0] as { version: number; encoding: string; datestyle: string }
  if (version < oldestVersion) {
    throw new StartError(
      `DATABASE_URL names a PostgreSQL ${version} server; Golden Thread needs version ${oldestVersion} or later.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new StartError(
      `The database in DATABASE_URL is encoded in ${encoding}. Make one with: createdb -E UTF8 NAME`,
    )
  }
  if (!datestyle.startsWith('ISO')) {
    throw new StartError(
      `The database in DATABASE_URL writes dates as ${datestyle}. Run: ALTER DATABASE name SET datestyle = 'ISO, YMD'`,
    )
  }
}

interface Server {
  host?: string | undefined
  port?: number | undefined
  user?: string | undefined
  database?: string | undefined
}

/** The sentence for a server that could not be reached or would not let us in. Never holds the password. */
export function connectionRefused(error: unknown, server: Server): StartError {
  const host = server.host ?? 'localhost'
  const where = `The PostgreSQL server at ${host}, port ${server.port ?? 5432} (from DATABASE_URL)`
  const code = databaseErrorCode(error) ?? ''
  return new StartError(`${where} ${trouble(code, error, server)}`)
}

function trouble(code: string, error: unknown, server: Server): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'could not be found by that name. Check the host in DATABASE_URL.'
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'is not answering. Start it, or correct the host and port in DATABASE_URL.'
    case '28P01':
      return `did not accept the password for the user ${server.user}. Correct DATABASE_URL.`
    case '28000':
      return `does not let the user ${server.user} in. Check the user in DATABASE_URL and the server's pg_hba.conf.`
    case '3D000':
      return `has no database named ${server.database}. Create it with createdb, or correct DATABASE_URL.`
    case '53300':
      return 'has no connection left. Raise its max_connections, or stop another program that uses it.'
    case '57P03':
      return 'is still starting, or is shutting down. Try again in a moment.'
    default:
      return /timeout/i.test(String(error))
        ? 'did not answer within 5 seconds. Check the host and port in DATABASE_URL, and any firewall between.'
        : `could not be used: ${error instanceof Error ? error.message : String(error)}`
  }
}
