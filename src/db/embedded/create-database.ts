import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startWorkerEngine } from './worker-engine.ts'

/**
 * Makes an empty database beside its final place, flushes every file, and only then gives it its name: a first start
 * that is killed half-way leaves nothing that a later one would take for a database.
 */
export async function createDatabaseFolder(databaseFolder: string): Promise<void> {
  const unfinished = `${databaseFolder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const engine = await startWorkerEngine(unfinished)
  await engine.close()
  flushTree(unfinished)
  rmSync(databaseFolder, { recursive: true, force: true }) // an empty folder at most: databaseExists has looked
  renameSync(unfinished, databaseFolder)
  flush(dirname(databaseFolder))
}

function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) flushTree(path)
    else if (entry.isFile()) flush(path)
  }
  flush(folder)
}

function flush(path: string): void {
  let descriptor: number
  try {
    descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  } catch (error) {
    if (process.platform === 'win32') return // Windows cannot open a folder, and does not need to
    throw error
  }
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
