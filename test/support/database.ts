import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { type Database, openDatabase } from '#src/db/database.ts'
import { openInMemory } from '#src/db/in-memory.ts'
import { migrate } from '#src/db/migrate.ts'
import { shippedMigrations } from '#src/db/migrations.ts'
import { emptyPostgresqlDatabase, newPostgresqlDatabase } from './postgresql.ts'
import { slimImage } from './slim-image.ts'
import { textOf, withAllItNeeds } from './source-files.ts'

export interface Ending {
  after(close: () => Promise<void>): void
}

/**
 * A fresh, migrated database that goes away with the test: in memory, or on the server that TEST_DATABASE_URL names
 * (whose user must be allowed to create databases and roles). Every test that uses it runs on both.
 */
export async function testDatabase(test: Ending): Promise<Database> {
  return preparedDatabase(test, 'migrated', migrationsHash(), async () => {})
}

/**
 * A migrated database with something more in it. The same `kind` and `hash` must stand for the same contents: what
 * `prepare` makes is kept, and every later test opens a copy.
 */
export async function preparedDatabase(
  test: Ending,
  kind: string,
  hash: string,
  prepare: (database: Database) => Promise<void>,
): Promise<Database> {
  const migrated = async (database: Database): Promise<void> => {
    await migrate(database)
    await prepare(database)
  }
  const url = process.env.TEST_DATABASE_URL
  if (!url) return await openImage(test, `${kind}-${hash}`, migrated)
  const { database, end } = await newPostgresqlDatabase(url, `${kind}_${hash}`.replaceAll('-', '_'), migrated)
  test.after(end)
  return database
}

/** The same, with no migration applied. */
export async function emptyDatabase(test: Ending): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return await openImage(test, `empty-${migrationsHash()}`, async () => {})
  const empty = await emptyPostgresqlDatabase(url)
  const database = await openDatabase({ dataFolder: '', databaseUrl: empty.url })
  test.after(async () => {
    await database.close()
    await empty.drop()
  })
  return database
}

/** Adds an authority of a given number, as an installation's first start does. */
export async function addAuthority({ db }: Database, id: number): Promise<void> {
  await db.transaction().execute(async (db) => {
    await sql.raw(`set local app.authority = ${id}`).execute(db)
    const names = { slug: `authority-${id}`, name: `Authority ${id}`, short_name: `A${id}` }
    await db
      .insertInto('authority')
      .values({ id, ...names, area_code: 'E00000000', brand_colour: '#112233' })
      .execute()
  })
}

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/golden-thread/', import.meta.url))

// Making a database from nothing takes seconds, opening an image of the result a third of one.
async function openImage(
  test: Ending,
  name: string,
  prepare: (database: Database) => Promise<void>,
): Promise<Database> {
  const image = `${cacheFolder}${name}.slim.image`
  if (!existsSync(image)) {
    mkdirSync(cacheFolder, { recursive: true })
    const database = await openInMemory()
    await prepare(database)
    // Several test processes may be here at once, each with a file of its own. The first to be ready gives it the name
    // for good: to put another in its place would make it unreadable to whoever has just opened it.
    const written = `${image}.${process.pid}`
    await writeFile(written, slimImage(new Uint8Array(await (await database.dump()).arrayBuffer())))
    await database.close()
    if (!existsSync(image)) keepFirst(written, image)
    unlinkSync(written)
    forgetOldImages()
  }
  const database = await openInMemory(await openAsBlob(image))
  test.after(database.close)
  return database
}

function keepFirst(written: string, image: string): void {
  try {
    linkSync(written, image)
  } catch (error) {
    if (!existsSync(image)) throw error
  }
}

function forgetOldImages(): void {
  const dayAgo = Date.now() - 86_400_000
  for (const file of readdirSync(cacheFolder)) {
    if (statSync(cacheFolder + file).mtimeMs < dayAgo) unlinkSync(cacheFolder + file)
  }
}

/** Everything that decides what is in a prepared database: migrations, the program that fills it, and its data. */
export function contentsHash(program: string, data: readonly string[] = []): string {
  const hash = createHash('sha256').update(migrationsHash())
  for (const file of [...withAllItNeeds(program), ...data]) hash.update(file).update(textOf(file))
  return hash.digest('hex').slice(0, 16)
}

export function migrationsHash(): string {
  const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const hash = createHash('sha256').update(String(project.dependencies['@electric-sql/pglite']))
  for (const { name, checksum } of shippedMigrations()) hash.update(name).update(checksum)
  return hash.digest('hex').slice(0, 16)
}
