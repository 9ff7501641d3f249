import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDay, typedDay } from './read-day.ts'

test('a day is read as people type it, and what is no day is none', () => {
  for (const text of ['1 9 2024', '01/09/2024', '1 September 2024', '1 sep 2024', '2024-09-01'])
    assert.equal(readDay(text), '2024-09-01', text)
  for (const text of ['', '31 2 2024', 'never', '9 2024']) assert.equal(readDay(text), null, text)
})

test('a day that stands in a field already is written as the hint beside it, and read back as the same day', () => {
  assert.equal(typedDay('2024-09-01'), '1 9 2024')
  const someDay = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(someDay, (date) => {
      const iso = date.toISOString().slice(0, 10)
      assert.equal(readDay(typedDay(iso)), iso)
    }),
  )
})
