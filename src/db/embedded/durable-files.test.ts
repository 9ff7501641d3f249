import assert from 'node:assert/strict'
import { fsyncSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { startPglite } from '../pglite-wire.ts'
import { wireEngine } from '../wire/wire-engine.ts'
import { durable } from './durable-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-durable-'))
let flushed = 0

const files = durable(join(folder, 'sound'), assert.fail, (descriptor) => {
  flushed += 1
  fsyncSync(descriptor)
})
const engine = wireEngine(await startPglite(files))
after(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

async function flushesDuring(work: () => Promise<unknown>): Promise<number> {
  const before = flushed
  await work()
  return flushed - before
}

test('every commit is flushed to the disk before it is acknowledged', async () => {
  await engine.exec('create table t (n integer primary key)')
  for (let n = 1; n <= 20; n += 1) {
    const flushes = await flushesDuring(() => engine.query('insert into t values ($1)', [String(n)]))
    assert.ok(flushes >= 1, `insert ${n} was not flushed`)
  }
})

test('a transaction of many rows is flushed once, at its end', async () => {
  const inside = await flushesDuring(async () => {
    await engine.query('begin', [])
    for (let n = 100; n < 150; n += 1) await engine.query('insert into t values ($1)', [String(n)])
  })
  assert.equal(inside, 0)
  assert.ok((await flushesDuring(() => engine.query('commit', []))) >= 1)
})

test('reading flushes nothing', async () => {
  await engine.query('select * from t', [])
  assert.equal(await flushesDuring(() => engine.query('select * from t', [])), 0)
})

test('a checkpoint flushes the data files', async () => {
  assert.ok((await flushesDuring(() => engine.exec('checkpoint'))) >= 3)
})

test('text that looks like the end of PostgreSQL is only text', async () => {
  await engine.exec('create table said (words text primary key)')
  const words = 'FATAL: x\n2026-11-22 03:24:38.422 UTC [42] PANIC:  y'
  await engine.query('insert into said values ($1)', [words])
  await assert.rejects(engine.query('insert into said values ($1)', [words]), { code: '23505' })
  await assert.rejects(engine.exec(`insert into said values ('${words}')`), { code: '23505' })
  assert.equal((await engine.query('select * from said', [])).rows.length, 1)
})

test('PostgreSQL believes that it flushes', async () => {
  const shown: unknown[] = []
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method']) {
    const { rows } = await engine.query(`show ${setting}`, [])
    shown.push(rows[0]?.[setting])
  }
  assert.deepEqual(shown, ['on', 'on', 'on', 'fsync'])
})

test('a write that the disk refuses to flush is never acknowledged, and the thread ends', async () => {
  const program = `
    const { fsyncSync } = require('node:fs')
    const { parentPort, workerData } = require('node:worker_threads')
    async function run() {
      const { durable } = await import(workerData.durable)
      const { startPglite } = await import(workerData.pglite)
      const { wireEngine } = await import(workerData.engine)
      let works = true
      const fail = (why) => { parentPort.postMessage(why); process.exit(1) }
      const sync = (descriptor) => {
        if (!works) throw new Error('EIO: i/o error, fsync')
        fsyncSync(descriptor)
      }
      const engine = wireEngine(await startPglite(durable(workerData.folder, fail, sync)))
      await engine.exec('create table t (n integer)')
      works = false
      await engine.query('insert into t values ($1)', ['1'])
      parentPort.postMessage('acknowledged')
    }
    run()`
  const workerData = {
    folder: join(folder, 'failing'),
    durable: new URL('./durable-files.ts', import.meta.url).href,
    pglite: new URL('../pglite-wire.ts', import.meta.url).href,
    engine: new URL('../wire/wire-engine.ts', import.meta.url).href,
  }
  const worker = new Worker(program, { eval: true, workerData })
  const heard: string[] = []
  worker.on('message', (message: string) => heard.push(message))
  assert.equal(await new Promise((resolve) => worker.on('exit', resolve)), 1)
  assert.deepEqual(heard, ['the disk did not store what was written (Error: EIO: i/o error, fsync)'])
})
