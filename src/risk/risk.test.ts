import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden, NotFound } from '#src/access/refusals.ts'
import type { Grant } from '#src/domain/access/grant.ts'
import type { Actor, Role } from '#src/domain/access/roles.ts'
import { smallOrganisation } from '#test/support/small-organisation.ts'
import { addRiskAction, tellRiskAction } from './act-on-risk.ts'
import { addRisk, type RiskInput } from './add-risk.ts'
import { riskAppetites } from './appetites.ts'
import { addRiskControl, assureRiskControl } from './control-risk.ts'
import { decideRisk } from './decide-risk.ts'
import { linkRisk } from './link-risk.ts'
import { recordRiskTraining } from './record-training.ts'
import { rewordRisk } from './reword-risk.ts'
import { reviewRisk, scoreRisk } from './score-risk.ts'
import { setRiskAppetite } from './set-appetite.ts'
import { everyRisk, riskFor, riskStandings } from './standings.ts'
import { riskTrainings } from './trainings.ts'

const council = await smallOrganisation({ after })
const { keeper, as, reading, events } = council
const { db } = council.database
const today = '2024-07-25'
const parks = { kind: 'service', code: 'parks' } as const

const manager = (unit: Grant['unit']): Actor => ({
  ...as('service-manager'),
  accountId: 7,
  grants: [
    {
      id: 1,
      role: 'service-manager',
      unit,
      kind: 'held',
      from: '2024-01-01',
      until: null,
      onBehalfOf: null,
      endedOn: null,
    },
  ],
})

const wording = {
  title: 'A tree falls',
  cause: 'Trees are not looked at',
  event: 'A tree falls in a park',
  effect: null,
  category: 'Safety',
  owner: 'Service or Team Manager',
  unit: parks,
  reviewEveryMonths: 3,
}
const input = (code: string, more: Partial<RiskInput> = {}): RiskInput => ({
  ...wording,
  code,
  level: 'service',
  levelReason: null,
  firstReviewDue: '2024-10-01',
  exemptReason: null,
  evidence: null,
  source: 'p. 1',
  today,
  ...more,
})
let next = 0
const added = async (more: Partial<RiskInput> = {}): Promise<string> => {
  next += 1
  return addRisk(db, keeper, input(`t-${next}`, more))
}
const held = (code: string, on = today) => reading((db) => riskFor(db, code, null, on), { seesExempt: true })
const of = async (code: string) => ({ code, today, seen: (await held(code)).seen })
const score = async (
  code: string,
  likelihood: number,
  impact: number,
  more: Partial<Parameters<typeof scoreRisk>[2]> = {},
) =>
  scoreRisk(db, keeper, {
    ...(await of(code)),
    kind: 'current',
    likelihood,
    impact,
    scoredOn: today,
    reason: 'Because',
    sure: false,
    ...more,
  })
const conflict = (words: RegExp) => (fault: unknown) => fault instanceof Conflict && words.test(fault.message)

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

test('a risk goes up a level with the reason and who decided, is closed and opened again', async () => {
  const code = await added()
  const decide = async (to: Parameters<typeof decideRisk>[2]['to'], by = keeper) =>
    decideRisk(db, by, { ...(await of(code)), to, reason: 'It has grown', decidedBy: 'Cabinet' })
  await assert.rejects(decide('service'), conflict(/neither up nor down/))
  assert.equal(await decide('corporate'), 'escalated')
  assert.equal(await decide('team'), 'de-escalated')
  await assert.rejects(decide('corporate', as('service-manager')), Forbidden)
  assert.equal(await decide('closed'), 'closed')
  await assert.rejects(score(code, 2, 2), conflict(/closed/))
  assert.ok(!(await reading((db) => riskStandings(db, null, today))).some((risk) => risk.code === code))
  assert.equal(await decide('open'), 'reopened')
  const { level, decisions } = await held(code)
  assert.deepEqual([level, decisions.length, decisions[1]?.decidedBy], ['team', 5, 'Cabinet'])
})

test('a control is assured and an action told of; one past its day is overdue', async () => {
  const code = await added()
  const control = await addRiskControl(db, keeper, {
    ...(await of(code)),
    what: 'A yearly look',
    owner: null,
  })
  const assurance = {
    ...(await of(code)),
    control,
    line: 2,
    assuredBy: 'Head of safety',
    assuredOn: today,
    effectiveness: 'partly',
    words: 'Two parks were left out',
  } as const
  await assert.rejects(assureRiskControl(db, keeper, { ...assurance, control: 9 }), conflict(/no such control/))
  await assureRiskControl(db, keeper, assurance)
  const action = {
    ...(await of(code)),
    what: 'Look at every tree',
    owner: 'Parks manager',
    due: '2024-09-01',
  }
  await assert.rejects(addRiskAction(db, keeper, { ...action, due: '2024-07-01' }), conflict(/is past/))
  const number = await addRiskAction(db, keeper, action)
  const late = await held(code, '2024-09-02')
  assert.deepEqual(
    [late.openActions[0]?.state, late.controls[0]?.assurances[0]?.effectiveness],
    ['overdue', 'partly'],
  )
  const done = {
    ...(await of(code)),
    action: number,
    progress: 'done',
    onDay: today,
    words: 'All seen',
  } as const
  await tellRiskAction(db, keeper, done)
  await assert.rejects(tellRiskAction(db, keeper, done), conflict(/has ended/))
  assert.equal((await held(code)).openActions.length, 0)
})

test('a risk is linked to what is there, once, and the link can be taken away', async () => {
  const code = await added()
  const link = async (kind: 'measure' | 'service' | 'paper', to: string, holds = true) =>
    linkRisk(db, keeper, { ...(await of(code)), kind, to, basis: 'Judged', holds })
  await assert.rejects(link('measure', 'm-99'), conflict(/m-99/))
  await link('measure', 'm-1')
  await assert.rejects(link('measure', 'm-1'), conflict(/already/))
  await link('paper', 'Cabinet, 25 July 2024: Trees')
  await link('measure', 'm-1', false)
  assert.deepEqual(
    (await held(code)).links.map(({ title, href }) => [title, href]),
    [['Cabinet, 25 July 2024: Trees', null]],
  )
})

test('a manager keeps the risks of the own unit only', async () => {
  await addRisk(db, manager(parks), input('m-1'))
  await assert.rejects(addRisk(db, manager({ kind: 'service', code: 'housing' }), input('m-2')), Forbidden)
  await assert.rejects(addRisk(db, manager(parks), input('m-3', { unit: null })), Forbidden)
  await assert.rejects(addRisk(db, manager(parks), input('m-4', { level: 'corporate' })), Forbidden)
  await assert.rejects(addRisk(db, keeper, input('m-1')), conflict(/cannot be used/))
})

test('an exempt risk and all that hangs on it is there only for those who may see it', async () => {
  const code = await added({ exemptReason: 'A contract is not yet agreed' })
  await score(code, 5, 5)
  const open = await reading((db) => everyRisk(db, null, today))
  assert.ok(!open.some((risk) => risk.code === code))
  await assert.rejects(
    reading((db) => riskFor(db, code, null, today)),
    NotFound,
  )
  for (const table of ['risk_score', 'risk_statement', 'risk_decision'] as const)
    assert.deepEqual(
      await reading((db) => db.selectFrom(table).selectAll().where('risk_code', '=', code).execute()),
      [],
      table,
    )
  assert.equal((await held(code)).current?.impact, 5)
  // Internal audit reads the trail and may not see the risk: the trail has the code and none of its words.
  const trail = await reading((db) =>
    db.selectFrom('event').select('details').where('subject', '=', `risk/${code}`).execute(),
  )
  assert.equal(trail.length, 2)
  assert.doesNotMatch(JSON.stringify(trail), /tree|contract|Because/i)
  const who: Role = 'service-manager'
  await assert.rejects(addRisk(db, as(who), input('e-1', { exemptReason: 'Secret' })), Forbidden)
  // Taken for one that is not there, by whoever may not see it.
  await assert.rejects(
    scoreRisk(db, as(who), {
      code,
      today,
      seen: 3,
      kind: 'current',
      likelihood: 1,
      impact: 1,
      scoredOn: today,
      reason: 'x',
      sure: false,
    }),
    NotFound,
  )
  const reword = { ...(await of(code)), wording, exemptReason: null, reason: 'Agreed by now' }
  await rewordRisk(db, keeper, reword)
  assert.ok((await reading((db) => everyRisk(db, null, today))).some((risk) => risk.code === code))
})

test('how a risk was worded before stays, and the trail tells of it without its words', async () => {
  const code = await added()
  const anew = { ...wording, title: 'A tree falls on a path' }
  await rewordRisk(db, keeper, { ...(await of(code)), wording: anew, exemptReason: null, reason: 'Clearer' })
  const risk = await held(code)
  assert.deepEqual([risk.title, risk.wordings[0]?.title], [anew.title, 'A tree falls'])
  assert.ok((await events()).includes(`risk.reworded risk/${code}`))
})

test('accredited training is recorded of a post', async () => {
  const training = {
    post: 'Parks manager',
    unit: parks,
    course: 'Managing risk',
    accreditedBy: 'An institute',
    completedOn: '2024-05-01',
    today,
  }
  await recordRiskTraining(db, keeper, training)
  await assert.rejects(
    recordRiskTraining(db, keeper, { ...training, completedOn: '2025-01-01' }),
    conflict(/still to come/),
  )
  assert.deepEqual(
    (await reading(riskTrainings)).map(({ post }) => post),
    ['Parks manager'],
  )
})
