import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFigure } from './figure-checks.ts'
import type { IncomingObservation } from './incoming.ts'
import { type KnownSeries, knownCodes } from './known-codes.ts'
import { nearest } from './nearest.ts'

const series: KnownSeries[] = [
  { code: 'recycling', title: 'Household waste recycled', unit: 'percentage', aggregation: 'ratio' },
  { code: 'visits', title: 'Visits to libraries', unit: 'count', aggregation: 'sum' },
  { code: 'spend', title: 'Spending', unit: 'pounds-thousand', aggregation: 'sum' },
]
const known = knownCodes(series, [
  { code: 'E08000014', name: 'Sefton' },
  { code: 'E06000006', name: 'Halton' },
])
const figure: IncomingObservation = {
  row: 2,
  series: 'recycling',
  area: 'E08000014',
  category: '',
  periodStart: '2024-04-01',
  periodEnd: '2024-07-01',
  value: '41.7',
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  status: 'final',
  doubt: null,
  sign: null,
  column: 'value',
}
const check = (change: Partial<IncomingObservation>) => {
  const { problems, warnings, figure: kept } = checkFigure({ ...figure, ...change }, known, '2024-08-01')
  return {
    refused: problems.map(({ message }) => message).join(' '),
    asked: warnings.map(({ message }) => message).join(' '),
    kept,
  }
}

test('an unknown code is refused with the codes that are most like it', () => {
  assert.match(
    check({ series: 'recylcing' }).refused,
    /No series 'recylcing' is in the register\. Is recycling meant\?/,
  )
  assert.match(check({ area: 'E08000041' }).refused, /Is E08000014 meant\?/)
  assert.match(check({ area: 'Seftn' }).refused, /Is E08000014 \(Sefton\) meant\?/)
  assert.doesNotMatch(check({ area: 'Nowhere at all' }).refused, /meant/)
})

test('an area and a series may be given by the name that only one of them has', () => {
  const { kept } = check({ area: 'sefton', series: 'Household Waste Recycled' })
  assert.deepEqual([kept?.area, kept?.series], ['E08000014', 'recycling'])
})

test('a numerator over its denominator is refused for a percentage, and a value they do not make is asked about', () => {
  assert.match(
    check({ numerator: '1000', denominator: '417' }).refused,
    /numerator is more than the denominator/,
  )
  assert.equal(check({ numerator: '417', denominator: '1000' }).asked, '')
  assert.equal(check({ value: '41.7', numerator: '41749', denominator: '100000' }).asked, '')
  assert.match(
    check({ value: '41.7', numerator: '471', denominator: '1000' }).asked,
    /gives 47\.1, which is not the value/,
  )
})

test('what is outside the usual is asked about, and not refused', () => {
  assert.match(check({ value: '101' }).asked, /below 0 or above 100/)
  assert.match(check({ value: '-1' }).asked, /below 0 or above 100/)
  assert.match(check({ series: 'visits', value: '-3' }).asked, /below nought/)
  assert.match(check({ series: 'visits', value: '3.5' }).asked, /not whole/)
  assert.equal(check({ series: 'visits', value: '35' }).asked, '')
})

test('a period that has not begun is refused, and one that has not ended is asked about unless it is provisional', () => {
  assert.match(check({ periodStart: '2025-04-01', periodEnd: '2026-04-01' }).refused, /has not begun/)
  assert.match(check({ periodEnd: '2025-04-01' }).asked, /has not ended/)
  assert.equal(check({ periodEnd: '2025-04-01', status: 'provisional' }).asked, '')
})

test('a sign has to fit the unit of the series', () => {
  assert.match(check({ series: 'visits', sign: '%' }).refused, /series is not one/)
  assert.match(check({ sign: '£' }).refused, /series is not in pounds/)
  assert.equal(check({ series: 'spend', value: '1200000', sign: '£' }).kept?.value, '1200.000')
})

test('the nearest texts are a slip or two away, and far ones are not offered', () => {
  assert.deepEqual(nearest('recylcing', ['recycling', 'recycled', 'housing']), ['recycling'])
  assert.deepEqual(nearest('x', ['recycling']), [])
})
