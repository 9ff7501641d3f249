import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  academicYear,
  calendarYear,
  contains,
  financialQuarter,
  financialYear,
  moment,
  month,
  periodOfDays,
  quarterContaining,
  shiftPeriod,
  term,
} from './period.ts'
import {
  parseFinancialYear,
  parsePeriod,
  parseQuarter,
  periodSlug,
  periodText,
  quarterText,
} from './period-text.ts'

test('the financial year runs from 1 April to 31 March and its first quarter is April to June', () => {
  assert.deepEqual(financialYear(2024), {
    start: '2024-04-01',
    end: '2025-04-01',
    granularity: 'financial-year',
  })
  assert.equal(quarterText(financialQuarter(2024, 1)), '2024/25 Q1 (April to June 2024)')
  assert.equal(quarterText(financialQuarter(2024, 4)), '2024/25 Q4 (January to March 2025)')
  assert.equal(periodText(financialYear(1999)), '1999/00')
})

test('every day belongs to one quarter of one financial year', () => {
  const days = fc
    .integer({ min: 0, max: 40_000 })
    .map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }))
  fc.assert(
    fc.property(days, (date) => {
      const quarter = quarterContaining(date.toString())
      assert.ok(contains(quarter, moment(date.toString())))
      assert.equal(quarter.granularity, 'quarter')
    }),
  )
})

test('what is printed in an address is read back as the same period', () => {
  const years = fc.integer({ min: 1990, max: 2090 })
  const periods = fc.oneof(
    years.map(financialYear),
    years.map(academicYear),
    years.map(calendarYear),
    fc
      .tuple(years, fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>)
      .map(([y, q]) => financialQuarter(y, q)),
    fc
      .tuple(fc.integer({ min: 2013, max: 2090 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => month(y, m)),
  )
  fc.assert(
    fc.property(periods, (period) =>
      assert.deepEqual(parsePeriod(periodSlug(period)), { ok: true, value: period }),
    ),
  )
})

test('a period read from two days is told apart by its bounds', () => {
  const granularity = (first: string, last: string) => {
    const parsed = periodOfDays(first, last)
    return parsed.ok ? parsed.value.granularity : parsed.problem
  }
  assert.equal(granularity('2023-04-01', '2024-03-31'), 'financial-year')
  assert.equal(granularity('2022-09-01', '2023-08-31'), 'academic-year')
  assert.equal(granularity('2022-08-01', '2023-07-31'), 'academic-year')
  assert.equal(granularity('2023-01-01', '2023-12-31'), 'calendar-year')
  assert.equal(granularity('2024-04-01', '2024-06-30'), 'quarter')
  assert.equal(granularity('2024-02-01', '2024-02-29'), 'month')
  assert.equal(granularity('2023-09-30', '2023-09-30'), 'moment')
  assert.equal(granularity('2022-10-01', '2022-11-30'), 'span')
  assert.match(granularity('2024-02-01', '2024-02-30'), /not a date/)
  assert.match(granularity('2024-02-02', '2024-02-01'), /before it starts/)
})

test('terms of an academic year follow one another without a gap', () => {
  const [autumn, spring, summer] = [term(2023, 'autumn'), term(2023, 'spring'), term(2023, 'summer')]
  assert.equal(autumn.start, academicYear(2023).start)
  assert.equal(autumn.end, spring.start)
  assert.equal(spring.end, summer.start)
  assert.equal(summer.end, academicYear(2023).end)
})

test('a year earlier is four quarters or twelve months back', () => {
  assert.deepEqual(shiftPeriod(financialQuarter(2024, 1), -4), financialQuarter(2023, 1))
  assert.deepEqual(shiftPeriod(month(2024, 6), -12), month(2023, 6))
})

test('an impossible period is refused with the forms that are understood', () => {
  for (const text of ['2024-26', '2024-25-q5', 'last year', '', '2024-13', '2024-02-30']) {
    const parsed = parsePeriod(text)
    assert.ok(!parsed.ok, text)
    assert.match(parsed.problem, /2024-25-q1/)
  }
  const year = parseQuarter('2024-25')
  assert.ok(!year.ok && /not a quarter/.test(year.problem))
})

test('where only a financial year will do, nothing else does', () => {
  assert.deepEqual(parseFinancialYear('2024/25'), { ok: true, value: financialYear(2024) })
  assert.deepEqual(parseFinancialYear('2024-06'), {
    ok: false,
    problem: "'2024-06' is not a financial year; write it as 2024-25",
  })
})
