import assert from 'node:assert/strict'
import { test } from 'node:test'
import { financialQuarter } from '../period.ts'
import { expectedWords } from './expected-words.ts'
import { nextAsked } from './next-asked.ts'
import { dueWords, owedWords } from './owed-words.ts'

test('a due day is said as people say it, and lateness in working days', () => {
  const cases: readonly [today: string, says: string, isLate: boolean][] = [
    ['2024-07-08', 'due Friday 12 July', false],
    ['2024-07-12', 'due today', false],
    ['2024-07-13', 'was due Friday 12 July', true],
    ['2024-07-15', 'overdue by 1 working day', true],
    ['2024-07-17', 'overdue by 3 working days', true],
    ['2023-12-29', 'due Friday 12 July 2024', false],
  ]
  for (const [today, text, isLate] of cases)
    assert.deepEqual(dueWords('2024-07-12', today), { text, isLate }, today)
})

test('bank holidays are no working days', () => {
  assert.equal(dueWords('2024-08-23', '2024-08-27').text, 'overdue by 1 working day')
})

test('what is owed is said in a line', () => {
  const [soon, later] = ['2024-07-12', '2024-07-19']
  const today = '2024-07-08'
  const cases: readonly [dues: readonly string[], today: string, says: string | null][] = [
    [[], today, null],
    [[soon], today, 'You owe 1 answer by Friday 12 July. It takes about 2 minutes.'],
    [[soon, soon, soon], today, 'You owe 3 answers by Friday 12 July. It takes about 2 minutes each.'],
    [[later, soon], today, 'You owe 2 answers, the first by Friday 12 July. It takes about 2 minutes each.'],
    [[soon], '2024-07-15', 'You owe 1 answer, and it is overdue. It takes about 2 minutes.'],
    [[soon, soon], '2024-07-15', 'You owe 2 answers, all of them overdue. It takes about 2 minutes each.'],
    [
      [soon, later],
      '2024-07-15',
      'You owe 2 answers: 1 overdue, the other by Friday 19 July. It takes about 2 minutes each.',
    ],
  ]
  for (const [dues, day, says] of cases) assert.equal(owedWords(dues, day), says)
})

test('the next quarter that is asked about is the one after the last, or the present one when that is later', () => {
  assert.deepEqual(nextAsked(financialQuarter(2024, 1), '2024-07-20'), {
    quarter: financialQuarter(2024, 2),
    due: '2024-10-14',
  })
  assert.deepEqual(nextAsked(financialQuarter(2022, 1), '2024-07-20').quarter, financialQuarter(2024, 2))
  assert.deepEqual(nextAsked(null, '2024-07-20').quarter, financialQuarter(2024, 2))
})

test('what is expected says the figure before and the usual range', () => {
  const last = { period: financialQuarter(2023, 4), value: 84.8 }
  const facts = { unit: 'percentage', decimals: 1, last, usual: { low: 82.1, high: 87.9 } } as const
  assert.equal(expectedWords(facts), 'Last time 84.8% in 2023/24 Q4; between 82.1% and 87.9% would be usual.')
  assert.equal(expectedWords({ ...facts, usual: null }), 'Last time 84.8% in 2023/24 Q4.')
  assert.equal(
    expectedWords({ ...facts, usual: { low: 84.81, high: 84.82 } }),
    'Last time 84.8% in 2023/24 Q4; about 84.8% would be usual.',
  )
  assert.equal(expectedWords({ ...facts, last: null }), 'No earlier figure is held.')
})
