import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exactJson } from './exact-json.ts'

test('what a program wrote as JSON is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      assert.deepEqual(exactJson(text), JSON.parse(text))
    }),
  )
})

test('the same number written otherwise is the same number', () => {
  assert.deepEqual(
    exactJson('[1.50, 15e-1, 1000000000000000000000, 0.0000001, -0.0, 100]'),
    [1.5, 1.5, 1e21, 1e-7, -0, 100],
  )
})

test('a number that would be read as its neighbour is told apart from it', () => {
  assert.deepEqual(exactJson('[9007199254740992, 9007199254740993]'), [
    9007199254740992,
    'not exact: 9007199254740993',
  ])
  assert.deepEqual(exactJson('{"a": 0.10000000000000000001}'), { a: 'not exact: 0.10000000000000000001' })
  assert.equal(typeof exactJson(`1${'0'.repeat(400)}`), 'string')
})
