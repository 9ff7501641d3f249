import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const cases: [from: string, days: number, to: string, why: string][] = [
  ['2025-04-17', 1, '2025-04-22', 'over Easter'],
  ['2025-04-22', -1, '2025-04-17', 'back over Easter'],
  ['2024-12-24', 3, '2024-12-31', 'over Christmas'],
  ['2022-09-16', 1, '2022-09-20', 'over the State Funeral'],
  ['2025-07-25', 1, '2025-07-28', 'over a weekend'],
  ['2025-07-26', 1, '2025-07-28', 'from a Saturday'],
  ['2025-07-26', -1, '2025-07-25', 'back from a Saturday'],
  ['2025-07-26', 0, '2025-07-28', 'from a Saturday, none'],
  ['2025-07-25', 0, '2025-07-25', 'from a Friday, none'],
  ['2025-06-30', 20, '2025-07-28', 'four weeks without a holiday'],
]

for (const [from, days, to, why] of cases) {
  test(`${days} working days from ${from} is ${to}: ${why}`, () =>
    assert.equal(addWorkingDays(from, days), to))
}

const anyDay = fc
  .date({ min: new Date('1979-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('going so many working days on, and back again, leads to the day one began on', () => {
  fc.assert(
    fc.property(anyDay.filter(isWorkingDay), fc.integer({ min: -60, max: 60 }), (from, days) => {
      const to = addWorkingDays(from, days)
      assert.ok(isWorkingDay(to))
      assert.equal(addWorkingDays(to, -days), from)
      assert.equal(days >= 0 ? workingDaysBetween(from, to) : workingDaysBetween(to, from), Math.abs(days))
    }),
    { numRuns: 60 },
  )
})

test('a part of a day is no number of working days', () => {
  assert.throws(() => addWorkingDays('2025-07-25', 1.5), RangeError)
})
