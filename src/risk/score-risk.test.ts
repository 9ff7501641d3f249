import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { conflict, smallRisks, today } from '#test/support/small-risks.ts'
import { riskAppetites } from './appetites.ts'
import { reviewRisk, scoreRisk } from './score-risk.ts'
import { setRiskAppetite } from './set-appetite.ts'

const { db, keeper, reading, added, held, of, score } = await smallRisks({ after })

test('a risk without a score says nothing of appetite or movement', async () => {
  const risk = await held(await added())
  assert.deepEqual(
    [risk.current, risk.movement, risk.appetite.verdict, risk.effect, risk.review],
    [null, 'not-scored', 'not-scored', null, 'planned'],
  )
})

test('scores are rows over time: the latest is current, and what came before says how it moved', async () => {
  const code = await added()
  await setRiskAppetite(db, keeper, {
    category: 'Safety',
    from: '2024-01-01',
    most: 10,
    says: 'Cautious',
    decidedBy: 'Cabinet',
  })
  await score(code, 3, 3, { scoredOn: '2024-04-10' })
  await score(code, 4, 4)
  const risk = await held(code)
  assert.deepEqual([risk.movement, risk.appetite.verdict], ['up', 'above'])
  assert.equal(risk.previous?.scoredOn, '2024-04-10')
  const before = await held(code, '2024-06-30')
  assert.deepEqual([before.movement, before.appetite.verdict], ['first', 'within'])
  assert.equal((await reading(riskAppetites))[0]?.most, 10)
})

test('a score out of one to five is refused; one above the inherent score is asked about first', async () => {
  const code = await added()
  await assert.rejects(score(code, 6, 1), conflict(/Likelihood is a whole number from 1 to 5/))
  await assert.rejects(score(code, 1, 0), conflict(/Impact/))
  await assert.rejects(score(code, 1, 1, { scoredOn: '2024-07-26' }), conflict(/still to come/))
  await score(code, 2, 3, { kind: 'inherent' })
  const target = { kind: 'target' } as const
  const doubt = await score(code, 4, 4, target)
  assert.match(doubt ?? '', /target score \(16, .*would be above the inherent/)
  assert.equal((await held(code)).target, null)
  await score(code, 4, 4, { ...target, sure: true })
  assert.equal((await held(code)).target?.impact, 4)
})

test('two who score at once: the second is told', async () => {
  const code = await added()
  const seen = await of(code)
  await score(code, 2, 2)
  await assert.rejects(score(code, 3, 3, seen), conflict(/meanwhile/))
})

test('a review says when next, and scores the same again where nothing changed', async () => {
  const code = await added()
  await score(code, 3, 3, { scoredOn: '2024-04-10' })
  const review = async (more: object = {}) =>
    reviewRisk(db, keeper, {
      ...(await of(code)),
      reviewedOn: today,
      words: 'As before',
      nextDue: '2024-10-25',
      score: null,
      sure: false,
      ...more,
    })
  await assert.rejects(review({ nextDue: '2024-07-01' }), conflict(/Give a later day/))
  await assert.rejects(review({ reviewedOn: '2024-07-01', nextDue: '2024-07-20' }), conflict(/is past/))
  await review()
  const risk = await held(code)
  assert.deepEqual([risk.movement, risk.nextReview, risk.scores.length], ['same', '2024-10-25', 2])
  assert.equal((await held(code, '2024-10-26')).review, 'overdue')
})

test('a review that is recorded late confirms the score of its day, and says no more when to look next', async () => {
  const code = await added()
  const review = async (reviewedOn: string, nextDue: string) =>
    reviewRisk(db, keeper, {
      ...(await of(code)),
      reviewedOn,
      words: 'As before',
      nextDue,
      score: null,
      sure: false,
    })
  await score(code, 3, 3, { scoredOn: '2024-04-10' })
  await score(code, 4, 4, { scoredOn: '2024-07-20' })
  await review('2024-07-22', '2024-10-25')
  await review('2024-06-01', '2024-08-01')
  const risk = await held(code)
  assert.deepEqual(
    risk.scores.map(({ scoredOn, impact }) => [scoredOn, impact]),
    [
      ['2024-04-10', 3],
      ['2024-06-01', 3],
      ['2024-07-20', 4],
      ['2024-07-22', 4],
    ],
  )
  assert.equal(risk.nextReview, '2024-10-25')
})

test('what only shows the product is no part of the history once somebody scores in truth', async () => {
  const code = await added()
  await scoreRisk(
    db,
    { ...keeper, illustrative: true },
    {
      ...(await of(code)),
      kind: 'current',
      likelihood: 5,
      impact: 5,
      scoredOn: '2024-04-10',
      reason: 'For show',
      sure: false,
    },
  )
  await reviewRisk(db, keeper, {
    ...(await of(code)),
    reviewedOn: today,
    words: 'Looked at',
    nextDue: '2024-10-25',
    score: null,
    sure: false,
  })
  assert.equal((await held(code)).scores.length, 1)
  await score(code, 2, 2)
  const risk = await held(code)
  assert.deepEqual([risk.movement, risk.showsIllustrative], ['first', false])
})
