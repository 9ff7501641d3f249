import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. One by one, because Node's own recursive mkdir tries for ever
 * where a system, as under /proc, says that a folder is missing and will not have it made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing = (error: unknown): boolean =>
    error instanceof Error && 'code' in error && error.code === 'ENOENT'
  try {
    await mkdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    if (!missing(error) || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}
