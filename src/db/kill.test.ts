import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { emptyPostgresqlDatabase } from '#test/support/postgresql.ts'
import { type Database, openDatabase } from './database.ts'

const rounds = 5
const writer = fileURLToPath(new URL('../../test/support/writer.ts', import.meta.url))

test('every acknowledged row survives the writer being killed at any moment', async (t) => {
  const place = await placeFor(t)
  await use(place, ({ exec }) => exec('create table written (n integer primary key, filler text not null)'))
  let highest = 0
  for (let round = 1; round <= rounds; round += 1) {
    const delay = Math.round(20 + Math.random() * 700)
    const acknowledged = await writeUntilKilled(place, highest + 1, delay)
    const rows = await use(place, numbers)
    t.diagnostic(`killed after ${delay} ms: ${acknowledged} acknowledged, ${rows.length} found`)
    assert.ok(acknowledged > highest, 'the writer got something done')
    const expected = Array.from({ length: rows.length }, (_, index) => index + 1)
    assert.deepEqual(rows, expected, 'no gap, so no batch half there')
    // The kill may fall between a commit and its acknowledgement: one batch more, and whole, is right.
    assert.ok(
      rows.length >= acknowledged && rows.length <= acknowledged + 5,
      `${rows.length} of ${acknowledged}`,
    )
    highest = rows.length
  }
})

interface Place {
  dataFolder: string
  databaseUrl: string
}

async function placeFor(t: TestContext): Promise<Place> {
  const server = process.env.TEST_DATABASE_URL
  if (server) {
    const { url, drop } = await emptyPostgresqlDatabase(server)
    t.after(drop)
    return { dataFolder: '', databaseUrl: url }
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'golden-thread-kill-'))
  t.after(() => rmSync(dataFolder, { recursive: true }))
  return { dataFolder, databaseUrl: '' }
}

async function use<T>(place: Place, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(place)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

// Read once through the table and once through its index: after a crash the two must agree.
async function numbers({ db }: Database): Promise<number[]> {
  const [table, index] = await db.transaction().execute(async (db) => {
    const query = sql<{ n: number }>`select n from written order by n`
    await sql`set local enable_indexscan = off; set local enable_indexonlyscan = off`.execute(db)
    const { rows } = await query.execute(db)
    await sql`set local enable_seqscan = off; set local enable_indexonlyscan = on`.execute(db)
    return [rows.map(({ n }) => n), (await query.execute(db)).rows.map(({ n }) => n)]
  })
  assert.deepEqual(index, table)
  return table ?? []
}

async function writeUntilKilled(
  { dataFolder, databaseUrl }: Place,
  first: number,
  delay: number,
): Promise<number> {
  const child = spawn(process.execPath, [writer, dataFolder, databaseUrl, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let heard = ''
  const started = Promise.withResolvers<void>()
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  child.stdout.on('data', (bytes) => {
    heard += bytes
    started.resolve()
  })
  await Promise.race([started.promise, ended])
  await setTimeout(delay)
  child.kill('SIGKILL')
  await ended
  return Number(heard.trim().split('\n').at(-1))
}
