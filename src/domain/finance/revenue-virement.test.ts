import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumPence } from '../money.ts'
import { budgetsAfter, type VirementLine, virementProblem } from './revenue-virement.ts'

const line = (service: string, subjective: string, amount: bigint): VirementLine => ({
  service,
  subjective,
  amount,
})
const structure = [
  line('children', 'Residential care', -245_000_000n),
  line('children', 'Staffing', 245_000_000n),
]

test('a move from residential care to staffing within a service balances', () => {
  assert.equal(virementProblem(structure), null)
  assert.deepEqual([...budgetsAfter(new Map([['children', 5n]]), [structure])], [['children', 5n]])
})

test('a move that takes other than it gives is refused with both figures', () => {
  assert.equal(
    virementProblem([line('children', '', -245_000_000n), line('adults', '', 240_000_000n)]),
    '£2.450m is taken and £2.400m is given. A virement changes no total: make the two equal.',
  )
})

test('a move from a budget to itself, with one side only, or of nothing is refused', () => {
  assert.match(
    virementProblem([line('a', 'Staffing', -1n), line('a', 'staffing ', 1n)]) ?? '',
    /Choose two different budgets/,
  )
  assert.match(virementProblem([line('a', '', 1n)]) ?? '', /from where/)
  assert.match(virementProblem([...structure, line('b', '', 0n)]) ?? '', /moves nothing/)
})

test('no virement that may be recorded changes the council’s total', () => {
  const service = fc.constantFrom('a', 'b', 'c', 'd')
  const amount = fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n })
  const lines = fc.array(fc.record({ service, subjective: fc.constantFrom('', 'x', 'y'), amount }), {
    minLength: 1,
    maxLength: 5,
  })
  const balanced = lines.map((given) => [
    ...given,
    line('e', '', -sumPence(given.map((each) => each.amount))),
  ])
  const budgets = fc.array(fc.tuple(service, amount)).map((entries) => new Map(entries))
  fc.assert(
    fc.property(budgets, fc.array(fc.oneof(lines, balanced)), (before, moves) => {
      const allowed = moves.filter((move) => virementProblem(move) === null)
      assert.equal(sumPence(budgetsAfter(before, allowed).values()), sumPence(before.values()))
    }),
  )
})
