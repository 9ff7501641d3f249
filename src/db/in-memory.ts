import type { Database } from './database.ts'
import { createMutex } from './mutex.ts'
import { startPglite } from './pglite-wire.ts'
import { singleSessionDatabase } from './single-session-database.ts'
import { wireEngine } from './wire/wire-engine.ts'

/** A database that lives in this process's memory and dies with it: for tests and for generating the schema. */
export async function openInMemory(image?: Blob): Promise<Database & { dump(): Promise<Blob> }> {
  const wire = await startPglite(image ? { loadDataDir: image } : {})
  return {
    ...singleSessionDatabase(wireEngine(wire), createMutex()),
    dump: () => wire.pglite.dumpDataDir('none'),
  }
}
