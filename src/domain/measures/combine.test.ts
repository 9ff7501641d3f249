import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { financialQuarter, financialYear, moment, month, type Period } from '../period.ts'
import type { Combined } from './combine.ts'
import { combine } from './combine.ts'
import { comparisonFault, increment, yearToDate } from './combine-cumulative.ts'
import { multiplierOf } from './combine-multiplier.ts'
import { combinePeriods } from './combine-periods.ts'
import { combinePlaces } from './combine-places.ts'
import type { Observation } from './observation.ts'

const observation = (period: Period, value: number | null, more: Partial<Observation> = {}): Observation => ({
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  doubt: null,
  ...more,
})
const rate = (period: Period, numerator: number, denominator: number, multiplier = 100) =>
  observation(period, (multiplier * numerator) / denominator, { numerator, denominator })
const months = (count: number) =>
  Array.from({ length: count }, (_, i) => month(2024 + Math.floor((i + 3) / 12), ((i + 3) % 12) + 1))
const quarters = ([1, 2, 3, 4] as const).map((q) => financialQuarter(2024, q))
const year = financialYear(2024)
const made = (combined: Combined) => (combined.ok ? combined.value : assert.fail(combined.reason))
const reasonOf = (combined: { ok: boolean }) => ('reason' in combined ? String(combined.reason) : 'combined')
const near = (a: number, b: number) =>
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)), `${a} ${b}`)

const share = fc
  .record({
    denominator: fc.integer({ min: 1, max: 5_000 }),
    of: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ denominator, of }) => ({ denominator, numerator: Math.round(denominator * of) }))
const twelve = fc.array(share, { minLength: 12, maxLength: 12 })

test('months make the same year as the quarters they make, for sums and for ratios', () => {
  fc.assert(
    fc.property(twelve, (shares) => {
      for (const [aggregation, unit] of [
        ['sum', 'count'],
        ['ratio', 'percentage'],
        ['ratio', 'per-1000'],
      ] as const) {
        const how = { aggregation, unit }
        const parts = shares.map(({ numerator, denominator }, i) =>
          unit === 'count'
            ? observation(months(12)[i] ?? year, numerator)
            : rate(months(12)[i] ?? year, numerator, denominator, multiplierOf(unit) ?? 1),
        )
        const byQuarter = quarters.map((quarter, q) => {
          const some = combinePeriods(parts.slice(q * 3, q * 3 + 3), quarter, how)
          return some.ok ? observation(quarter, some.value, some) : assert.fail(some.reason)
        })
        near(made(combinePeriods(parts, year, how)), made(combinePeriods(byQuarter, year, how)))
      }
    }),
  )
})

test('wards make the borough: amounts add up, and a ratio lies between the smallest and the largest part', () => {
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 22 }), (shares) => {
      const places = shares.map((_, i) => ({ code: `W${i}`, name: `Ward ${i}` }))
      const counts = shares.map(({ numerator }, i) => ({
        area: `W${i}`,
        observation: observation(year, numerator),
      }))
      near(
        made(combinePlaces(counts, places, 'count')),
        shares.reduce((total, { numerator }) => total + numerator, 0),
      )
      const rates = shares.map(({ numerator, denominator }, i) => ({
        area: `W${i}`,
        observation: rate(year, numerator, denominator),
      }))
      const whole = made(combinePlaces(rates, places, 'percentage'))
      const values = rates.map(({ observation: { value } }) => value ?? 0)
      assert.ok(whole >= Math.min(...values) - 1e-9 && whole <= Math.max(...values) + 1e-9)
    }),
  )
})

test('two percentages make their mean only where their denominators, or they themselves, are equal', () => {
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [first, second] = [
        rate(months(1)[0] ?? year, a.numerator, a.denominator),
        rate(months(2)[1] ?? year, b.numerator, b.denominator),
      ]
      const whole = { start: '2024-04-01', end: '2024-06-01', granularity: 'span' } as const
      const value = made(combinePeriods([first, second], whole, { aggregation: 'ratio', unit: 'percentage' }))
      const mean = ((first.value ?? 0) + (second.value ?? 0)) / 2
      const alike = a.denominator === b.denominator || first.value === second.value
      if (alike) near(value, mean)
      else assert.notEqual(value, mean)
    }),
  )
})

test('a part of a period is refused, and what is missing is named', () => {
  const how = { aggregation: 'sum', unit: 'count' } as const
  const some = (list: readonly Period[]) => list.map((period) => observation(period, 1))
  const refused = (parts: readonly Observation[], whole: Period, reason: RegExp, more = {}) =>
    assert.match(reasonOf(combinePeriods(parts, whole, { ...how, ...more })), reason)
  refused(some(quarters.slice(0, 3)), year, /^2024\/25 is not complete: no figure for 2024\/25 Q4$/)
  refused(some(months(12).toSpliced(4, 1)), year, /no figure for August 2024/)
  refused(some(months(12).slice(3)), year, /no figure for 2024\/25 Q1/)
  refused(
    some([...quarters, months(1)[0] ?? year]),
    year,
    /2024\/25 Q1 and April 2024 overlap|April 2024 and 2024\/25 Q1 overlap/,
  )
  refused(some([financialQuarter(2025, 1)]), year, /2025\/26 Q1 does not lie within 2024\/25/)
  refused([], year, /no figures for any part of 2024\/25/)
  refused(
    [...some(quarters.slice(0, 3)), observation(quarters[3] ?? year, null)],
    year,
    /3 of 4 parts of 2024\/25 have a figure; missing: 2024\/25 Q4/,
  )
  refused(some(quarters), year, /not added across periods/, { aggregation: 'none' })
  refused([observation(year, 1, { doubt: 'Published as 0' })], year, /1 of 1 figures are in doubt/)
  refused(some(quarters.slice(0, 3)), year, /latest figure is of 2024\/25 Q3, not of the end/, {
    aggregation: 'latest',
  })
  assert.equal(
    made(combinePeriods([observation(moment('2024-09-30'), 7)], year, { ...how, aggregation: 'latest' })),
    7,
  )
})

test('a ratio is expressed as its unit says, and never by a numerator that is not its own', () => {
  const one = (value: number, numerator: number, denominator: number) => [
    observation(year, value, { numerator, denominator }),
  ]
  const how = (unit: 'percentage' | 'per-1000' | 'count') => ({ aggregation: 'ratio', unit }) as const
  near(made(combinePeriods(one(50, 5, 100), year, how('per-1000'))), 50)
  assert.match(
    reasonOf(combinePeriods(one(50, 5, 100), year, how('percentage'))),
    /not its numerator and denominator/,
  )
  assert.match(reasonOf(combinePeriods(one(50, 5, 100), year, how('count'))), /expressed per something/)
  assert.match(reasonOf(combine([observation(year, 50)], 'ratio')), /numerator and denominator/)
})

test('what is made of provisional figures is provisional', () => {
  const firm = combine([observation(year, 1), observation(year, 2, { status: 'provisional' })], 'sum')
  assert.ok(firm.ok && firm.status === 'provisional')
})

test('places that are missing, strange, twice there or of another period are refused by name', () => {
  const places = [
    { code: 'A', name: 'Ainsdale' },
    { code: 'B', name: 'Birkdale' },
  ]
  const at = (area: string, value: number | null, period = year) => ({
    area,
    observation: observation(period, value),
  })
  const reason = (figures: Parameters<typeof combinePlaces>[0]) =>
    reasonOf(combinePlaces(figures, places, 'count'))
  assert.match(reason([at('A', 1)]), /1 of 2 places have a figure; missing: Birkdale/)
  assert.match(reason([at('A', 1), at('B', null)]), /missing: Birkdale/)
  assert.match(reason([at('A', 1), at('B', 1), at('C', 1)]), /C is not one of the places/)
  assert.match(reason([at('A', 1), at('A', 1), at('B', 1)]), /Ainsdale is there twice/)
  assert.match(reason([at('A', 1), at('B', 1, financialYear(2023))]), /not the same period/)
})

test('a running total is read, not added, and says how far it reaches', () => {
  const toDate = (end: string, value: number) =>
    observation({ start: '2024-04-01', end, granularity: 'span' }, value)
  const how = { aggregation: 'sum', unit: 'count', cumulative: true } as const
  const all = [toDate('2024-07-01', 10), toDate('2024-10-01', 25), toDate('2025-01-01', 30)]
  assert.match(reasonOf(combinePeriods(all, year, how)), /reaches 31 December 2024, not the end of 2024\/25/)
  assert.equal(made(combinePeriods([...all, observation(year, 44)], year, how)), 44)
  assert.match(
    reasonOf(combinePeriods([observation(quarters[1] ?? year, 3)], year, how)),
    /begins on 1 July 2024, so it is no running total/,
  )
  assert.deepEqual(increment(toDate('2024-07-01', 10), toDate('2024-10-01', 25)), {
    ok: true,
    period: { start: '2024-07-01', end: '2024-10-01', granularity: 'span' },
    value: 15,
  })
  assert.match(
    reasonOf(increment(toDate('2024-07-01', 10), toDate('2024-10-01', 5))),
    /falls from 10 .* was revised/,
  )
  const quarterly = [10, 15, 5].map((value, q) => observation(quarters[q] ?? year, value))
  assert.equal(made(yearToDate(quarterly, '2024-04-01', { aggregation: 'sum', unit: 'count' })), 30)
  assert.match(
    reasonOf(yearToDate(quarterly.slice(1), '2024-04-01', { aggregation: 'sum', unit: 'count' })),
    /no figure for 2024\/25 Q1/,
  )
})

test('a quarter is not compared with a half year, nor a running total with one that began at another time', () => {
  const half = (start: number) =>
    ({ start: `${start}-04-01`, end: `${start}-10-01`, granularity: 'span' }) as const
  const [q1 = year, q2 = year] = quarters
  assert.match(comparisonFault(q1, half(2024), true) ?? '', /not as long as each other/)
  assert.equal(comparisonFault(q1, q2, false), null)
  assert.match(comparisonFault(q1, q2, true) ?? '', /begin at different times/)
  assert.equal(comparisonFault(half(2023), half(2024), true), null)
  assert.equal(comparisonFault(year, financialYear(2023), false), null)
})
