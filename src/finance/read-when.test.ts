import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhen } from './read-when.ts'

test('a day or a month is read as people type it', () => {
  const typed = ['23 5 2024', '23 May 2024', 'May 2024', '2024-05', '2024-05-23']
  assert.deepEqual(typed.map(readWhen), ['2024-05-23', '2024-05-23', '2024-05', '2024-05', '2024-05-23'])
  assert.deepEqual(['', 'soon', '2024', '31 2 2024', '2024-13'].map(readWhen), [null, null, null, null, null])
})
