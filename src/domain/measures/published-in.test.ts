import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, financialQuarter, financialYear } from '../period.ts'
import { figureShownBy, type Lock, publishedIn, targetShownBy } from './published-in.ts'

const at = (day: string) => `${day}T10:00:00.000000Z`
const lock = (year: number, quarter: 1 | 2 | 3 | 4, day: string): Lock => ({
  quarter: `${year}-${(year + 1) % 100}-q${quarter}`,
  period: financialQuarter(year, quarter),
  lockedAt: at(day),
})
const first = lock(2024, 1, '2024-08-10')
const second = lock(2024, 2, '2024-11-09')
const locks = [second, first]
const quarters = (found: readonly Lock[]) => found.map(({ quarter }) => quarter)

test('a figure was published by the quarters that were locked after it came, once its period had ended', () => {
  const june = figureShownBy(financialQuarter(2024, 1))
  const cases: [string, string | null, string[]][] = [
    [at('2024-07-20'), june, ['2024-25-q1', '2024-25-q2']],
    [at('2024-08-10'), june, ['2024-25-q1', '2024-25-q2']],
    [at('2024-09-01'), june, ['2024-25-q2']],
    [at('2024-12-01'), june, []],
    [at('2024-07-20'), figureShownBy(financialQuarter(2024, 2)), ['2024-25-q2']],
    [at('2024-07-20'), figureShownBy(financialQuarter(2024, 3)), []],
    [at('2024-07-20'), null, ['2024-25-q1', '2024-25-q2']],
  ]
  for (const [recordedAt, shownBy, expected] of cases)
    assert.deepEqual(quarters(publishedIn(recordedAt, shownBy, locks)), expected, `${recordedAt} ${shownBy}`)
})

test('a target for a year is published from its first quarter on, though the year goes on', () => {
  const year = targetShownBy(financialYear(2024))
  assert.deepEqual(quarters(publishedIn(at('2024-05-01'), year, locks)), ['2024-25-q1', '2024-25-q2'])
  assert.deepEqual(publishedIn(at('2024-05-01'), targetShownBy(financialYear(2025)), locks), [])
})

test('nothing is published before any quarter is locked, and nothing that came after the last lock', () => {
  const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2022-01-01', n))
  fc.assert(
    fc.property(days, fc.option(days), (day, shownBy) => {
      assert.deepEqual(publishedIn(at(day), shownBy, []), [])
      const found = publishedIn(at(day), shownBy, locks)
      assert.ok(found.every(({ lockedAt }) => at(day) <= lockedAt))
      if (day > '2024-11-09') assert.equal(found.length, 0)
      // What came earlier was shown by no fewer quarters.
      const earlier = publishedIn(at(addDays(day, -30)), shownBy, locks)
      assert.ok(found.every((each) => earlier.includes(each)))
    }),
  )
})
