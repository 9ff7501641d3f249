import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DebtAmounts, debtPosition, debtProblems, debtStanding } from './debt.ts'
import { type DebtPoint, quarterIndex, quarterReached, quarterStart } from './debt-path.ts'
import { requirementTest } from './financing-requirement.ts'

const million = 100_000_000n
const amount = fc.bigInt({ min: 0n, max: 10n ** 13n })
const amounts = fc.tuple(amount, amount, amount, amount).map(([actual, more, boundary, above]) => ({
  actual,
  highest: actual + more,
  boundary,
  limit: boundary + above,
}))

test('above the boundary is a warning, above the limit a breach, and at either still within', () => {
  const limits = { boundary: 175n, limit: 200n }
  const standings = [175n, 176n, 200n, 201n].map((debt) => debtStanding(debt, limits))
  assert.deepEqual(standings, ['within', 'above-boundary', 'above-boundary', 'above-limit'])
})

test('the total of debt is that of its parts, and so is the room to each limit', () => {
  fc.assert(
    fc.property(amounts, amounts, (borrowing, other) => {
      const { lines, total } = debtPosition([
        { part: 'borrowing', ...borrowing },
        { part: 'other-long-term', ...other },
      ])
      for (const quantity of ['actual', 'highest', 'boundary', 'limit', 'toBoundary', 'toLimit'] as const)
        assert.equal(
          total[quantity],
          lines.reduce((sum, line) => sum + line[quantity], 0n),
        )
      if (lines.every(({ standing }) => standing === 'within')) assert.equal(total.standing, 'within')
    }),
  )
})

test('the highest total is the printed one where the parts were highest on different days', () => {
  const lines = [
    { part: 'borrowing', actual: 100n, highest: 120n, boundary: 150n, limit: 160n },
    { part: 'other-long-term', actual: 4n, highest: 9n, boundary: 10n, limit: 10n },
  ] as const
  const highest = [125n, 200n, 90n, null].map((printed) => debtPosition(lines, printed).total.highest)
  assert.deepEqual(highest, [125n, 129n, 129n, 129n])
})

test('a limit below the boundary, and a highest below what is owed, are refused with what to do', () => {
  const typed: DebtAmounts = { actual: 150n, highest: 140n, boundary: 175n, limit: 170n }
  assert.deepEqual(
    debtProblems(typed).map(({ of }) => of),
    ['highest', 'limit'],
  )
  assert.match(debtProblems(typed)[1]?.text ?? '', /lower than the operational boundary: look whether/)
  fc.assert(fc.property(amounts, (each) => assert.deepEqual(debtProblems(each), [])))
})

test('from one quarter no path can be drawn, and debt that falls reaches nothing', () => {
  assert.deepEqual(quarterReached([{ quarter: 1, debt: 141n }], 200n), { kind: 'no-path' })
  assert.deepEqual(quarterReached([], 200n), { kind: 'no-path' })
  const falling = [
    { quarter: 1, debt: 141n },
    { quarter: 2, debt: 140n },
  ]
  assert.deepEqual(quarterReached(falling, 200n), { kind: 'not-rising' })
  assert.deepEqual(quarterReached(falling, 139n), { kind: 'above-already' })
})

test('the quarter in which a limit would be reached is the first at which the line is there', () => {
  const rising = fc
    .tuple(
      amount,
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 9000 }),
    )
    .map(([debt, rise, span, quarter]): readonly DebtPoint[] => [
      { quarter, debt },
      { quarter: quarter + span, debt: debt + rise },
    ])
  fc.assert(
    fc.property(rising, amount, (points, room) => {
      const [first, last] = points
      assert.ok(first && last)
      const limit = last.debt + room
      const end = quarterReached(points.toReversed(), limit)
      // The line, times the span, so that it stays whole.
      const span = BigInt(last.quarter - first.quarter)
      const line = (steps: number) => last.debt * span + BigInt(steps) * (last.debt - first.debt)
      if (end.kind === 'beyond') return assert.ok(line(end.quarters) < limit * span)
      assert.equal(end.kind, 'reached')
      if (end.kind !== 'reached') return
      const steps = end.quarter - last.quarter
      assert.ok(line(steps) >= limit * span)
      assert.ok(steps === 0 || line(steps - 1) < limit * span)
    }),
  )
})

test('quarters are numbered on through the years', () => {
  assert.equal(quarterIndex('2024-09-30') - quarterIndex('2024-06-30'), 1)
  assert.equal(quarterIndex('2025-03-31') - quarterIndex('2024-12-31'), 1)
  assert.equal(quarterStart(quarterIndex('2024-06-30')), '2024-04-01')
  assert.equal(quarterStart(quarterIndex('2024-12-31') + 1), '2025-01-01')
})

test('debt is held against the requirement of the year before with what is added, a fall left out', () => {
  const years = [229_472n, 239_282n, 232_123n, 243_969n].map((thousands, index) => ({
    year: `${2023 + index}-${24 + index}`,
    amount: thousands * 100_000n,
  }))
  const found = requirementTest(141n * million, years)
  assert.deepEqual(
    found?.additions.map((each) => each.amount),
    [9_810n * 100_000n, 0n, 11_846n * 100_000n],
  )
  assert.equal(found?.ceiling, 251_128n * 100_000n)
  assert.ok(found?.holds)
  assert.equal(requirementTest(141n, years.slice(0, 3)), null)
})

test('the ceiling is never below the highest requirement of the four years', () => {
  fc.assert(
    fc.property(fc.tuple(amount, amount, amount, amount), amount, (requirements, debt) => {
      const found = requirementTest(
        debt,
        requirements.map((each, index) => ({ year: String(index), amount: each })),
      )
      assert.ok(found && requirements.every((each) => found.ceiling >= each))
      assert.equal(found.holds, found.headroom >= 0n)
    }),
  )
})
