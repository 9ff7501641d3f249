import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Grant } from '../access/grant.ts'
import type { Role } from '../access/roles.ts'
import { type Unit, wholeCouncil } from '../access/unit.ts'
import { checkedText } from './assurance-checks.ts'
import { progressOf, progressText } from './progress.ts'
import { stateOrder } from './request-state.ts'
import { awaitedAction, whoActs } from './who-acts.ts'

const counted = fc.record({
  state: fc.constantFrom(...stateOrder),
  due: fc.option(fc.constantFrom('2024-07-12', '2024-07-17', '2024-07-25')),
})

test('every request is counted in one state, and nothing is overdue on the day it is due', () => {
  const requests = [
    { state: 'waiting', due: '2024-07-12' },
    { state: 'given', due: '2024-07-17' },
    { state: 'assured', due: null },
  ] as const
  const text = (today: string) => progressText(progressOf(requests, today), '2024-07-25')
  assert.equal(text('2024-07-12'), '2 of 3 answered, 1 assured; nothing overdue; locks after 25 July 2024')
  assert.equal(text('2024-07-13'), '2 of 3 answered, 1 assured; 1 overdue; locks after 25 July 2024')
  assert.match(progressText(progressOf([], '2024-07-13'), '2024-07-25'), /Nothing is asked for/)
  fc.assert(
    fc.property(fc.array(counted), (all) => {
      const { total, answered, assured, overdue, states } = progressOf(all, '2024-07-20')
      assert.equal(
        states.reduce((sum, { count }) => sum + count, 0),
        total,
      )
      assert.ok(assured <= answered && answered <= total && overdue <= total)
    }),
  )
})

const place: Unit = { kind: 'directorate', code: 'place' }
const housing: Unit = { kind: 'service', code: 'housing' }
const holds = (post: string, role: Role, unit: Unit, until: string | null = null) => ({
  post,
  grants: [
    {
      id: 1,
      role,
      unit,
      kind: 'held',
      from: '2024-04-01',
      until,
      onBehalfOf: null,
      endedOn: null,
    } satisfies Grant,
  ],
})

test('whoever is nearest is asked, and somebody above only when nobody is nearer', () => {
  const holders = [
    holds('Head of Housing', 'service-manager', housing, '2024-07-31'),
    holds('Assistant Director, Place', 'assistant-director', place),
    holds('Business Intelligence', 'business-intelligence', wholeCouncil),
  ]
  const chain = [housing, place, wholeCouncil]
  const asked = (state: (typeof stateOrder)[number], today = '2024-07-15') => {
    const action = awaitedAction(state)
    return action === null ? null : whoActs(holders, action, chain, today)
  }
  assert.deepEqual(asked('waiting'), ['Head of Housing'])
  assert.deepEqual(asked('given', '2024-08-01'), ['Assistant Director, Place'])
  assert.deepEqual(asked('confirmed'), ['Assistant Director, Place'])
  assert.deepEqual(asked('signed-off'), ['Business Intelligence'])
  assert.equal(asked('assured'), null)
  assert.deepEqual(whoActs([], 'cycle.confirm', chain, '2024-07-15'), [])
})

test('what was checked is told in one sentence, in the order of the list', () => {
  assert.equal(checkedText([]), null)
  assert.equal(
    checkedText(['period', 'definition']),
    'Checked: made as the definition says; for the right period.',
  )
})
