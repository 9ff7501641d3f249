import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byarInterval, byarIntervals } from './byar-interval.ts'
import { directlyStandardisedRate } from './directly-standardised-rate.ts'
import type { Interval } from './interval.ts'
import { meanInterval } from './mean-interval.ts'
import type { Refused } from './refused.ts'
import { wilsonInterval, wilsonIntervals } from './wilson-interval.ts'

type Method = (confidence: number) => Interval | Refused

const levels = fc.tuple(
  fc.double({ min: 0.5, max: 0.9, noNaN: true }),
  fc.double({ min: 0.91, max: 0.998, noNaN: true }),
)

const proportions: fc.Arbitrary<Method> = fc
  .tuple(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(
    ([n, share]) =>
      (confidence) =>
        wilsonInterval(Math.round(n * share), n, { confidence, multiplier: 100 }),
  )

const rates: fc.Arbitrary<Method> = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 1_000_000 }))
  .map(
    ([x, n]) =>
      (confidence) =>
        byarInterval(x, n, { confidence, multiplier: 100_000 }),
  )

const means: fc.Arbitrary<Method> = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 })
  .map((values) => (confidence) => meanInterval(values, confidence))

test('an interval contains its value, and a wider level contains a narrower one', () => {
  fc.assert(
    fc.property(fc.oneof(proportions, rates, means), levels, (method, [narrowLevel, wideLevel]) => {
      const [narrow, wide] = [limits(method(narrowLevel)), limits(method(wideLevel))]
      assert.ok(narrow.lower <= narrow.value && narrow.value <= narrow.upper)
      const slack = 1e-12 * Math.max(1, Math.abs(wide.upper))
      assert.ok(wide.lower <= narrow.lower + slack && narrow.upper <= wide.upper + slack)
    }),
    { numRuns: 500 },
  )
})

test('the share without is the mirror of the share with', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (n, some) => {
      const x = Math.min(n, some)
      const [having, lacking] = [limits(wilsonInterval(x, n)), limits(wilsonInterval(n - x, n))]
      assert.ok(Math.abs(having.lower - (1 - lacking.upper)) < 1e-12)
    }),
  )
})

test('many rows at once give the same as one at a time, and a bad row spoils only itself', () => {
  const [numerators, denominators] = [
    [3, 0, 12, 5, 7, -1, 4],
    [9, 10, 400, 4, 0, 9, Number.NaN],
  ]
  const wilson = wilsonIntervals(numerators, denominators, { multiplier: 100 })
  const byar = byarIntervals(numerators, denominators, { multiplier: 100 })
  numerators.forEach((x, i) => {
    const n = denominators[i] ?? 0
    const one = wilsonInterval(x, n, { multiplier: 100 })
    assert.deepEqual(
      [wilson.value[i], wilson.upper[i]],
      one.ok ? [one.value, one.upper] : [Number.NaN, Number.NaN],
    )
    const rate = byarInterval(x, n, { multiplier: 100 })
    assert.deepEqual(
      [byar.value[i], byar.upper[i]],
      rate.ok ? [rate.value, rate.upper] : [Number.NaN, Number.NaN],
    )
  })
})

test('none and all have limits of exactly nought and one', () => {
  assert.equal(limits(wilsonInterval(0, 7)).lower, 0)
  assert.equal(limits(wilsonInterval(7, 7, { multiplier: 100 })).upper, 100)
  assert.equal(limits(byarInterval(0, 7)).lower, 0)
})

test('a single value has a mean and no limits', () => {
  const one = meanInterval([4])
  assert.ok(one.ok)
  assert.deepEqual([one.value, one.lower, one.upper, one.deviation], [4, null, null, null])
})

test('a standardised rate of one band is its crude rate with Byar’s limits', () => {
  const standardised = directlyStandardisedRate([{ events: 40, population: 1000, standard: 5000 }], {
    multiplier: 1000,
  })
  const crude = limits(byarInterval(40, 1000, { multiplier: 1000 }))
  assert.ok(standardised.ok)
  assert.ok(Math.abs((standardised.lower ?? 0) - crude.lower) < 1e-12)
  assert.ok(Math.abs((standardised.upper ?? 0) - crude.upper) < 1e-12)
})

function limits(interval: Interval | Refused): { value: number; lower: number; upper: number } {
  assert.ok(interval.ok, interval.ok ? '' : interval.reason)
  return { value: interval.value, lower: interval.lower ?? Number.NaN, upper: interval.upper ?? Number.NaN }
}
