import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedWithApproved, type IndicatorFigure } from './prudential.ts'

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
