import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { month, shiftPeriod } from '../period.ts'
import { allProportions, implausible, type RunPoint } from './plausibility.ts'

const run = (values: readonly number[], fresh: (index: number) => boolean = () => true): RunPoint[] =>
  values.map((value, index) => ({ ...shiftPeriod(month(2020, 1), index), value, fresh: fresh(index) }))
const messages = (points: readonly RunPoint[], unit: 'percentage' | 'count' | 'score' = 'score') =>
  implausible(points, unit).map(({ at, message }) => `${at}: ${message}`)

test('a slipped decimal point is asked about, where it is and not beside it', () => {
  assert.match(
    messages(run([41, 42, 417, 40, 43])).join(),
    /^2: The figure is about 10 times its neighbours in time \(41, 42, 40, 43\)[^;]*slipped\.$/,
  )
  assert.match(messages(run([41, 42, 4250, 40, 43])).join(), /^2: The figure is about 100 times/)
  assert.match(messages(run([4100, 4200, 43, 4000])).join(), /^2: The figure is about one part in 95 of/)
})

test('a proportion among percentages is told as one', () => {
  assert.match(
    messages(run([41, 42, 0.417, 40]), 'percentage').join(),
    /^2: The figure looks like a proportion/,
  )
})

test('nought among figures that are nothing like it may be a missing one', () => {
  assert.match(messages(run([41, 42, 0, 40]), 'count').join(), /^2: The figure is 0 beside/)
  assert.deepEqual(messages(run([0, 1, 0, 2, 0]), 'count'), [])
})

test('small numbers of things may well be many times one another', () => {
  assert.deepEqual(messages(run([1, 15, 2, 1]), 'count'), [])
})

test('only what is brought now is asked about', () => {
  assert.deepEqual(messages(run([41, 42, 417, 40, 43], (index) => index === 4)), [])
})

test('a figure outside the limits of twelve held ones is asked about, and eleven are too few', () => {
  const held = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 51, 50]
  const last = (index: number) => index === held.length
  assert.match(
    messages(run([...held, 60], last)).join(),
    /^12: The figure is outside what this series has varied within/,
  )
  assert.deepEqual(messages(run([...held, 51], last)), [])
  assert.deepEqual(messages(run([...held.slice(1), 60], (index) => index === 11)), [])
})

test('a first file of nothing but proportions for percentages is asked about', () => {
  assert.ok(allProportions([run([0.4, 0.5]), run([0.1])], 'percentage'))
  assert.ok(!allProportions([run([0.4, 0.5]), run([1.1])], 'percentage'))
  assert.ok(!allProportions([run([0.4, 0.5, 0.6])], 'score'))
  assert.ok(!allProportions([run([0.4, 0.5, 0.6], (index) => index > 0)], 'percentage'))
})

test('figures that are alike are never asked about, whatever their size', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
      fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 1, maxLength: 11 }),
      (size, shares) => {
        assert.deepEqual(messages(run(shares.map((share) => share * size))), [])
      },
    ),
  )
})
