import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAhead } from './read-ahead.ts'

test('what comes next is asked for before it is wanted, and all comes in its order', async () => {
  const asked: number[] = []
  async function* source() {
    for (let n = 1; n <= 3; n++) {
      asked.push(n)
      yield n
    }
  }
  const seen: string[] = []
  for await (const n of readAhead(source())) {
    await new Promise(setImmediate)
    seen.push(`${n} of ${asked.length}`)
  }
  assert.deepEqual(seen, ['1 of 2', '2 of 3', '3 of 3'])
})

test('a source that fails does so where it is read, and one left early is closed', async () => {
  let closed = false
  async function* source() {
    try {
      yield 1
      yield 2
      throw new Error('the disk is gone')
    } finally {
      closed = true
    }
  }
  await assert.rejects(Array.fromAsync(readAhead(source())), /the disk is gone/)
  closed = false
  for await (const n of readAhead(source())) if (n === 2) break
  assert.ok(closed)
})
