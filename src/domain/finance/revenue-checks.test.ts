import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineProblems, lineProblemsText } from './revenue-checks.ts'

const million = 100_000_000n
const services = new Map([
  ['adults', 'Adult Social Care'],
  ['parks', 'Parks'],
])
const line = { service: 'adults', budget: 100n * million, forecast: 102n * million, row: 3 }
const held = (moved = 0n) => ({
  month: 'June 2024',
  budgets: new Map([['adults', { budget: 99n * million, moved }]]),
})
const says = (...given: Parameters<typeof lineProblems>) => lineProblemsText(lineProblems(...given))

test('a line whose variance is forecast less budget has no problem', () => {
  assert.equal(says([{ ...line, variance: 2n * million }], services, null), '')
})

test('a variance with its sign the other way round is refused with its row and the remedy', () => {
  assert.equal(
    says([{ ...line, variance: -2n * million }], services, null),
    'Row 3: The variance of Adult Social Care has its sign the other way round: −£2.000m is given, and forecast less budget is £2.000m. A positive variance is an overspend; turn the sign of the column round.',
  )
})

test('a variance that is simply wrong is refused with both figures', () => {
  assert.match(says([{ ...line, variance: million }], services, null), /given as £1\.000m, .* is £2\.000m/)
})

test('a service that does not exist is refused', () => {
  const [problem] = lineProblems([{ ...line, service: 'adult-care' }], services, null)
  assert.equal(problem?.column, 'service')
  assert.match(problem?.message ?? '', /There is no service 'adult-care'\. Write the name/)
})

test('a service with two lines is refused at the second', () => {
  const [problem, ...more] = lineProblems([line, { ...line, row: 9 }], services, null)
  assert.equal(more.length, 0)
  assert.deepEqual([problem?.row, /stands here twice/.test(problem?.message ?? '')], [9, true])
})

test('two budgets of one year are refused, unless a virement or a reason says why', () => {
  assert.match(
    says([line], services, held()),
    /two budgets for the year: £100\.000m here, £99\.000m in June 2024\. Record the virement/,
  )
  assert.equal(says([line], services, held(million)), '')
  assert.match(says([line], services, held(million / 2n)), /and £99\.500m with the virements since/)
  assert.equal(says([{ ...line, reason: 'Council raised it' }], services, held()), '')
})
