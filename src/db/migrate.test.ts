import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { emptyDatabase } from '#test/support/database.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { shippedMigrations } from './migrations.ts'
import { StartError } from './start-error.ts'

function folderOf(t: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const first = {
  '0001-places.sql': 'create table place (id int primary key);\ninsert into place values (1); -- one',
}
const second = { ...first, '0002-names.sql': "alter table place add name text not null default '';" }

async function places({ db }: Database): Promise<unknown[]> {
  return (await sql`select * from place`.execute(db)).rows
}

test('the shipped migrations bring an empty database up to date, once', async (t) => {
  const database = await emptyDatabase(t)
  const names = shippedMigrations().map(({ name }) => name)
  assert.deepEqual(
    (await pendingMigrations(database)).map(({ name }) => name),
    names,
  )
  assert.deepEqual(await migrate(database), names)
  assert.deepEqual(await migrate(database), [])
  assert.deepEqual(await pendingMigrations(database), [])
})

test('only the new migrations are applied, and what was there stays', async (t) => {
  const database = await emptyDatabase(t)
  assert.deepEqual(await migrate(database, shippedMigrations(folderOf(t, first))), ['0001-places'])
  assert.deepEqual(await migrate(database, shippedMigrations(folderOf(t, second))), ['0002-names'])
  assert.deepEqual(await places(database), [{ id: 1, name: '' }])
})

test('a migration that fails leaves nothing of itself, and can be put right', async (t) => {
  const database = await emptyDatabase(t)
  const broken = { ...first, '0002-names.sql': 'alter table place add name text; select 1 / 0;' }
  await assert.rejects(migrate(database, shippedMigrations(folderOf(t, broken))), { code: '22012' })
  assert.deepEqual(await places(database), [{ id: 1 }])
  assert.deepEqual(await migrate(database, shippedMigrations(folderOf(t, second))), ['0002-names'])
})

test('a unique violation of the migration itself is an error, not a race that was lost', async (t) => {
  const database = await emptyDatabase(t)
  const clash = { ...first, '0002-clash.sql': 'insert into place values (1);' }
  await assert.rejects(migrate(database, shippedMigrations(folderOf(t, clash))), { constraint: 'place_pkey' })
})

test('servers that start together apply each migration once between them', async (t) => {
  const { url, databases } = await severalOnOne(t)
  t.diagnostic(url ? 'four connections' : 'one session')
  const migrations = shippedMigrations(folderOf(t, second))
  const applied = await Promise.all(databases.map((database) => migrate(database, migrations)))
  assert.deepEqual(applied.flat().sort(), ['0001-places', '0002-names'])
  assert.deepEqual(await places(databases[0] as Database), [{ id: 1, name: '' }])
})

async function severalOnOne(t: TestContext): Promise<{ url: string | undefined; databases: Database[] }> {
  const one = await emptyDatabase(t)
  if (one.kind === 'embedded') return { url: undefined, databases: [one, one, one, one] }
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(one.db)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${rows[0]?.name}`
  const opened = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ dataFolder: '', databaseUrl: url.href })),
  )
  for (const database of opened) t.after(database.close)
  return { url: url.href, databases: [one, ...opened] }
}

test('a migration edited after it was applied is refused, whatever its line ends', async (t) => {
  const database = await emptyDatabase(t)
  await migrate(database, shippedMigrations(folderOf(t, first)))
  const windows = { '0001-places.sql': first['0001-places.sql'].replaceAll('\n', '\r\n') }
  assert.deepEqual(await migrate(database, shippedMigrations(folderOf(t, windows))), [])
  const edited = { '0001-places.sql': 'create table place (id bigint primary key);' }
  const refused = migrate(database, shippedMigrations(folderOf(t, edited)))
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof StartError)
    assert.match(error.message, /0001-places was changed after this database had applied it/)
    return true
  })
})

test('a database that a newer version has used is refused', async (t) => {
  const database = await emptyDatabase(t)
  await migrate(database, shippedMigrations(folderOf(t, second)))
  const refused = migrate(database, shippedMigrations(folderOf(t, first)))
  await assert.rejects(
    refused,
    /used by a newer Golden Thread \(it has migration 0002-names; .* 0001-places\)/,
  )
})

test('migration files are numbered without gaps and named in words', (t) => {
  assert.throws(() => shippedMigrations(folderOf(t, { '0002-later.sql': '' })), /breaks the sequence/)
  assert.throws(() => shippedMigrations(folderOf(t, { '1.sql': '' })), /not named like/)
})
