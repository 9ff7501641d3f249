import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  fundOutturn,
  grantsEffect,
  outturnText,
  reachesGeneralFund,
  shareCompared,
  shareLeft,
} from './collection-fund.ts'

const thousands = (...amounts: number[]) => amounts.map((amount) => ({ amount: BigInt(amount) * 100_000n }))

test('the signed items of the July paper add up to its outturns', () => {
  assert.equal(outturnText(fundOutturn(thousands(-312, -697, 665))), 'surplus of £0.344m')
  assert.equal(outturnText(fundOutturn(thousands(2_620, -825, 269, -380))), 'deficit of £1.684m')
  assert.equal(outturnText(0n), 'neither surplus nor deficit')
})

test('what grants change is the difference between the outturn before and after them', () => {
  const items = thousands(1_684).map((each) => ({ ...each, title: '', note: null, source: '' }))
  assert.equal(grantsEffect({ items, afterGrants: 190_500_000n }), 22_100_000n)
  assert.equal(grantsEffect({ items, afterGrants: null }), null)
})

test('a share is compared as finely as it was printed', () => {
  assert.deepEqual(shareCompared(1_299n, 1_548n, '83.9'), { computed: '83.9', printed: '83.9', agrees: true })
  assert.deepEqual(shareCompared(11_008n, 11_119n, '99'), { computed: '99', printed: '99', agrees: true })
  assert.equal(shareCompared(1_299n, 1_548n, '84')?.agrees, true)
  assert.equal(shareCompared(1_299n, 1_548n, '84.0')?.agrees, false)
  assert.equal(shareCompared(1n, 0n, '84'), null)
})

test('shares fit in the whole, and what is not named is what is left', () => {
  assert.deepEqual(shareLeft([8_400]), { ok: true, value: 1_600 })
  assert.match(problemOf([10_100]), /A share of 101% cannot be/)
  assert.match(problemOf([9_900, 200]), /add up to 101%, more than the whole/)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 }), (rates) => {
      const left = shareLeft(rates)
      const sum = rates.reduce((a, b) => a + b, 0)
      assert.equal(left.ok, sum <= 10_000)
      if (left.ok) assert.equal(left.value + sum, 10_000)
    }),
  )
})

const problemOf = (rates: readonly number[]): string => {
  const left = shareLeft(rates)
  return left.ok ? '' : left.problem
}

test('the outturn is the same in whatever order the items stand, and however they are split', () => {
  const item = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  fc.assert(
    fc.property(fc.array(item), item, (amounts, part) => {
      const items = amounts.map((amount) => ({ amount }))
      assert.equal(fundOutturn(items), fundOutturn(items.toReversed()))
      assert.equal(fundOutturn([...items, { amount: part }, { amount: -part }]), fundOutturn(items))
    }),
  )
})

test('what a year ends with reaches the general fund in the year after, and what differs a year later', () => {
  assert.deepEqual(reachesGeneralFund(2024), {
    estimatedIn: 'January 2025',
    inYear: '2025/26',
    restEstimatedIn: 'January 2026',
    restInYear: '2026/27',
  })
})
