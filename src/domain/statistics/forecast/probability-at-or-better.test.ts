import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jointDeviation } from './joint-deviation.ts'
import { normalProbability } from './normal-probability.ts'
import { type Outlook, outlookQuantile } from './outlook.ts'
import { type EndProbability, probabilityAtOrBetter } from './probability-at-or-better.ts'

const outlook: Outlook = {
  mean: [10, 10, 10],
  deviation: [2, 2, 2],
  growth: 0,
  drift: 0,
  stepsSkipped: 0,
  freedom: 1e9,
  lowerBound: null,
  upperBound: null,
  wholeNumbers: false,
  points: 24,
}

function probability(...args: Parameters<typeof probabilityAtOrBetter>): EndProbability {
  const result = probabilityAtOrBetter(...args)
  if (!result.ok) assert.fail(result.reason)
  return result
}

const near = (actual: number, expected: number, within = 1e-6) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`)

test('without bounds or heavy tails the probability is that of the normal distribution', () => {
  near(probability(outlook, { kind: 'latest' }, { good: 'high', target: 12 }).probability, 0.158655254)
  near(probability(outlook, { kind: 'latest' }, { good: 'low', target: 12 }).probability, 0.841344746)
  near(probability(outlook, { kind: 'latest' }, { good: 'range', from: 8, to: 12 }).probability, 0.682689492)
})

test('a sum of months whose errors are unrelated spreads by the square root of their number', () => {
  const end = probability(outlook, { kind: 'sum', soFar: 70 }, { good: 'high', target: 100 })
  near(end.probability, 0.5)
  near(end.hi95 - end.centre, 1.959963984540054 * 2 * Math.sqrt(3))
})

test('errors of a wandering level add up faster than unrelated ones', () => {
  // Growth 1 is a random walk: three steps have deviations 1, √2, √3, and their sum has variance 9 + 4 + 1.
  const walk = { ...outlook, growth: 1, deviation: [1, Math.SQRT2, Math.sqrt(3)] }
  near(jointDeviation(walk, [1, 1, 1]) ** 2, 14, 1e-12)
})

test('a ratio is that of the sums: what is known counts by its denominator', () => {
  const ending = {
    kind: 'ratio' as const,
    numeratorSoFar: 150,
    denominatorSoFar: 300,
    denominators: [100],
    per: 100,
  }
  const end = probability({ ...outlook, mean: [90], deviation: [4] }, ending, { good: 'high', target: 60 })
  near(end.centre, 60)
  near(end.probability, 0.5)
  near(end.hi80 - end.centre, 1.2815515655446004)
})

test('a mean gives each period the same weight', () => {
  const ending = { kind: 'mean' as const, sumSoFar: 90, countSoFar: 9 }
  near(probability(outlook, ending, { good: 'low', target: 10 }).centre, 10)
})

test('a count is judged half a unit beyond the target, so at least 12 and at most 11 share everything', () => {
  const counted = { ...outlook, wholeNumbers: true, lowerBound: 0 }
  const atLeast = probability(counted, { kind: 'latest' }, { good: 'high', target: 12 }).probability
  const atMost = probability(counted, { kind: 'latest' }, { good: 'low', target: 11 }).probability
  near(atLeast + atMost, 1)
})

test('a harder target is never likelier, and every probability lies between 0 and 1', () => {
  const number = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(
      number,
      number,
      number,
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      (centre, a, b, spread) => {
        const bounded = {
          ...outlook,
          mean: [centre],
          deviation: [spread],
          freedom: 4,
          lowerBound: 0,
          upperBound: 100,
        }
        const at = (target: number) =>
          probability(bounded, { kind: 'latest' }, { good: 'high', target }).probability
        const easier = at(Math.min(a, b))
        const harder = at(Math.max(a, b))
        // Two targets a hair apart may stand on either side of where the method changes, each right to 1e-12.
        assert.ok(harder >= 0 && harder <= easier + 1e-12 && easier <= 1)
      },
    ),
  )
})

test('a series that never moved is not certain to stay: the rule of succession', () => {
  const still = { ...outlook, deviation: [0, 0, 0], points: 8 }
  assert.equal(probability(still, { kind: 'latest' }, { good: 'high', target: 10 }).probability, 0.9)
  assert.equal(probability(still, { kind: 'latest' }, { good: 'high', target: 11 }).probability, 0.1)
})

test('a period with no steps left, more than were forecast, or no target is refused', () => {
  const aim = { good: 'high', target: 1 } as const
  assert.equal(probabilityAtOrBetter(outlook, { kind: 'sum', soFar: 0, steps: 0 }, aim).ok, false)
  assert.equal(probabilityAtOrBetter(outlook, { kind: 'sum', soFar: 0, steps: 4 }, aim).ok, false)
  const nowhere = { good: 'low', target: Number.NaN } as const
  assert.equal(probabilityAtOrBetter(outlook, { kind: 'latest' }, nowhere).ok, false)
})

test('quantiles rise with the probability and end at the bounds', () => {
  const bounded = { ...outlook, lowerBound: 0, upperBound: 20, freedom: 5 }
  const levels = [0, 0.01, 0.1, 0.5, 0.9, 0.99, 1]
  const values = levels.map((level) => outlookQuantile(bounded, 1, level))
  for (let i = 1; i < values.length; i++) assert.ok((values[i] as number) > (values[i - 1] as number))
  assert.equal(values[0], 0)
  assert.equal(values[6], 20)
  assert.ok(Number.isNaN(outlookQuantile(bounded, 3, 0.5)))
})

test('the normal probability agrees with published values', () => {
  near(normalProbability(1.96), 0.9750021048517795, 1e-12)
  near(normalProbability(-3.5), 2.3262907903552504e-4, 1e-12)
  assert.equal(normalProbability(0), 0.5)
})
