import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Forbidden, NotFound } from '#src/access/refusals.ts'
import { nothingGiven } from '#src/domain/cycle/answer-checks.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { observationsOf } from '#src/measures/observations.ts'
import { registeredMeasures } from '#src/measures/queries.ts'
import { restatementsOf } from '#src/measures/restatements.ts'
import { cycleCouncil, due, slug } from '#test/support/cycle-council.ts'
import { answerRequests } from './answer-requests.ts'
import { answersOf } from './answers.ts'
import { cycleFor } from './cycles.ts'
import { agreeTo, sendBack } from './decide.ts'
import { lockQuarter } from './lock-quarter.ts'
import { openCycle } from './open-cycle.ts'
import { requestsFor } from './requests.ts'

const one = (measure: string, number = 1) => [{ measure, number }]

test('opening a cycle asks the unit of each measure for its figure, once', async (t) => {
  const council = await cycleCouncil(t)
  const requests = await council.requests()
  assert.deepEqual(
    requests.map(({ measure, unit, asks, state, due }) => [measure.code, unit.code, asks, state, due]),
    ['m-1', 'm-2', 'm-3']
      .map((code) => [code, 'housing', 'figure', 'waiting', due.entry])
      .concat(['m-4', 'm-5'].map((code) => [code, 'waste', 'figure', 'waiting', due.entry])),
  )
  const mine = await council.reading(async (db) => requestsFor(db, council.officer, await cycleFor(db, null)))
  assert.deepEqual(
    mine.map(({ measure }) => measure.code),
    ['m-1', 'm-2', 'm-3'],
  )
})

test('an answer goes up from officer to lock, and then is the council’s figure', async (t) => {
  const council = await cycleCouncil(t)
  const { db, manager, director, assurer } = council
  assert.ok((await council.answer('m-1', { numerator: '211', denominator: '245' })).stored)
  assert.equal((await council.request('m-1')).state, 'given')
  await agreeTo(db, manager, { quarter: slug, step: 'confirmation', answers: one('m-1') })
  await agreeTo(db, director, { quarter: slug, step: 'sign-off', answers: one('m-1') })
  await agreeTo(db, assurer, { quarter: slug, step: 'assurance', answers: one('m-1') })
  assert.equal((await council.request('m-1')).state, 'assured')
  await assert.rejects(
    lockQuarter(db, assurer, { quarter: slug, gapsReason: null }),
    (error: Error) =>
      error instanceof Conflict && /4 figures are missing: m-2, m-3, m-4, m-5/.test(error.message),
  )
  assert.deepEqual(await lockQuarter(db, assurer, { quarter: slug, gapsReason: 'New system' }), {
    figures: 1,
  })
  const [held] = await council.reading((db) => observationsOf(db, ['m-1-own'], ['E08000001']))
  assert.deepEqual(
    [held?.value, held?.numerator, held?.denominator, held?.status, held?.revision],
    [86.122449, 211, 245, 'final', 1],
  )
  const [measure] = await council.reading((db) => registeredMeasures(db))
  assert.deepEqual([measure?.series?.code, measure?.series?.match], ['m-1-own', 'own'])
  await assert.rejects(
    council.answer('m-2', { value: '5' }),
    /was locked by business-intelligence 4.*correction/,
  )
  assert.deepEqual((await council.events()).slice(-5), [
    `cycle.answered cycle/${slug}`,
    `cycle.confirmed cycle/${slug}`,
    `cycle.signed-off cycle/${slug}`,
    `cycle.assured cycle/${slug}`,
    `cycle.locked cycle/${slug}`,
  ])
})

test('nobody answers for another’s unit, or agrees to their own figure, out of turn or outside their own units', async (t) => {
  const council = await cycleCouncil(t)
  const { db, manager, director, holder } = council
  await assert.rejects(council.answer('m-4', { value: '5' }), Forbidden)
  await council.answer('m-1', { value: '80' }, { by: manager })
  await assert.rejects(
    agreeTo(db, manager, { quarter: slug, step: 'confirmation', answers: one('m-1') }),
    (error: Error) => error instanceof Forbidden && /You gave this figure yourself/.test(error.message),
  )
  const elsewhere = holder(9, 'service-manager', { kind: 'service', code: 'waste' })
  await assert.rejects(
    agreeTo(db, elsewhere, { quarter: slug, step: 'confirmation', answers: one('m-1') }),
    Forbidden,
  )
  await assert.rejects(
    agreeTo(db, director, { quarter: slug, step: 'sign-off', answers: one('m-1') }),
    (error: Error) => error instanceof Conflict && /confirmed first/.test(error.message),
  )
  await agreeTo(db, director, { quarter: slug, step: 'confirmation', answers: one('m-1') })
  await assert.rejects(
    agreeTo(db, director, { quarter: slug, step: 'sign-off', answers: one('m-1') }),
    /You have confirmed this already/,
  )
  await assert.rejects(
    agreeTo(db, director, { quarter: slug, step: 'sign-off', answers: one('m-9') }),
    NotFound,
  )
})

test('an answer sent back waits for its officer, and a new one begins from none', async (t) => {
  const council = await cycleCouncil(t)
  const { db, manager } = council
  await council.answer('m-1', { value: '80' })
  await assert.rejects(
    sendBack(db, manager, { quarter: slug, step: 'confirmation', measure: 'm-1', number: 1, reason: ' ' }),
    RangeError,
  )
  await sendBack(db, manager, {
    quarter: slug,
    step: 'confirmation',
    measure: 'm-1',
    number: 1,
    reason: 'May is missing',
  })
  const back = await council.request('m-1')
  assert.deepEqual(
    [back.state, back.due, back.decisions[0]?.reason],
    ['sent-back', due.entry, 'May is missing'],
  )
  assert.ok((await council.answer('m-1', { value: '81' }, { seen: 1 })).stored)
  const again = await council.request('m-1')
  assert.deepEqual([again.state, again.answer?.value, again.wasSentBack], ['given', '81', true])
  assert.equal((await council.reading((db) => answersOf(db, slug, 'm-1'))).length, 2)
})

test('of two who answer at once the second is shown the first’s answer, and nothing is lost', async (t) => {
  const council = await cycleCouncil(t)
  const results = await Promise.all([
    council.answer('m-1', { value: '80' }),
    council.answer('m-1', { value: '81' }, { by: council.manager }),
  ])
  assert.deepEqual(results.map(({ stored }) => stored).toSorted(), [false, true])
  const [theirs] = results.find(({ stored }) => !stored)?.conflicts ?? []
  assert.equal(theirs?.value, (await council.request('m-1')).answer?.value)
})

test('somebody agrees only to the answer they looked at', async (t) => {
  const council = await cycleCouncil(t)
  await council.answer('m-1', { value: '80' })
  await council.answer('m-1', { value: '81' }, { seen: 1 })
  await assert.rejects(
    agreeTo(council.db, council.manager, { quarter: slug, step: 'confirmation', answers: one('m-1') }),
    (error: Error) => error instanceof Conflict && /changed since you looked/.test(error.message),
  )
})

test('what is unremarkable is agreed to together; one remarkable answer keeps back them all', async (t) => {
  const council = await cycleCouncil(t)
  const { db, manager } = council
  await council.answer('m-1', { value: '80' })
  await council.answer('m-2', { value: '12' })
  await council.answer('m-3', { cannotSupply: 'The count begins in July.', whatHappened: '' })
  const both = ['m-1', 'm-2', 'm-3'].map((measure) => ({ measure, number: 1 }))
  await assert.rejects(
    agreeTo(db, manager, { quarter: slug, step: 'confirmation', answers: both }),
    (error: Error) =>
      error instanceof Conflict &&
      /m-3 is to be looked at by itself: Could not be supplied/.test(error.message),
  )
  assert.equal((await council.request('m-1')).state, 'given')
})

test('what is asked about is kept only when somebody says that it is so, and is told to whoever agrees', async (t) => {
  const council = await cycleCouncil(t)
  const asked = await council.answer('m-2', { value: '12.5' })
  assert.deepEqual([asked.stored, asked.problems], [false, []])
  assert.match(asked.warnings[0]?.text ?? '', /not whole/)
  assert.equal((await council.request('m-2')).answer, null)
  assert.ok((await council.answer('m-2', { value: '12.5' }, { acceptWarnings: true })).stored)
  assert.match((await council.request('m-2')).answer?.doubts[0] ?? '', /not whole/)
})

test('a later cycle that answers anew for a published period restates it, and the ledger says so', async (t) => {
  const council = await cycleCouncil(t)
  const { db, manager, director, assurer, keeper } = council
  const answerAndLock = async (quarter: string, value: string) => {
    const given = { ...nothingGiven, whatHappened: 'As counted.', value }
    const answers = [{ measure: 'm-1', seen: 0, given }]
    await answerRequests(db, council.officer, { quarter, origin: 'form', acceptWarnings: true, answers })
    await agreeTo(db, manager, { quarter, step: 'confirmation', answers: one('m-1') })
    await agreeTo(db, director, { quarter, step: 'sign-off', answers: one('m-1') })
    await agreeTo(db, assurer, { quarter, step: 'assurance', answers: one('m-1') })
    await lockQuarter(db, assurer, { quarter, gapsReason: 'New system' })
  }
  await answerAndLock(slug, '80')
  await council.reading((db) =>
    db
      .updateTable('measure')
      .set({ frequency: 'quarterly', lag_months: 3 })
      .where('code', '=', 'm-1')
      .execute(),
  )
  await openCycle(db, keeper, { quarter: financialQuarter(2024, 2), due })
  await answerAndLock('2024-25-q2', '78')
  const [restatement, ...more] = await council.reading((db) => restatementsOf(db))
  assert.deepEqual([restatement?.kind, restatement?.measure, more], ['figure', 'm-1', []])
  assert.match(restatement?.reason ?? '', /reporting cycle of 2024\/25 Q2/)
})
