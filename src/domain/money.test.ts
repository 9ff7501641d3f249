import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  millionsDecimal,
  millionsText,
  parseMoney,
  poundsDecimal,
  poundsMillionText,
  roundPence,
  sumPence,
  varianceText,
  wholePoundsText,
} from './money.ts'

const pence = (text: string, unit: 'pounds' | 'thousands' | 'millions') => {
  const parsed = parseMoney(text, unit)
  return parsed.ok ? parsed.value : parsed.problem
}

test('amounts are read to the penny in the unit they are given in', () => {
  assert.equal(pence('121.738', 'millions'), 12_173_800_000n)
  assert.equal(pence('-0.120', 'millions'), -12_000_000n)
  assert.equal(pence('58248351', 'pounds'), 5_824_835_100n)
  assert.equal(pence('0.5', 'thousands'), 50_000n)
})

test('an amount that is not a plain number, or has fractions of a penny, is refused', () => {
  for (const text of ['', '£1.2m', '1,234', '1e3', 'n/a', '(5)', 'NaN'])
    assert.match(String(pence(text, 'pounds')), /is not an amount/)
  assert.match(String(pence('1.005', 'pounds')), /fractions of a penny/)
  assert.equal(pence('1.500', 'pounds'), 150n)
})

test('a printed total is the rounded total, not the total of the rounded parts', () => {
  const parts = [40_000n, 40_000n, 40_000n]
  assert.equal(parts.map(millionsText).join(' '), '0.000 0.000 0.000')
  assert.equal(millionsText(sumPence(parts)), '0.001')
})

test('the sign of a variance is told in words', () => {
  assert.equal(varianceText(200_000_000n), 'overspend of £2.000m')
  assert.equal(varianceText(-12_000_000n), 'underspend of £0.120m')
  assert.equal(varianceText(1n), 'on budget')
  assert.equal(poundsMillionText(-9_574_000_000n), '−£95.740m')
  assert.equal(wholePoundsText(-5_824_835_100n), '−58,248,351')
  assert.equal(poundsDecimal(-5n), '-0.05')
})

test('an exact amount in £m keeps every penny and no needless nought', () => {
  assert.equal(millionsDecimal(30_141_800_000n), '301.418')
  assert.equal(millionsDecimal(-53_000_000n), '-0.53')
  assert.equal(millionsDecimal(-5n), '-0.00000005')
  assert.equal(millionsDecimal(100_000_000n), '1')
  assert.equal(millionsDecimal(0n), '0')
})

test('half a unit rounds away from zero, alike on both sides', () => {
  const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  fc.assert(
    fc.property(amounts, (amount) => {
      assert.equal(roundPence(-amount, 100n), -roundPence(amount, 100n))
      const gap = roundPence(amount, 100n) - amount
      assert.ok(gap <= 50n && gap >= -50n)
    }),
  )
})
