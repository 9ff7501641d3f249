import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnswerAsked,
  type AnswerGiven,
  checkAnswer,
  MOST_CHARACTERS,
  nothingGiven,
} from './answer-checks.ts'

const quarter = { start: '2024-04-01', end: '2024-07-01' }
const percentage: AnswerAsked = {
  asks: 'figure',
  unit: 'percentage',
  multiplier: 100,
  period: quarter,
  earlier: [],
}
const count: AnswerAsked = { asks: 'figure', unit: 'count', multiplier: null, period: quarter, earlier: [] }
const given = (more: Partial<AnswerGiven>): AnswerGiven => ({
  ...nothingGiven,
  whatHappened: 'As planned.',
  ...more,
})
const fieldsOf = (answer: AnswerGiven, asked = percentage) =>
  checkAnswer(answer, asked).problems.map(({ field }) => field)

test('a percentage is worked out from its parts, exactly enough to be printed', () => {
  assert.equal(checkAnswer(given({ numerator: '211', denominator: '245' }), percentage).value, '86.122449')
  const rate = { ...percentage, unit: 'per-1000', multiplier: 1000 } as const
  assert.equal(checkAnswer(given({ numerator: '1', denominator: '8' }), rate).value, '125')
})

test('a value beside its parts must be what they make, as far as it is written', () => {
  const parts = { numerator: '211', denominator: '245' }
  assert.deepEqual(fieldsOf(given({ ...parts, value: '86.1' })), [])
  const { problems } = checkAnswer(given({ ...parts, value: '68.1' }), percentage)
  assert.match(problems[0]?.text ?? '', /211 out of 245 makes 86\.122449, not 68\.1/)
})

test('what cannot be a figure is refused beside its field', () => {
  assert.deepEqual(fieldsOf(given({ value: '1,234' })), ['value'])
  assert.deepEqual(fieldsOf(given({})), ['value'])
  assert.deepEqual(fieldsOf(given({ numerator: '3' })), ['denominator'])
  assert.deepEqual(fieldsOf(given({ numerator: '3', denominator: '0' })), ['denominator'])
  assert.deepEqual(fieldsOf(given({ numerator: '245', denominator: '211' })), ['numerator'])
  assert.deepEqual(fieldsOf(given({ value: '5', status: 'guess' })), ['status'])
  assert.deepEqual(fieldsOf(given({ value: '5', status: 'estimated' })), ['estimation'])
})

test('the words are asked for, and are short', () => {
  assert.deepEqual(fieldsOf(given({ value: '5', whatHappened: ' ' })), ['whatHappened'])
  assert.deepEqual(fieldsOf(given({ value: '5', whatWeDo: 'x'.repeat(MOST_CHARACTERS + 1) })), ['whatWeDo'])
  assert.deepEqual(fieldsOf(given({ value: '5', whatWeDo: 'x'.repeat(MOST_CHARACTERS) })), [])
})

test('a figure that cannot be supplied needs its reason only, and no figure beside it', () => {
  const cannot = { ...nothingGiven, cannotSupply: 'The system was replaced in May.' }
  assert.deepEqual(checkAnswer(cannot, percentage), { problems: [], warnings: [], value: null })
  assert.deepEqual(fieldsOf({ ...cannot, value: '5' }), ['cannotSupply'])
})

test('evidence says what it is and where it comes from, or is left out', () => {
  const evidence = (kind: string, says: string, source: string) =>
    given({ value: '5', evidence: [{ kind, says, source }] })
  assert.deepEqual(fieldsOf(evidence('survey', 'Two in three were content.', 'Residents’ survey 2024')), [])
  assert.deepEqual(fieldsOf(evidence('survey', 'Two in three were content.', '')), ['evidence'])
  assert.deepEqual(fieldsOf(evidence('rumour', 'Some say so.', 'The pub')), ['evidence'])
})

test('a figure unlike its neighbours is asked about, and not refused', () => {
  const earlier = [
    ['2023-04-01', '2023-07-01', 400],
    ['2023-07-01', '2023-10-01', 420],
    ['2023-10-01', '2024-01-01', 410],
  ].map(([start, end, value]) => ({ start: String(start), end: String(end), value: Number(value) }))
  const checked = checkAnswer(given({ value: '4100' }), { ...count, earlier })
  assert.deepEqual(checked.problems, [])
  assert.match(checked.warnings[0] ?? '', /decimal point or the unit has slipped/)
  assert.deepEqual(checkAnswer(given({ value: '415' }), { ...count, earlier }).warnings, [])
  assert.match(checkAnswer(given({ value: '12.5' }), count).warnings[0] ?? '', /not whole/)
  assert.match(checkAnswer(given({ value: '140' }), percentage).warnings[0] ?? '', /above 100/)
})

test('words on a published figure ask for no figure', () => {
  const asked = { ...percentage, asks: 'words' } as const
  assert.deepEqual(checkAnswer(given({}), asked), { problems: [], warnings: [], value: null })
})
