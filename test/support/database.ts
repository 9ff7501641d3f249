import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Database } from '#src/db/database.ts'
import { openInMemory } from '#src/db/in-memory.ts'
import { migrate } from '#src/db/migrate.ts'
import { shippedMigrations } from '#src/db/migrations.ts'
import { newPostgresqlDatabase } from './postgresql.ts'

interface Ending {
  after(close: () => Promise<void>): void
}

/**
 * A fresh, migrated database that goes away with the test: in memory, or on the server that TEST_DATABASE_URL names
 * (whose user must be allowed to create databases and roles). Every test that uses it runs on both.
 */
export async function testDatabase(test: Ending): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  const { database, end } = url
    ? await newPostgresqlDatabase(url, migrationsHash())
    : await newMemoryDatabase()
  test.after(end)
  return database
}

async function newMemoryDatabase(): Promise<{ database: Database; end: () => Promise<void> }> {
  const database = await openInMemory(await migratedImage())
  return { database, end: database.close }
}

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/golden-thread/', import.meta.url))

// Migrating from nothing takes seconds, opening an image of the result a third of one.
async function migratedImage(): Promise<Blob> {
  const image = `${cacheFolder}${migrationsHash()}.image`
  if (!existsSync(image)) {
    mkdirSync(cacheFolder, { recursive: true })
    const database = await openInMemory()
    await migrate(database)
    // Several test processes may be here at once: each writes its own file, and the last to rename changes nothing.
    const written = `${image}.${process.pid}`
    await writeFile(written, new Uint8Array(await (await database.dump()).arrayBuffer()))
    await database.close()
    renameSync(written, image)
    forgetOldImages()
  }
  return await openAsBlob(image)
}

function forgetOldImages(): void {
  const dayAgo = Date.now() - 86_400_000
  for (const file of readdirSync(cacheFolder)) {
    if (statSync(cacheFolder + file).mtimeMs < dayAgo) unlinkSync(cacheFolder + file)
  }
}

function migrationsHash(): string {
  const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const hash = createHash('sha256').update(String(project.dependencies['@electric-sql/pglite']))
  for (const { name, checksum } of shippedMigrations()) hash.update(name).update(checksum)
  return hash.digest('hex').slice(0, 16)
}
