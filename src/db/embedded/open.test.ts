import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { databaseErrorCode } from '../query-error.ts'
import { StartError } from '../start-error.ts'
import { openEmbedded } from './open.ts'

const root = mkdtempSync(join(tmpdir(), 'golden-thread-open-'))
after(() => rmSync(root, { recursive: true }))

const made = join(root, 'made')
await (await openEmbedded(made)).close()

function copyOfDatabase(): string {
  const folder = mkdtempSync(join(root, 'copy-'))
  cpSync(made, folder, { recursive: true })
  return folder
}

async function refusal(folder: string): Promise<string> {
  const error: unknown = await openEmbedded(folder).then(
    async (database) => void (await database.close()),
    (error) => error,
  )
  assert.ok(error instanceof StartError, `expected a refusal, got ${error}`)
  return error.message
}

test('what is written is there after closing and opening again', async () => {
  const folder = copyOfDatabase()
  const first = await openEmbedded(folder)
  await first.exec('create table t (n integer); insert into t values (1), (2)')
  await first.checkpoint()
  await first.vacuum()
  await first.close()
  await first.close()
  const second = await openEmbedded(folder)
  const { rows } = await sql`select n from t order by n`.execute(second.db)
  await second.close()
  assert.deepEqual(rows, [{ n: 1 }, { n: 2 }])
})

test('closing waits for the transaction in hand and refuses what comes after', async () => {
  const database = await openEmbedded(copyOfDatabase())
  await database.exec('create table t (n integer)')
  const writing = database.db.transaction().execute(async (db) => {
    await sql`insert into t values (1)`.execute(db)
    await sql`insert into t values (2)`.execute(db)
  })
  await Promise.all([writing, database.close()])
  await assert.rejects(sql`select 1`.execute(database.db), /has stopped/)
})

test('an error is short, and says what PostgreSQL said', async (t) => {
  const database = await openEmbedded(copyOfDatabase())
  t.after(database.close)
  await database.exec('create table t (n integer constraint t_pkey primary key)')
  const twice = sql`insert into t values (1), (1)`.execute(database.db)
  await assert.rejects(twice, (error) => {
    assert.ok(error instanceof Error)
    assert.equal(databaseErrorCode(error), '23505')
    assert.equal('constraint' in error && error.constraint, 't_pkey')
    assert.equal('detail' in error && error.detail, 'Key (n)=(1) already exists.')
    assert.ok(`${error.stack}`.length < 3000, 'the stack is the program, not minified source')
    assert.match(`${error.stack}`, /open\.test\.ts/)
    return true
  })
})

test('several statements that fail half-way leave nothing open behind them', async (t) => {
  const database = await openEmbedded(copyOfDatabase())
  t.after(database.close)
  await assert.rejects(
    database.exec('begin; create table half (n integer); select 1 / 0; commit'),
    /division by zero/,
  )
  const { rows } = await sql`select to_regclass('half') as there`.execute(database.db)
  assert.deepEqual(rows, [{ there: null }])
})

test('a folder in use by another Golden Thread is refused by name', async (t) => {
  const folder = copyOfDatabase()
  const holder = await openEmbedded(folder)
  t.after(holder.close)
  assert.equal(
    await refusal(folder),
    `Another Golden Thread is using the folder ${folder}. Stop it, or set GOLDENTHREAD_DATA to another folder.`,
  )
})

test('a refused folder can be opened once what was wrong is put right', async () => {
  const folder = copyOfDatabase()
  renameSync(join(folder, 'database'), join(folder, 'aside'))
  mkdirSync(join(folder, 'database'))
  writeFileSync(join(folder, 'database', 'letter.txt'), 'Dear all')
  assert.match(await refusal(folder), /database is not a database folder\. Move what it holds elsewhere/)
  rmSync(join(folder, 'database'), { recursive: true })
  renameSync(join(folder, 'aside'), join(folder, 'database'))
  await (await openEmbedded(folder)).close()
})

test('a database of another PostgreSQL version is refused', async () => {
  const folder = copyOfDatabase()
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '16\n')
  assert.match(await refusal(folder), /was made by PostgreSQL 16; this Golden Thread reads version 18/)
})

test('a damaged database is refused in words', async () => {
  const folder = copyOfDatabase()
  rmSync(join(folder, 'database', 'global', 'pg_control'))
  assert.match(await refusal(folder), /could not be opened: .*pg_control.*\. Restore a backup/)
})

test('a folder that cannot be made is refused with the reason', async () => {
  const folder = copyOfDatabase()
  writeFileSync(join(folder, 'file'), '')
  assert.match(
    await refusal(join(folder, 'file', 'data')),
    /data cannot be created \(ENOTDIR\)\. Give this user/,
  )
})

test('a first start that was killed half-way is begun again', async () => {
  const folder = mkdtempSync(join(root, 'copy-'))
  mkdirSync(join(folder, 'database.unfinished', 'base'), { recursive: true })
  writeFileSync(join(folder, 'database.unfinished', 'PG_VERSION'), '18\n')
  const database = await openEmbedded(folder)
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(database.db)
  await database.close()
  assert.match(rows[0]?.server_version ?? '', /^18\./)
})
