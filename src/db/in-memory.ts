import type { Database } from './database.ts'
import { createMutex } from './mutex.ts'
import { startPglite } from './pglite-engine.ts'
import { singleSessionDatabase } from './single-session-database.ts'

/** A database that lives in this process's memory and dies with it: for tests and for generating the schema. */
export async function openInMemory(image?: Blob): Promise<Database & { dump(): Promise<Blob> }> {
  const engine = await startPglite(image ? { loadDataDir: image } : {})
  return { ...singleSessionDatabase(engine, createMutex()), dump: () => engine.pglite.dumpDataDir('none') }
}
