import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { financialQuarter, financialYear } from '../period.ts'
import { type Ambition, type AmbitionInput, ambitionOf } from './ambition.ts'

const years = (from: number, values: readonly (number | null)[]) =>
  values.map((value, i) => ({ period: financialYear(from + i), value, doubt: null }))
/** Ten neighbours at 60 to 69 in 2023/24, of which only the first two ever gained more than 1 a year over three years. */
const neighbours = Array.from({ length: 10 }, (_, i) => ({
  name: `Council ${i}`,
  observations: years(
    2018,
    i < 2 ? [40 + i, 42, 44, 50 + i, 52, 60 + i] : [57 + i, 57 + i, 58 + i, 58 + i, 59 + i, 60 + i],
  ),
}))
const base: AmbitionInput = {
  council: 'Sefton',
  target: 68,
  by: financialYear(2026),
  latest: { period: financialYear(2023), value: 62 },
  neighbours,
  goodDirection: 'high',
  unit: 'percentage',
  decimals: 1,
  breaks: [],
}
const ask = (more: Partial<AmbitionInput> = {}): Ambition => {
  const found = ambitionOf({ ...base, ...more })
  return found.ok ? found : assert.fail(found.reason)
}
const reason = (more: Partial<AmbitionInput>) => {
  const found = ambitionOf({ ...base, ...more })
  return found.ok ? 'accepted' : found.reason
}

test('a target is held against where neighbours are and what they ever managed', () => {
  const found = ask()
  assert.deepEqual(found.standing, { rank: 2, of: 11, quarter: 1, bestQuarterFrom: 66.75, rankNow: 8 })
  assert.deepEqual([found.years, found.perYear, found.span], [3, 2, 3])
  assert.deepEqual([found.managed, found.managedFromHere, found.paces.length], [2, 0, 10])
  assert.deepEqual(found.spans, { managed: 6, of: 30 })
  assert.deepEqual(found.says, [
    'On the figures of 2023/24, 68.0% would be 2nd of 11, in the best quarter (the best quarter begins at 66.8%). Sefton is 8th now.',
    'From 62.0% (2023/24) to 68.0% by the end of 2026/27 is an improvement of 2.00 percentage points a year, for 3 years.',
    '2 of 10 similar councils ever improved so fast over 3 years, none of them from where Sefton is now or better; it happened in 6 of 30 such spans.',
    'That is ambitious but has been done.',
    'The most that any managed was 5.67 percentage points a year: Council 1, from 44.0% (2020/21) to 61.0% (2023/24).',
  ])
})

test('a target that is met already asks for nothing, and one below the latest figure would allow a fall', () => {
  assert.match(ask({ target: 62 }).says.join(' '), /asks it to stay there/)
  assert.match(ask({ target: 55 }).says.join(' '), /would let it get worse/)
})

test('beyond what anybody managed, it says so', () => {
  const found = ask({ target: 90 })
  assert.equal(found.managed, 0)
  assert.match(found.says.join(' '), /None of 10 similar councils ever .*No similar council on record/)
})

test('figures across a change of definition are not held against each other', () => {
  const found = ask({ breaks: ['2021-04-01'] })
  assert.deepEqual(found.spans.of, 0)
  assert.match(found.says.join(' '), /Only 0 similar councils have comparable figures/)
})

test('a doubtful or missing figure is no evidence of anything', () => {
  const doubtful = neighbours.map(({ name, observations }) => ({
    name,
    observations: observations.map((each) => ({ ...each, doubt: 'Far out of line' })),
  }))
  assert.deepEqual([ask({ neighbours: doubtful }).paces, ask({ neighbours: doubtful }).standing], [[], null])
})

test('quarters are held against the same quarter of other years', () => {
  const quarterly = neighbours.map(({ name }, n) => ({
    name,
    observations: [2021, 2022, 2023].flatMap((year) =>
      ([1, 2, 3, 4] as const).map((q) => ({
        period: financialQuarter(year, q),
        value: 10 * q + (year - 2021) + n,
        doubt: null,
      })),
    ),
  }))
  const latest = { period: financialQuarter(2023, 4), value: 42 }
  const found = ask({ neighbours: quarterly, latest, by: financialQuarter(2024, 4), target: 44 })
  assert.equal(found.span, 1)
  for (const { best } of found.paces) assert.equal(best.perYear, 1)
})

test('counts are held against each other by their yearly share, and are not ranked', () => {
  const found = ask({
    unit: 'count',
    decimals: 0,
    latest: { period: financialYear(2023), value: 100 },
    target: 133.1,
  })
  assert.ok(Math.abs(found.perYear - 0.1) < 1e-12)
  assert.equal(found.standing, null)
  assert.match(found.says.join(' '), /10\.0% a year/)
  assert.match(reason({ unit: 'count', latest: { period: financialYear(2023), value: 0 } }), /nought/)
})

test('what cannot be a target is refused with the reason', () => {
  assert.match(reason({ goodDirection: 'none' }), /Neither way is good/)
  assert.match(reason({ target: 120 }), /between 0 and 100/)
  assert.match(reason({ target: Number.NaN }), /is a number/)
  assert.match(reason({ by: financialYear(2023) }), /no time is left/)
})

test('a harder target never stands worse, needs less, or was managed by more', () => {
  const goal = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(goal, goal, fc.constantFrom('high' as const, 'low' as const), (a, b, goodDirection) => {
      const [soft, hard] = (goodDirection === 'high') === a <= b ? [a, b] : [b, a]
      const [easy, tough] = [ask({ target: soft, goodDirection }), ask({ target: hard, goodDirection })]
      assert.ok((tough.standing?.rank ?? 0) <= (easy.standing?.rank ?? 0))
      assert.ok(tough.perYear >= easy.perYear)
      assert.ok(tough.managed <= easy.managed && tough.spans.managed <= easy.spans.managed)
      assert.ok(tough.managedFromHere <= tough.managed)
    }),
  )
})
