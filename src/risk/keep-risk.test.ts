import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Forbidden } from '#src/access/refusals.ts'
import { conflict, parks, smallRisks, today, wording } from '#test/support/small-risks.ts'
import { addRiskAction, tellRiskAction } from './act-on-risk.ts'
import { addRiskControl, assureRiskControl } from './control-risk.ts'
import { decideRisk } from './decide-risk.ts'
import { linkRisk } from './link-risk.ts'
import { recordRiskTraining } from './record-training.ts'
import { rewordRisk } from './reword-risk.ts'
import { riskStandings } from './standings.ts'
import { riskTrainings } from './trainings.ts'

const { db, keeper, as, reading, events, added, held, of, score } = await smallRisks({ after })

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
  await assert.rejects(
    assureRiskControl(db, keeper, { ...assurance, control: 9 }),
    conflict(/no such control/),
  )
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
