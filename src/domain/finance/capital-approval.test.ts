import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ApprovalRoute, approvalText, leastRoute, whyNotApproved } from './capital-approval.ts'

const million = 100_000_000n

test('a Cabinet Member approves up to and with £1m, Council anything', () => {
  const cases: readonly (readonly [ApprovalRoute, bigint, boolean])[] = [
    ['delegated', 1n, true],
    ['delegated', million - 1n, true],
    ['delegated', million, true],
    ['delegated', million + 1n, false],
    ['cabinet', million, true],
    ['cabinet', million + 1n, false],
    ['council', million, true],
    ['council', 50n * million, true],
  ]
  for (const [route, amount, may] of cases)
    assert.equal(whyNotApproved(route, amount) === null, may, `${route} ${amount}`)
  assert.equal(
    whyNotApproved('delegated', million + 1n),
    '£1,000,000.01 is above £1,000,000, up to which a Cabinet Member may approve. It needs the approval of Council.',
  )
  assert.deepEqual([leastRoute(million), leastRoute(million + 1n)], ['delegated', 'council'])
})

test('an approval is told as far as it is known', () => {
  assert.equal(approvalText({ route: 'council', body: null, when: 'July 2024' }), 'Council, July 2024')
  assert.equal(approvalText({ route: 'delegated', body: null, when: null }), 'Delegated authority')
  assert.equal(
    approvalText({ route: 'delegated', body: 'Cabinet Member Regeneration', when: '3 May 2024' }),
    'Cabinet Member Regeneration, 3 May 2024',
  )
  assert.equal(approvalText({ route: null, body: null, when: null }), 'Not stated')
})
