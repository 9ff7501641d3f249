import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { arithmeticMean } from './arithmetic-mean.ts'

test('the mean of a constant is that constant, whatever it is and however often', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (value, n) => {
        assert.equal(arithmeticMean(new Float64Array(n).fill(value)) - value, 0)
      },
    ),
    { numRuns: 2000 },
  )
  assert.equal(arithmeticMean(new Float64Array(12).fill(0.1)), 0.1)
})

test('missing values are left out and no values have no mean', () => {
  assert.equal(arithmeticMean(Float64Array.of(1, Number.NaN, 3)), 2)
  assert.equal(arithmeticMean(Float64Array.of(1, 2, 3, 9), 1, 3), 2.5)
  assert.ok(Number.isNaN(arithmeticMean(Float64Array.of(Number.NaN))))
})
