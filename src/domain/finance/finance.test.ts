import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { capitalProgramme } from './capital.ts'
import { reconcile } from './reconcile.ts'
import { type RevenueLine, revenuePosition } from './revenue.ts'

const line = (kind: RevenueLine['kind'], budget: bigint, forecast: bigint): RevenueLine => ({
  service: kind,
  name: kind,
  kind,
  budget,
  forecast,
})

test('the year-end result is the variance of services and corporate budgets together', () => {
  const position = revenuePosition([
    line('service', 100n, 130n),
    line('council-wide', 50n, 40n),
    line('grants', -90n, -90n),
  ])
  assert.deepEqual(position.serviceTotal, { budget: 100n, forecast: 130n, variance: 30n })
  assert.deepEqual(position.total, { budget: 60n, forecast: 80n, variance: 20n })
})

test('parts of a capital programme equal the whole however they are grouped', () => {
  const schemes = fc.array(
    fc.record({
      code: fc.uuid(),
      title: fc.string(),
      service: fc.constantFrom('a', 'b', 'c'),
      serviceName: fc.constant('Service'),
      budget: fc.dictionary(
        fc.constantFrom('2024-25', '2025-26'),
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      ),
    }),
  )
  fc.assert(
    fc.property(schemes, (list) => {
      const programme = capitalProgramme(list)
      for (const year of programme.years) {
        const byService = programme.services.reduce((sum, group) => sum + (group.total[year] ?? 0n), 0n)
        assert.equal(byService, programme.total[year])
      }
      assert.equal(
        programme.allYears,
        list.flatMap((s) => Object.values(s.budget)).reduce((a, b) => a + b, 0n),
      )
    }),
  )
})

test('a printed total is agreed at the precision it was printed in, and a difference is told in words', () => {
  const control = { title: 'Total', printed: 30_141_800_000n, precision: 100_000n, source: 'paper' }
  assert.ok(reconcile(control, 30_141_840_000n).agrees)
  const apart = reconcile({ ...control, printed: 8_556_759_100n, precision: 100n }, 8_552_759_100n)
  assert.equal(apart.difference, -4_000_000n)
  assert.equal(
    apart.says,
    'Total: the lines add up to £85,527,591, £40,000 less than the printed £85,567,591. The paper does not explain the difference.',
  )
})

test('a difference that rounding the lines can make is explained by it, and a larger one is not', () => {
  const control = { title: 'Funding', printed: 8_556_800_000n, precision: 100_000n, source: 'paper' }
  const lines = 8_556_700_000n
  assert.match(
    reconcile(control, lines, 4).says,
    /The 4 lines are rounded to £0\.001m each, which accounts for it/,
  )
  assert.match(reconcile(control, lines).says, /does not explain the difference/)
  assert.match(reconcile(control, lines - 200_000n, 4).says, /does not explain the difference/)
})
