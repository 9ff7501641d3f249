import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseRate, percentOf, rateDecimal, rateText } from './rate.ts'

test('a rate is read as it is written, and refused when it is none', () => {
  for (const [text, value] of [
    ['5.3', 530],
    ['84%', 8400],
    ['-0.25', -25],
    ['−1', -100],
    ['-0', 0],
  ] as const)
    assert.deepEqual(parseRate(text), { ok: true, value })
  for (const text of ['', 'five', '1.234', '1,5', '£5']) assert.equal(parseRate(text).ok, false, text)
})

test('a rate that was written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 999_999 }), (rate) => {
      assert.deepEqual(parseRate(rateDecimal(rate)), { ok: true, value: rate })
      assert.deepEqual(parseRate(rateText(rate)), { ok: true, value: rate })
    }),
  )
})

test('a share is computed exactly and rounded once', () => {
  assert.equal(percentOf(1_299n, 1_548n, 1), '83.9')
  assert.equal(percentOf(11_008n, 11_119n, 1), '99.0')
  assert.equal(percentOf(169_759n, 202_200n, 0), '84')
  assert.equal(percentOf(-1n, 200n, 1), '-0.5')
  assert.equal(percentOf(1n, 0n, 1), null)
})
