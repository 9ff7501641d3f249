import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ItemState, itemState, type TestResult, whyNotClose, whyNotTest } from './audit-finding.ts'

const today = '2025-06-01'
const tested = (result: TestResult, recommendation: string | null = null) => ({ result, recommendation })

const states: readonly (readonly [string, Parameters<typeof itemState>[0], ItemState])[] = [
  ['not tested', { test: null, response: null, isClosed: false }, 'to-test'],
  ['agreed', { test: tested('agreed'), response: null, isClosed: false }, 'passed'],
  ['a comment to note', { test: tested('agreed-with-comment'), response: null, isClosed: false }, 'passed'],
  [
    'a recommendation',
    { test: tested('agreed-with-comment', 'x'), response: null, isClosed: false },
    'to-answer',
  ],
  ['an error', { test: tested('error', 'x'), response: null, isClosed: false }, 'to-answer'],
  ['due today', { test: tested('error', 'x'), response: { byWhen: today }, isClosed: false }, 'action-due'],
  [
    'due before',
    { test: tested('error', 'x'), response: { byWhen: '2025-05-31' }, isClosed: false },
    'action-overdue',
  ],
  ['refused', { test: tested('error', 'x'), response: { byWhen: null }, isClosed: false }, 'action-due'],
  ['closed', { test: tested('error', 'x'), response: { byWhen: '2025-05-31' }, isClosed: true }, 'closed'],
]

for (const [name, item, state] of states)
  test(`a sampled figure: ${name}`, () => assert.equal(itemState(item, today), state))

test('nobody tests a figure of their own or closes a finding they answered', () => {
  assert.match(
    whyNotTest({ accountId: 1, name: 'Audit Manager' }, 'Audit Manager') ?? '',
    /recorded this figure yourself/,
  )
  assert.equal(whyNotTest({ accountId: 1, name: 'Audit Manager' }, 'Data Officer'), null)
  assert.match(
    whyNotClose({ accountId: 1, name: 'a' }, { accountId: 1, name: 'b' }) ?? '',
    /gave the answer yourself/,
  )
  assert.equal(whyNotClose({ accountId: 1, name: 'a' }, { accountId: 2, name: 'a' }), null)
})
