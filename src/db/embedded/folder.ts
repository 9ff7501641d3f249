import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '../start-error.ts'

export const postgresqlVersion = '18'

/** Makes the data folder if need be, and says plainly when it cannot hold a database. */
export function prepareDataFolder(dataFolder: string): void {
  const probe = join(dataFolder, `.writable-${process.pid}`)
  try {
    makeFolder(dataFolder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new StartError(
      `The folder ${dataFolder} cannot be ${existsSync(dataFolder) ? 'written to' : 'created'} (${why}). ` +
        'Give this user the right to write there, or set GOLDENTHREAD_DATA to another folder.',
    )
  }
}

// Not mkdir's own `recursive`: where a folder can have no folders, as in /proc, Node 26 tries for ever.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

/** Says whether a database is there already; throws when what is there is something else. */
export function databaseExists(databaseFolder: string): boolean {
  if (!existsSync(databaseFolder)) return false
  const versionFile = join(databaseFolder, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    if (readdirSync(databaseFolder).length === 0) return false
    throw new StartError(
      `The folder ${databaseFolder} is not a database folder. ` +
        'Move what it holds elsewhere, or set GOLDENTHREAD_DATA to another folder.',
    )
  }
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version !== postgresqlVersion) {
    throw new StartError(
      `The database in ${databaseFolder} was made by PostgreSQL ${version}; this Golden Thread reads version ` +
        `${postgresqlVersion}. Restore a backup into an empty folder, or set GOLDENTHREAD_DATA to another folder.`,
    )
  }
  return true
}
