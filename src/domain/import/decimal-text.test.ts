import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { numberAsShown, shiftDecimal } from './decimal-text.ts'

test('moving the point changes no digit, and moving it back gives what was there', () => {
  assert.equal(shiftDecimal('1.25', 6), '1250000')
  assert.equal(shiftDecimal('1200000', -3), '1200.000')
  assert.equal(shiftDecimal('0.005', 3), '5')
  assert.equal(shiftDecimal('-0.5', -2), '-0.005')
  assert.equal(shiftDecimal('1.5e-17', 3), '1.5e-14')
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }), (whole, places) => {
      assert.equal(shiftDecimal(shiftDecimal(String(whole), -places), places), String(whole))
    }),
  )
})

test('a spreadsheet number is written as the sheet shows it, without an exponent', () => {
  assert.equal(numberAsShown(66.900000000000006), '66.9')
  assert.equal(numberAsShown(0.1 + 0.2), '0.3')
  assert.equal(numberAsShown(1e21), '1000000000000000000000')
  assert.equal(numberAsShown(1.2e-6), '0.0000012')
  assert.equal(numberAsShown(-0), '0')
  assert.equal(numberAsShown(100), '100')
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (digits, decimals) => {
      const value = digits / 10 ** decimals
      assert.equal(Number(numberAsShown(value)), value)
    }),
  )
})
