import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changeText, numberText, printsAlike, quantityText, units } from './quantity.ts'

test('numbers are printed with separators, a minus sign and no negative nought', () => {
  assert.equal(numberText(1234567.891, 1), '1,234,567.9')
  assert.equal(numberText(-0.04, 1), '0.0')
  assert.equal(numberText(-1234, 0), '−1,234')
  assert.equal(numberText(1.005, 2), '1.01')
  assert.equal(numberText(0.5, 0), '1')
})

test('each unit prints as a reader expects', () => {
  assert.equal(quantityText(84.84, 'percentage'), '84.8%')
  assert.equal(quantityText(515327, 'count'), '515,327')
  assert.equal(quantityText(55.539837, 'per-100000'), '55.5 per 100,000')
  assert.equal(quantityText(-12, 'pounds'), '−£12')
  assert.equal(quantityText(15, 'pounds-thousand'), '£15k')
  assert.equal(quantityText(-0.41, 'score'), '−0.41')
})

test('a change in a percentage is told in percentage points', () => {
  assert.equal(changeText(1.24, 'percentage'), '+1.2 percentage points')
  assert.equal(changeText(-35, 'count'), '−35')
  assert.equal(changeText(0.01, 'percentage'), '0.0 percentage points')
})

test('rounding for display never moves a value by more than half a last digit', () => {
  const values = fc.double({ min: -1e7, max: 1e7, noNaN: true })
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      const read = Number(numberText(value, decimals).replaceAll(',', '').replace('−', '-'))
      assert.ok(Math.abs(read - value) <= 0.5 / 10 ** decimals + 1e-6)
    }),
  )
})

test('two values that print alike are the same to a reader', () => {
  assert.ok(printsAlike(21.02, 20.98, 1))
  assert.ok(!printsAlike(21.02, 20.9, 1))
  assert.equal(Object.keys(units).length, 12)
})
