import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { likelyOutturn, type SlippageFacts } from './capital-slippage.ts'

const base: SlippageFacts = { budget: 100_000_000n, monthsGone: 3, history: [], spent: null, service: null }
const past = (year: string, firstBudget: bigint, outturn: bigint) => ({ year, firstBudget, outturn })

test('a scheme’s own past years come first, and give the range', () => {
  const likely = likelyOutturn({
    ...base,
    history: [past('2021-22', 200n, 100n), past('2022-23', 100n, 80n), past('2023-24', 100n, 110n)],
  })
  assert.deepEqual(likely.range, { low: 50_000_000n, high: 110_000_000n })
  assert.deepEqual([likely.basis, likely.flag], ['history', 'at-risk'])
  assert.equal(likely.evidence, 'Its 3 past years came to 73% of their first budgets.')
  assert.equal(likely.brief, '3 past years: 73% of first budgets')
})

test('few years are said to say little', () => {
  const likely = likelyOutturn({ ...base, history: [past('2023-24', 100n, 95n)] })
  assert.equal(likely.flag, 'no-sign')
  assert.match(likely.evidence, /Its one past year came to 95% .* So few years say little/)
})

test('without past years the pace so far gives the lower end and the budget the upper', () => {
  const cases: readonly (readonly [bigint, bigint, bigint, string])[] = [
    [10_000_000n, 40_000_000n, 100_000_000n, 'at-risk'],
    [12_500_000n, 50_000_000n, 100_000_000n, 'no-sign'],
    [40_000_000n, 100_000_000n, 100_000_000n, 'no-sign'],
    [99_500_000n, 100_000_000n, 100_000_000n, 'spent'],
    [100_040_000n, 100_040_000n, 100_040_000n, 'spent'],
    [150_000_000n, 150_000_000n, 150_000_000n, 'over'],
  ]
  for (const [spent, low, high, flag] of cases) {
    const likely = likelyOutturn({ ...base, spent })
    assert.deepEqual([likely.range, likely.flag], [{ low, high }, flag], String(spent))
    assert.match(likely.evidence, /No past year of it is held.*weak evidence/)
  }
})

test('a service’s pace is used only where there is nothing of the scheme’s own, says so, and flags nothing', () => {
  const service = { spent: 100n, budget: 1000n }
  const likely = likelyOutturn({ ...base, service })
  assert.deepEqual(likely.range, { low: 40_000_000n, high: 100_000_000n })
  assert.deepEqual([likely.basis, likely.flag], ['service', 'unknown'])
  assert.match(likely.evidence, /service as a whole had spent 10% .* says little of one scheme/)
  assert.equal(likelyOutturn({ ...base, service, spent: 5n }).basis, 'spending')
  assert.equal(likelyOutturn(base).range, null)
  assert.equal(likelyOutturn({ ...base, budget: 0n, spent: 5n }).range, null)
})

test('the range is never upside down, never below what is spent, and only a scheme’s own figures flag it', () => {
  const pence = fc.bigInt({ min: 0n, max: 10n ** 12n })
  const facts = fc.record({
    budget: pence,
    monthsGone: fc.integer({ min: 1, max: 12 }),
    history: fc.array(fc.record({ year: fc.constant('2023-24'), firstBudget: pence, outturn: pence }), {
      maxLength: 4,
    }),
    spent: fc.option(pence),
    service: fc.option(fc.record({ spent: pence, budget: pence })),
  })
  fc.assert(
    fc.property(facts, (some) => {
      const { range, basis, flag } = likelyOutturn(some)
      if (range) assert.ok(range.low <= range.high && range.low >= (some.spent ?? 0n))
      if (basis === 'service' || basis === 'none') assert.equal(flag, 'unknown')
    }),
  )
})
