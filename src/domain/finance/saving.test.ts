import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressProblems, savingStanding, savingsTotal } from './saving.ts'

const million = 100_000_000n
const adults = { planned: (48n * million) / 10n, delivered: (9n * million) / 10n, atRisk: null }

test('of £4.800m planned and £0.900m delivered £3.900m is still to deliver', () => {
  assert.equal(savingStanding(adults).stillToDeliver, (39n * million) / 10n)
})

test('what is delivered beyond the plan is told, and nothing is still to deliver', () => {
  const { stillToDeliver, beyond } = savingStanding({ planned: 5n, delivered: 7n, atRisk: null })
  assert.deepEqual([stillToDeliver, beyond], [0n, 2n])
})

test('the risk of the whole is known only when that of every programme is', () => {
  const known = savingStanding({ planned: 10n, delivered: 4n, atRisk: 3n })
  assert.equal(savingsTotal([known, known]).atRisk, 6n)
  const total = savingsTotal([known, savingStanding(adults)])
  assert.equal(total.atRisk, null)
  assert.equal(total.planned, adults.planned + 10n)
})

test('a progress below nought, or with more at risk than is still to deliver, is refused', () => {
  const fields = (delivered: bigint, atRisk: bigint | null) =>
    progressProblems(10n, { delivered, atRisk }).map(({ field }) => field)
  assert.deepEqual(fields(4n, 6n), [])
  assert.deepEqual(fields(-1n, null), ['delivered'])
  assert.deepEqual(fields(4n, 7n), ['atRisk'])
  assert.deepEqual(fields(4n, -1n), ['atRisk'])
})
