import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../database.ts'
import { createMutex } from '../mutex.ts'
import { singleSessionDatabase } from '../single-session-database.ts'
import { StartError } from '../start-error.ts'
import { createDatabaseFolder } from './create-database.ts'
import { databaseExists, prepareDataFolder } from './folder.ts'
import { lockFolder } from './folder-lock.ts'
import { startMaintenance } from './maintenance.ts'
import { startWorkerEngine } from './worker-engine.ts'

/** Opens the database kept in a folder, making it the first time. The folder is this process's alone until it ends. */
export async function openEmbedded(dataFolder: string): Promise<Database> {
  prepareDataFolder(dataFolder)
  const lock = await lockFolder(dataFolder)
  if (!lock) {
    throw new StartError(
      `Another Golden Thread is using the folder ${dataFolder}. Stop it, or set GOLDENTHREAD_DATA to another folder.`,
    )
  }
  try {
    return await openLocked(join(realpathSync(dataFolder), 'database'), lock.release)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(databaseFolder: string, unlock: () => Promise<void>): Promise<Database> {
  if (!databaseExists(databaseFolder)) await started(databaseFolder, createDatabaseFolder)
  const engine = await started(databaseFolder, startWorkerEngine)
  const mutex = createMutex()
  const maintenance = startMaintenance(engine, mutex)
  return singleSessionDatabase(engine, mutex, {
    checkpoint: maintenance.checkpoint,
    vacuum: maintenance.vacuum,
    async closing() {
      maintenance.stop()
      await maintenance.checkpoint().catch(() => {})
    },
    closed: unlock,
  })
}

async function started<T>(databaseFolder: string, start: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await start(databaseFolder)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const remedy = /no space/i.test(why)
      ? 'Make room on that disk, and start again.'
      : 'Restore a backup into an empty folder, or set GOLDENTHREAD_DATA to another folder.'
    throw new StartError(`The database in ${databaseFolder} could not be opened: ${why}. ${remedy}`)
  }
}
