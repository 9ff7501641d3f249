import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { periodSlug, periodText } from '../period-text.ts'
import { readPeriod } from './period-cell.ts'

const slug = (text: string): string => {
  const read = readPeriod(text)
  return read.ok ? periodSlug(read.value) : read.problem
}

test('periods are read as councils and publishers write them', () => {
  const cases: Record<string, string> = {
    '2024/25': '2024-25',
    '2024-2025': '2024-25',
    'FY 2024/25': '2024-25',
    'Financial year 2024/25': '2024-25',
    'Q1 2024/25': '2024-25-q1',
    'Q1 2024-25': '2024-25-q1',
    'Quarter 3, 2024/25': '2024-25-q3',
    '2024/25 Q1': '2024-25-q1',
    '2024/2025 Quarter 2': '2024-25-q2',
    'Jun-24': '2024-06',
    'June 2024': '2024-06',
    "Jun '24": '2024-06',
    '06/2024': '2024-06',
    '2024 Sep': '2024-09',
    'Apr-Jun 2024': '2024-25-q1',
    'April to June 2024': '2024-25-q1',
    'Oct 2023 – Mar 2024': '2023-10-01--2024-03-31',
    'Year ending March 2024': '2023-24',
    'year ending 31 March 2024': '2023-24',
    '2023/24 academic year': '2023-24-academic',
    'Academic year 2023/24': '2023-24-academic',
    '30/06/2024': '2024-06-30',
    '30 June 2024': '2024-06-30',
    'As at 31 March 2024': '2024-03-31',
    '1st-Apr-24': '2024-04-01',
    '2024-06-30 00:00:00': '2024-06-30',
    '45383': '2024-04-01',
    '2024': '2024',
  }
  for (const [written, expected] of Object.entries(cases)) assert.equal(slug(written), expected, written)
})

test('a period that may be two things is not guessed at', () => {
  assert.match(slug('Q1 2024'), /calendar or of the financial year/)
  assert.match(slug('2024 Q1'), /calendar or of the financial year/)
  assert.match(slug('202425'), /may be a year or a month/)
  assert.match(slug('06/30/2024'), /Dates are read day first/)
  assert.match(slug('2024/2026'), /not followed by/)
  assert.match(slug('last year'), /is not a period/)
})

test('what is understood of a date is said', () => {
  for (const text of ['45383', '01/04/2024']) {
    const read = readPeriod(text)
    assert.ok(read.ok && read.says !== undefined, text)
  }
})

test('every month and quarter is read back from how it is printed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const read = readPeriod(`${year}-${String(month).padStart(2, '0')}`)
      // 2011-12 is the financial year, as councils write it.
      if (!read.ok || read.value.granularity !== 'month') return
      assert.equal(slug(periodText(read.value)), periodSlug(read.value))
    }),
  )
  for (let quarter = 1; quarter <= 4; quarter++)
    assert.equal(slug(`Q${quarter} 1999/00`), `1999-00-q${quarter}`)
})

test('no text makes reading a period fail', () => {
  const nearly = fc.string({ unit: fc.constantFrom(...'0123456789/-. qQjunmarye') })
  fc.assert(
    fc.property(nearly, (text) => assert.equal(typeof readPeriod(text).ok, 'boolean')),
    { numRuns: 500 },
  )
})
