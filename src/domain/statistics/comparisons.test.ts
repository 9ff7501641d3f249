import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  sideOfBothIntervals,
  sideOfFunnel,
  sideOfInterval,
  sideOfTwoIntervals,
  sideOfWholeInterval,
} from './benchmark-side.ts'
import { bestQuarter } from './best-quarter.ts'
import { judgementOf } from './judgement.ts'
import { percentile } from './percentile.ts'
import { proportionFunnel } from './proportion-funnel.ts'
import { quantilesOf } from './quantiles-of.ts'
import { ranksWithTies } from './ranks-with-ties.ts'
import { rateFunnel } from './rate-funnel.ts'
import { recentTrend, TREND_CHI_SQUARE, type TrendPoint } from './recent-trend.ts'
import { wilsonInterval } from './wilson-interval.ts'

test('equal values share the better rank and a missing one has none', () => {
  assert.deepEqual(ranksWithTies([9, 5, null, 9, 7], 'highest'), [1, 4, null, 1, 3])
  assert.deepEqual(ranksWithTies([9, 5, null, 9, 7], 'lowest'), [3, 1, null, 3, 2])
})

test('groups of rank differ by at most one in size, and need at least one member each', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 4, maxLength: 80 }),
      fc.integer({ min: 2, max: 4 }),
      (values, k) => {
        const groups = quantilesOf(values, k, 'highest')
        const sizes = Array.from({ length: k }, (_, g) => groups.filter((group) => group === g + 1).length)
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1)
        assert.equal(groups[values.indexOf(Math.max(...values))], 1)
      },
    ),
  )
  assert.deepEqual(quantilesOf([3, 1], 4, 'highest'), [null, null])
})

test('the best quarter begins at the quartile on the good side', () => {
  const neighbours = [10, 20, 30, 40, 50, null]
  assert.deepEqual(bestQuarter(35, neighbours, 'high'), { threshold: 40, distance: 5, isThere: false })
  assert.deepEqual(bestQuarter(35, neighbours, 'low'), { threshold: 20, distance: 15, isThere: false })
  assert.deepEqual(bestQuarter(45, neighbours, 'high'), { threshold: 40, distance: 0, isThere: true })
  assert.equal(bestQuarter(45, [1, 2, 3], 'high'), null)
  assert.ok(Number.isNaN(percentile([], 0.5)))
})

test('turning the good direction round swaps better with worse and leaves similar alone', () => {
  assert.deepEqual(
    ([-2, -1, 0, 1, 2] as const).map((side) => judgementOf(side, 'high')),
    ['worst', 'worse', 'similar', 'better', 'best'],
  )
  assert.deepEqual(
    ([-2, -1, 0, 1, 2] as const).map((side) => judgementOf(side, 'low')),
    ['best', 'better', 'similar', 'worse', 'worst'],
  )
  assert.deepEqual(
    ([-2, -1, 0, 1, 2] as const).map((side) => judgementOf(side, 'none')),
    ['lowest', 'lower', 'similar', 'higher', 'highest'],
  )
  assert.equal(judgementOf(null, 'high'), null)
})

test('a benchmark on a limit is similar, beyond 95 % is lower, beyond 99.8 % is lowest, and missing figures are not compared', () => {
  const area = { value: 50, lower95: 45, upper95: 55, lower998: 42, upper998: 58 }
  assert.deepEqual(
    [55, 56, 58, 59].map((benchmark) => sideOfTwoIntervals(area, benchmark)),
    [0, -1, -1, -2],
  )
  assert.deepEqual(
    [45, 44, 42, 41].map((benchmark) => sideOfTwoIntervals(area, benchmark)),
    [0, 1, 1, 2],
  )
  assert.equal(sideOfTwoIntervals({ ...area, lower998: null }, 60), null)
  assert.equal(sideOfInterval({ ...area, upper95: null }, 60), null)
  assert.equal(sideOfInterval(area, null), null)
  assert.equal(sideOfWholeInterval(area, 60), -1)
  const england = { value: 56, lower95: 55, upper95: 57 }
  assert.equal(sideOfBothIntervals(area, england), 0)
  assert.equal(sideOfBothIntervals(area, { ...england, lower95: 55.1 }), -1)
  assert.equal(sideOfBothIntervals(area, { ...england, lower95: null }), null)
  assert.equal(sideOfFunnel(50, 0, 50), null)
})

test('a proportion funnel is the Wilson interval of the benchmark at each denominator', () => {
  const { lower, upper } = proportionFunnel(0.3, 200, 1.959963984540054)
  const wilson = wilsonInterval(60, 200)
  assert.ok(
    wilson.ok &&
      Math.abs(lower - (wilson.lower ?? 0)) < 1e-12 &&
      Math.abs(upper - (wilson.upper ?? 0)) < 1e-12,
  )
})

// 30-digit arithmetic (mpmath 1.3.0) of Spiegelhalter's interpolated Poisson quantiles.
const RATE_FUNNELS = [
  [0.5, 0.95, 0.0, 1.8600259114609996],
  [0.5, 0.998, 0.0, 3.4758589809003593],
  [5, 0.95, 0.542065795512883, 9.37655858766277],
  [5, 0.998, 0.0, 12.771353781639897],
  [37.5, 0.95, 25.4558385540659, 49.48854834907631],
  [37.5, 0.998, 19.521515652259502, 57.32258195553761],
  [400, 0.95, 360.77374779873276, 439.1717719964854],
  [400, 0.998, 339.1362437767362, 462.7208909101552],
] as const

test('a rate funnel holds the interpolated Poisson quantiles', () => {
  for (const [expected, confidence, lower, upper] of RATE_FUNNELS) {
    const limits = rateFunnel(expected, confidence)
    assert.ok(
      Math.abs(limits.lower - lower) < 1e-9 && Math.abs(limits.upper - upper) < 1e-9,
      `${expected} ${confidence}`,
    )
  }
  assert.deepEqual(rateFunnel(0, 0.95), { lower: 0, upper: 0 })
})

const years = (values: readonly number[], width: number): TrendPoint[] =>
  values.map((value) => ({
    value,
    lower95: value - width,
    upper95: value + width,
    count: null,
    denominator: null,
  }))

const shares = (counts: readonly number[], denominator: number): TrendPoint[] =>
  counts.map((count) => ({ value: count / denominator, lower95: null, upper95: null, count, denominator }))

test('a trend needs five points, a steady slope and more than chance', () => {
  assert.ok(Math.abs(TREND_CHI_SQUARE - 9.54953570608324) < 1e-12)
  assert.equal(recentTrend(years([1, 2, 3, 4], 0.1), 'weighted-slope').reason, 'too-few-points')
  assert.equal(recentTrend(years([1, 2, 3, 4, 5], 0.1), 'weighted-slope').marker, 'increasing')
  assert.equal(recentTrend(years([5, 4, 3, 2, 1], 0.1), 'weighted-slope').marker, 'decreasing')
  assert.equal(recentTrend(years([1, 2, 3, 4, 5], 50), 'weighted-slope').marker, 'no-change')
  // One wild year makes the slope, and leaving it out turns the slope round.
  const wild = recentTrend(years([5, 4.9, 4.8, 4.7, 9], 0.1), 'weighted-slope')
  assert.deepEqual([wild.marker, wild.chiSquare > TREND_CHI_SQUARE], ['no-change', true])
  assert.equal(recentTrend(years([1, 2, 3, 4, 5], 0), 'weighted-slope').reason, 'no-uncertainty')
})

test('only the unbroken run up to now counts', () => {
  const points = years([9, 8, 7, 1, 2, 3, 4, 5], 0.1)
  const broken = points.map((point, i) => (i === 5 ? { ...point, value: null } : point))
  assert.equal(recentTrend(points, 'weighted-slope').marker, 'increasing')
  assert.equal(recentTrend(broken, 'weighted-slope').reason, 'too-few-valid-points')
})

test('proportions have their true direction, a year without events included, and all cases in a year cannot be judged', () => {
  assert.equal(recentTrend(shares([100, 200, 300, 400, 500], 1000), 'proportions').marker, 'increasing')
  assert.equal(recentTrend(shares([500, 400, 300, 200, 100], 1000), 'proportions').marker, 'decreasing')
  assert.equal(recentTrend(shares([500, 300, 200, 100, 0], 1000), 'proportions').marker, 'decreasing')
  assert.equal(recentTrend(shares([1000, 300, 200, 100, 0], 1000), 'proportions').reason, 'no-uncertainty')
})
