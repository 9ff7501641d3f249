import assert from 'node:assert/strict'
import { test } from 'node:test'
import { databaseDoesNotAnswer } from './database-silence.ts'

test('a database that cannot be reached is told from one that refused a statement', () => {
  const silences = [
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
    new Error('outer', { cause: new Error('PGlite is closed') }),
  ]
  for (const silence of silences) assert.equal(databaseDoesNotAnswer(silence), true, silence.message)
  const others = [
    Object.assign(new Error('duplicate key'), { code: '23505' }),
    new Error('x is undefined'),
    null,
  ]
  for (const other of others) assert.equal(databaseDoesNotAnswer(other), false)
})
