import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Commitment, nextDue, occurrences } from './commitment.ts'
import { type RecoveryAction, recoverySummary } from './recovery.ts'

const commitment: Commitment = {
  code: 'c',
  position: 1,
  commitment: 'Progress to Cabinet',
  due: '2024-12 next',
  dueFrom: '2024-12-01',
  dueUntil: '2025-01-01',
  everyMonths: 6,
  source: 'p. 1',
}
const action: RecoveryAction = {
  code: 'a',
  position: 1,
  workstream: 'Data',
  title: 'Dashboard',
  startsIn: '2023-09',
  endsIn: '2024-06',
  datesBasis: 'inferred',
  value: null,
  progress: 'not stated',
  words: null,
  source: 'p. 1',
}

test('what comes round is due again every so many months, and what is this once only once', () => {
  const window = { start: '2025-01-15', end: '2026-01-15' }
  assert.deepEqual(
    occurrences(commitment, window).map(({ start, granularity }) => [start, granularity]),
    [
      ['2025-06-01', 'month'],
      ['2025-12-01', 'month'],
    ],
  )
  assert.deepEqual(occurrences({ ...commitment, everyMonths: null }, window), [])
  assert.deepEqual(occurrences({ ...commitment, dueFrom: null, dueUntil: null }, window), [])
})

test('the next time it is due', () => {
  assert.equal(nextDue(commitment, '2024-07-25')?.start, '2024-12-01')
  assert.equal(nextDue(commitment, '2026-11-22')?.start, '2026-12-01')
  assert.equal(nextDue({ ...commitment, everyMonths: null }, '2026-11-22'), null)
})

test('a plan adds up what is stated, and counts what nobody said is done though its time is over', () => {
  const all = [
    action,
    { ...action, value: 500n, progress: 'done' as const },
    { ...action, endsIn: '2024-07', value: 7n },
  ]
  assert.deepEqual(recoverySummary(all, '2024-07-25'), {
    actions: 3,
    workstreams: 1,
    valued: 2,
    value: 507n,
    overdue: 1,
  })
})
