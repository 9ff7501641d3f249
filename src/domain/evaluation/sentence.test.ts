import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Change, ChangeKind, ChangeState } from './change.ts'
import { isProbablyMet, isProbablyMissed, likelihoodOf, oddsText } from './likelihood.ts'
import { type SentenceFacts, sentenceOf } from './sentence.ts'
import { statusWords } from './sentence-words.ts'

const positions = Object.keys(statusWords) as SentenceFacts['position'][]
const states = ['better', 'worse', 'high', 'low', 'none', 'mixed', 'unknown'] as const satisfies ChangeState[]
const kinds = ['moving', 'level', 'five-year'] as const satisfies ChangeKind[]
const assurances = [
  null,
  { type: 'will-meet', words: 'WILL MEET' },
  { type: 'will-miss', words: 'WILL MISS' },
  { type: 'hit-and-miss', words: 'HIT AND MISS' },
] as const
const ends = [null, 0.95, 0.7, 0.5, 0.2, 0.02].map((probability) =>
  probability === null
    ? null
    : { likelihood: likelihoodOf(probability), words: `ODDS ${oddsText(probability)}` },
)

function* everything(): Generator<SentenceFacts> {
  for (const position of positions)
    for (const state of states)
      for (const kind of kinds)
        for (const isFirm of [true, false])
          for (const assurance of assurances)
            for (const end of ends)
              for (const basis of [null, 'a provisional figure'])
                for (const belowFloor of position === 'red' ? [false, true] : [false])
                  yield { position, belowFloor, change: { state, kind, isFirm }, assurance, end, basis }
}

test('a red that is noise is called what it is', () => {
  const change: Change = { state: 'none', kind: 'level', isFirm: true }
  const facts: SentenceFacts = {
    position: 'red',
    belowFloor: false,
    change,
    assurance: {
      type: 'will-miss',
      words: 'at this level the process will miss its 95.0% target in most months',
    },
    end: null,
    basis: null,
  }
  assert.equal(
    sentenceOf(facts),
    'Red, but no real change: at this level the process will miss its 95.0% target in most months.',
  )
  assert.equal(
    sentenceOf({
      ...facts,
      position: 'green',
      assurance: null,
      end: { likelihood: 'unlikely', words: 'unlikely to still meet target in March 2025 (about 2 in 10)' },
      basis: 'a provisional figure',
    }),
    'On a provisional figure: green, with no real change, though it is unlikely to still meet target in March 2025 (about 2 in 10).',
  )
})

test('of all combinations, no sentence says two things that cannot both be so', () => {
  let count = 0
  for (const facts of everything()) {
    count++
    const sentence = sentenceOf(facts)
    const { change, assurance, end } = facts
    const seen = `${sentence} ${JSON.stringify(facts)}`
    const has = (pattern: RegExp) => pattern.test(sentence)
    assert.ok(/^[A-Z].*[^.]\.$/.test(sentence), seen)
    if (change.state !== 'better') assert.ok(!has(/improving|better than usual/), seen)
    if (change.state !== 'worse') assert.ok(!has(/getting worse|worse than usual/), seen)
    if (change.state !== 'none') assert.ok(!has(/no real change|no sign of real change/), seen)
    if (!change.isFirm && change.kind !== 'five-year')
      assert.ok(!has(/(?<!perhaps )(improving|(better|worse|higher|lower) than usual)/), seen)
    if (change.state !== 'none') assert.ok(!has(/WILL|HIT/), `${seen}: a level is spoken of that is changing`)
    if (assurance && end && change.state === 'none') {
      const disagree =
        (assurance.type === 'will-meet' && isProbablyMissed(end.likelihood)) ||
        (assurance.type === 'will-miss' && isProbablyMet(end.likelihood))
      assert.equal(has(/yet the forecast/), disagree, seen)
    }
    if (end) assert.ok(has(/ODDS/), `${seen}: the outlook is left out`)
    if (facts.belowFloor) assert.ok(has(/minimum standard/i), seen)
    assert.equal(has(/red\b/i), facts.position === 'red', seen)
    if (facts.basis) assert.match(sentence, /^On a provisional figure: /)
  }
  assert.ok(count > 10_000)
})

test('and joins what agrees, but joins what does not', () => {
  const say = (position: SentenceFacts['position'], state: ChangeState) =>
    sentenceOf({
      position,
      belowFloor: false,
      change: { state, kind: 'moving', isFirm: true },
      assurance: null,
      end: null,
      basis: null,
    })
  assert.equal(say('red', 'better'), 'Red, but improving.')
  assert.equal(say('red', 'worse'), 'Red, and getting worse.')
  assert.equal(say('green', 'worse'), 'Green, but getting worse.')
  assert.equal(say('best-quarter', 'better'), 'Among the best of similar councils, and improving.')
  assert.equal(say('green', 'none'), 'Green, with no real change.')
})
