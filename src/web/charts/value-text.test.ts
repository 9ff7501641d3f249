import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tickText, valueText } from './value-text.ts'

test('a short unit stands beside its number, a long one is left to the axis', () => {
  assert.equal(valueText(54.1, { decimals: 1, unitSuffix: '%' }), '54.1%')
  assert.equal(valueText(55.5, { decimals: 1, unitSuffix: ' per 100,000' }), '55.5')
  assert.equal(valueText(-0.845, { decimals: 3, unitSuffix: 'm', unitPrefix: '£' }), '−£0.845m')
})

test('ticks have as many decimals as tell them apart', () => {
  assert.equal(tickText(20, 5, { decimals: 1, unitSuffix: '%' }), '20%')
  assert.equal(tickText(0.25, 0.05, { decimals: 1, unitSuffix: '' }), '0.25')
})
