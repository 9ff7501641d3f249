import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englishDay } from './english-day.ts'

test('an hour after midnight in summer is the new day already, though not yet in UTC', () => {
  assert.equal(englishDay('2024-07-12T23:30:00Z'), '2024-07-13')
  assert.equal(englishDay('2024-07-12T22:30:00.123456Z'), '2024-07-12')
  assert.equal(englishDay('2024-12-31T23:59:59Z'), '2024-12-31')
})
