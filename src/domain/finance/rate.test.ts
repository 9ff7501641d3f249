import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { comparedWithApproved, type IndicatorFigure } from './prudential.ts'
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

test('what is expected stands beside what was approved, with the difference in its own unit', () => {
  const figure = (basis: IndicatorFigure['basis'], rate: number): IndicatorFigure => ({
    indicator: 'financing-costs',
    year: '2024-25',
    basis,
    value: { unit: 'rate', rate },
    words: null,
    source: 'p. 1',
  })
  const found = comparedWithApproved(
    [figure('forecast', 550), figure('approved', 530)],
    'financing-costs',
    '2024-25',
  )
  assert.deepEqual([found?.way, found?.by], ['above', '0.2 percentage points'])
  assert.equal(comparedWithApproved([figure('forecast', 550)], 'financing-costs', '2024-25'), null)
})
