import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Engine } from '../engine.ts'
import { createMutex } from '../mutex.ts'
import { startPglite } from '../pglite-wire.ts'
import { wireEngine } from '../wire/wire-engine.ts'
import { startMaintenance } from './maintenance.ts'

const engine = wireEngine(await startPglite({}))
after(engine.close)
await engine.exec('create table t (n integer)')

function noting(kept: string[]): Engine {
  return {
    ...engine,
    exec(sql) {
      kept.push(sql)
      return engine.exec(sql)
    },
  }
}

test('a checkpoint follows what was written, and only that', async () => {
  const done: string[] = []
  const maintenance = startMaintenance(noting(done), createMutex(), 20)
  await setTimeout(150)
  assert.deepEqual(done, ['checkpoint'])
  await engine.exec('insert into t values (1)')
  await setTimeout(150)
  maintenance.stop()
  assert.deepEqual(done, ['checkpoint', 'checkpoint'])
})

test('a checkpoint waits for the transaction in hand', async () => {
  const done: string[] = []
  const mutex = createMutex()
  const maintenance = startMaintenance(noting(done), mutex, 20)
  const endTurn = await mutex.acquire()
  await setTimeout(100)
  assert.deepEqual(done, [])
  endTurn()
  await maintenance.checkpoint()
  maintenance.stop()
  assert.deepEqual(done, ['checkpoint'])
})

test('a table full of dead rows is vacuumed without being asked', async () => {
  await engine.exec('insert into t select g from generate_series(1, 5000) g; update t set n = n + 1')
  const done: string[] = []
  const maintenance = startMaintenance(noting(done), createMutex(), 5)
  for (let wait = 0; wait < 100 && !done.includes('vacuum (analyze) t'); wait += 1) await setTimeout(20)
  maintenance.stop()
  assert.ok(done.includes('vacuum (analyze) t'), done.join())
})
