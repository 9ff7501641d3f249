import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { appetiteOn, appetiteVerdict } from './appetite.ts'
import { impactCriteria, likelihoodCriteria } from './criteria.ts'
import { actionState, reviewStanding } from './due.ts'
import { heatMapOf } from './heat-map.ts'
import { moveBetween, statusAfter } from './level.ts'
import { movementOf, movementSince } from './movement.ts'
import { bandOf, bands, type Score, scoreOf, scoreText, steps } from './score.ts'

const score = (likelihood: number, impact: number): Score => ({ likelihood, impact })
const onDay = (scoredOn: string, likelihood: number, impact: number) => ({ scoredOn, likelihood, impact })

test('a score falls into its band', () => {
  const cases = [
    [1, 1, 'low'],
    [2, 2, 'low'],
    [4, 1, 'low'],
    [1, 5, 'medium'],
    [3, 3, 'medium'],
    [2, 5, 'high'],
    [3, 4, 'high'],
    [3, 5, 'high'],
    [4, 4, 'very-high'],
    [5, 5, 'very-high'],
  ] as const
  for (const [likelihood, impact, band] of cases)
    assert.equal(bandOf(score(likelihood, impact)), band, `${likelihood} × ${impact}`)
  assert.equal(scoreText(score(4, 5)), '20, very high (likelihood 4 × impact 5)')
  assert.equal(scoreText(null), 'Not scored')
})

test('a score outside one to five is no score', () => {
  for (const [likelihood, impact] of [
    [0, 3],
    [3, 6],
    [2.5, 2],
    [Number.NaN, 1],
  ] as const)
    assert.throws(() => bandOf(score(likelihood, impact)), RangeError)
})

test('a higher score is never in a lower band', () => {
  const order = Object.keys(bands)
  const any = fc.record({
    likelihood: fc.integer({ min: 1, max: 5 }),
    impact: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(any, any, (a, b) => {
      if (scoreOf(a) > scoreOf(b)) assert.ok(order.indexOf(bandOf(a)) <= order.indexOf(bandOf(b)))
    }),
  )
})

test('each step of likelihood and impact says what it means', () => {
  for (const criteria of [likelihoodCriteria, impactCriteria])
    assert.deepEqual(
      criteria.map(({ step }) => step),
      [...steps],
    )
})

test('a risk is above appetite when it scores more than the council accepts in its category on that day', () => {
  const held = [
    { category: 'Finance', from: '2024-04-01', number: 1, most: 8 },
    { category: 'Finance', from: '2024-07-01', number: 1, most: 12 },
    { category: 'Finance', from: '2024-07-01', number: 2, most: 10 },
  ]
  const cases = [
    ['Finance', '2024-03-31', 'no-appetite'],
    ['Finance', '2024-06-30', 'above'],
    ['Finance', '2024-07-01', 'within'],
    ['Workforce', '2024-07-01', 'no-appetite'],
    [null, '2024-07-01', 'no-appetite'],
  ] as const
  for (const [category, day, verdict] of cases)
    assert.equal(appetiteVerdict(score(2, 5), appetiteOn(held, category, day)), verdict, `${category} ${day}`)
  assert.equal(appetiteVerdict(score(3, 4), { most: 12 }), 'within')
  assert.equal(appetiteVerdict(null, { most: 12 }), 'not-scored')
})

test('movement is from the score before to the latest, and between two reports from one to the other', () => {
  const [high, low] = [onDay('2024-01-10', 4, 5), onDay('2024-04-10', 3, 4)]
  assert.equal(movementOf([]), 'not-scored')
  assert.equal(movementOf([high]), 'first')
  assert.equal(movementOf([high, low]), 'down')
  assert.equal(movementOf([low, high]), 'up')
  assert.equal(movementOf([high, low, onDay('2024-07-10', 3, 4)]), 'same')
  // Less likely and worse: another place of the map, the same score.
  assert.equal(movementOf([onDay('2024-01-10', 4, 3), onDay('2024-04-10', 3, 4)]), 'same')
  assert.equal(movementSince([high, low], '2024-04-09'), 'down')
  assert.equal(movementSince([high, low], '2024-04-10'), 'same')
  assert.equal(movementSince([high, low], '2023-12-31'), 'first')
})

test('a review or an action is overdue from the day after it was due', () => {
  assert.equal(reviewStanding('2024-07-24', '2024-07-25'), 'overdue')
  assert.equal(reviewStanding('2024-07-25', '2024-07-25'), 'soon')
  assert.equal(reviewStanding('2024-12-01', '2024-07-25'), 'planned')
  assert.equal(reviewStanding(null, '2024-07-25'), 'not-stated')
  assert.equal(actionState('2024-07-24', null, '2024-07-25'), 'overdue')
  assert.equal(actionState('2024-07-24', 'under-way', '2024-07-25'), 'overdue')
  assert.equal(actionState('2024-07-24', 'done', '2024-07-25'), 'done')
  assert.equal(actionState('2024-07-25', null, '2024-07-25'), 'not-begun')
})

test('a risk goes up and down between levels; from a team to a project is neither', () => {
  assert.equal(moveBetween(null, 'corporate'), 'placed')
  assert.equal(moveBetween('team', 'service'), 'escalated')
  assert.equal(moveBetween('project', 'corporate'), 'escalated')
  assert.equal(moveBetween('corporate', 'service'), 'de-escalated')
  assert.equal(moveBetween('team', 'project'), null)
  assert.equal(moveBetween('service', 'service'), null)
  const placed = { decision: 'placed', level: 'team' } as const
  const closed = { decision: 'closed', level: null } as const
  assert.deepEqual(statusAfter([]), { level: null, status: 'open' })
  assert.deepEqual(statusAfter([placed, closed]), { level: 'team', status: 'closed' })
  assert.equal(statusAfter([placed, closed, { decision: 'reopened', level: null }]).status, 'open')
})

test('every risk stands once: in its cell of the heat map, or among those not scored', () => {
  const any = fc.option(
    fc.record({ likelihood: fc.integer({ min: 1, max: 5 }), impact: fc.integer({ min: 1, max: 5 }) }),
  )
  fc.assert(
    fc.property(fc.array(any), (scores) => {
      const risks = scores.map((given, index) => ({ index, given }))
      const { rows, notScored } = heatMapOf(risks, ({ given }) => given)
      const shown = [...rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.risks)), ...notScored]
      assert.deepEqual(
        shown.map(({ index }) => index).toSorted((a, b) => a - b),
        risks.map(({ index }) => index),
      )
    }),
  )
  assert.deepEqual(
    heatMapOf([], () => null).rows.map(({ impact }) => impact),
    [5, 4, 3, 2, 1],
  )
})
