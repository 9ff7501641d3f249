import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  planFallsDueAfter,
  planForMembers,
  type RemedialStep,
  remedialBalance,
  stateOf,
  whyNotStep,
} from './revenue-remedial.ts'

const step = (step: RemedialStep, inForecastFrom: string | null = null) => ({ step, inForecastFrom })
const action = (value: bigint | null, ...steps: ReturnType<typeof step>[]) => ({ value, steps })
const june = '2024-06'
const overspend = 495_000_000n

test('£4.950m before and £4.050m after a provision of £0.900m, which is proposed until it is approved', () => {
  const proposed = remedialBalance(overspend, [action(90_000_000n), action(null)], june)
  assert.equal(proposed.afterApproved, overspend)
  assert.equal(proposed.afterAll, 405_000_000n)
  assert.equal(proposed.stillToFind, 405_000_000n)
  assert.deepEqual(
    proposed.running.map(({ after }) => after),
    [405_000_000n, 405_000_000n],
  )
  const approved = remedialBalance(overspend, [action(90_000_000n, step('approved'))], june)
  assert.equal(approved.afterApproved, 405_000_000n)
  assert.equal(approved.proposed, 0n)
})

test('what is stopped counts for nothing', () => {
  assert.equal(remedialBalance(overspend, [action(1n, step('stopped'))], june).afterAll, overspend)
})

test('an action that the forecast holds already is not counted again, but is in the months before', () => {
  const counted = action(90_000_000n, step('approved'), step('in-forecast', '2024-07'))
  assert.equal(remedialBalance(overspend, [counted], june).afterApproved, 405_000_000n)
  assert.equal(remedialBalance(overspend, [counted], '2024-07').afterApproved, overspend)
})

test('nothing is still to find where the actions are worth more than the overspend', () => {
  assert.equal(remedialBalance(1n, [action(2n)], june).stillToFind, 0n)
})

test('what is left and what the actions are worth are always the overspend', () => {
  const actions = fc.array(
    fc.record({
      value: fc.option(fc.bigInt({ min: 1n, max: 10n ** 10n }), { nil: null }),
      steps: fc.constantFrom([], [step('approved')], [step('stopped')]),
    }),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), actions, (variance, list) => {
      const { approved, proposed, afterAll, running } = remedialBalance(variance, list, june)
      assert.equal(approved + proposed + afterAll, variance)
      assert.equal(running.at(-1)?.after ?? variance, afterAll)
    }),
  )
})

test('steps are taken in their order, each once', () => {
  assert.equal(stateOf(action(1n)), 'proposed')
  assert.equal(whyNotStep(action(1n), 'approved'), null)
  assert.match(whyNotStep(action(1n), 'done') ?? '', /not been approved yet/)
  assert.match(whyNotStep(action(1n, step('approved')), 'approved') ?? '', /approved already/)
  assert.match(whyNotStep(action(null, step('approved')), 'in-forecast') ?? '', /no value/)
  const counted = action(1n, step('approved'), step('in-forecast', june))
  assert.match(whyNotStep(counted, 'in-forecast') ?? '', /counts it already/)
  assert.equal(whyNotStep(counted, 'done'), null)
  assert.match(whyNotStep(action(1n, step('stopped')), 'approved') ?? '', /was stopped/)
  assert.match(whyNotStep(action(1n, step('approved'), step('done')), 'stopped') ?? '', /done already/)
})

test('a plan for Members falls due when an overspend remains after the monitoring of July', () => {
  const dueAfter = planFallsDueAfter('2024-25')
  assert.equal(dueAfter, '2024-07')
  const asked = { month: june, dueAfter, afterApproved: 405_000_000n, isMade: false }
  assert.equal(planForMembers(asked), 'waiting')
  assert.equal(planForMembers({ ...asked, month: '2024-07' }), 'due')
  assert.equal(planForMembers({ ...asked, month: '2024-07', afterApproved: 0n }), 'not-needed')
  assert.equal(planForMembers({ ...asked, month: '2024-09', isMade: true }), 'made')
})
