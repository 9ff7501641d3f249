import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atThisPace, monitoringTotals, monthsGone, shareText } from './capital-monitoring.ts'

test('a financial year begins in April', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['2024-04', 1],
    ['2024-06', 3],
    ['2024-12', 9],
    ['2025-01', 10],
    ['2025-03', 12],
  ]
  for (const [month, gone] of cases) assert.equal(monthsGone(month), gone, month)
})

test('a year at the pace so far ends at twelve months of it, to the nearest penny', () => {
  assert.equal(atThisPace(1_210_600_000n, 3), 4_842_400_000n)
  assert.equal(atThisPace(100n, 7), 171n)
  assert.equal(atThisPace(5n, 12), 5n)
})

test('a share is said to the percent, and a small one is not nought', () => {
  const cases: readonly (readonly [bigint, bigint, string | null])[] = [
    [1n, 4n, '25'],
    [1n, 3n, '33'],
    [2n, 3n, '67'],
    [4n, 1000n, '0.4'],
    [0n, 5n, '0'],
    [1n, 0n, null],
  ]
  for (const [part, whole, text] of cases) assert.equal(shareText(part, whole), text)
})

test('the parts of a month’s monitoring equal the whole', () => {
  const pence = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  const line = fc.record({
    service: fc.string(),
    name: fc.string(),
    profile: pence,
    spent: pence,
    budget: pence,
    forecast: pence,
  })
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (some, others) => {
      const [a, b, all] = [
        monitoringTotals(some),
        monitoringTotals(others),
        monitoringTotals([...some, ...others]),
      ]
      for (const key of ['profile', 'spent', 'budget', 'forecast'] as const)
        assert.equal(all[key], a[key] + b[key])
    }),
  )
})
