import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { financialQuarter, financialYear } from '#src/domain/period.ts'
import type { Ending } from '#test/support/database.ts'
import { measuredCouncil } from '#test/support/measured-council.ts'
import { evaluatedMeasures } from '../evaluations.ts'
import { measureVersions } from '../measure-versions.ts'
import { measureFor, registeredMeasures } from '../queries.ts'
import { restatementsOf } from '../restatements.ts'
import { figureRevisions } from '../revisions.ts'
import type { Outcome } from './change.ts'
import { correctFigure, type FigureCorrection } from './correct-figure.ts'
import { rebaseMeasure } from './rebase-measure.ts'
import { retireMeasure } from './retire-measure.ts'
import { reviseMeasure } from './revise-measure.ts'
import { setTarget, type TargetInput } from './set-target.ts'

const june = financialQuarter(2024, 1)
const correction: FigureCorrection = {
  measure: 'sm-01',
  start: june.start,
  end: june.end,
  value: '38.2',
  numerator: null,
  denominator: null,
  status: 'final',
  doubt: null,
  reason: 'a lorry was weighed twice',
  seen: 1,
  today: '2024-09-01',
}
const target: TargetInput = {
  measure: 'sm-01',
  period: financialYear(2024),
  value: '42',
  upperValue: null,
  tolerance: '1',
  floor: null,
  reason: 'as the plan asks',
  agreedBy: null,
  seen: 0,
}
const agreed = 'SLB, 12 November 2024'

const effectOf = (outcome: Outcome) => {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.effect
}
const problemOf = (outcome: Outcome) => (outcome.ok ? null : outcome.problems[0])

async function setUp(t: Ending) {
  const council = await measuredCouncil(t)
  const { db } = council.database
  const ledger = () => council.reading((db) => restatementsOf(db))
  return { ...council, db, ledger }
}

test('before its quarter is locked a keeper corrects a figure with a reason, and the ledger stays empty', async (t) => {
  const { db, as, ledger, reading, events } = await setUp(t)
  const effect = effectOf(await correctFigure(db, as('operator'), correction))
  assert.equal(effect.before.evaluation.latest?.value, 43)
  assert.equal(effect.after.evaluation.latest?.value, 38.2)
  assert.deepEqual(effect.published, [])
  assert.deepEqual(await ledger(), [])
  const held = await reading((db) => figureRevisions(db, 'recycling', 'E08000001'))
  assert.deepEqual(
    held.slice(0, 2).map(({ revision, value, reason }) => [revision, value, reason]),
    [
      [2, '38.2', 'a lorry was weighed twice'],
      [1, '43', null],
    ],
  )
  assert.equal((await events()).at(-1), 'figure.corrected measure/sm-01')
})

test('once its quarter is locked the same change is a restatement, with the status before and after', async (t) => {
  const { db, keeper, ledger, lock } = await setUp(t)
  effectOf(await setTarget(db, keeper, target))
  await lock('2024-25-q1')
  effectOf(await correctFigure(db, keeper, correction))
  const [entry, ...more] = await ledger()
  assert.equal(more.length, 0)
  assert.equal(entry?.kind, 'figure')
  assert.deepEqual([entry?.was, entry?.becomes], ['43.0%', '38.2%'])
  assert.deepEqual(entry?.publishedIn, ['2024-25-q1'])
  assert.equal(entry?.before.position, 'green')
  assert.equal(entry?.after.position, 'red')
  assert.match(entry?.before.says ?? '', /^43\.0% in 2024\/25 Q1\. /)
  assert.match(entry?.after.says ?? '', /^38\.2% in 2024\/25 Q1\. /)
})

test('what was published only Performance and Business Intelligence may change, and others are told whom to ask', async (t) => {
  const { db, as, ledger, lock, reading } = await setUp(t)
  await lock('2024-25-q1')
  await assert.rejects(
    correctFigure(db, as('operator'), correction),
    (error) =>
      error instanceof Forbidden &&
      error.message ===
        'System operator may not change what a locked quarter has shown. This is done by: Performance and Business Intelligence.',
  )
  await assert.rejects(setTarget(db, as('operator'), { ...target, agreedBy: agreed }), Forbidden)
  await assert.rejects(correctFigure(db, as('service-manager'), correction), Forbidden)
  assert.deepEqual(await ledger(), [])
  assert.equal((await reading((db) => figureRevisions(db, 'recycling', 'E08000001')))[0]?.revision, 1)
})

test('a target or a definition that was published is changed only when it says who agreed', async (t) => {
  const { db, keeper, ledger, lock, reading } = await setUp(t)
  effectOf(await setTarget(db, keeper, target))
  await lock('2024-25-q1')
  const lower = { ...target, value: '39', tolerance: '2', seen: 1, reason: 'the contract changed' }
  assert.equal(problemOf(await setTarget(db, keeper, lower))?.field, 'agreedBy')
  assert.deepEqual(await ledger(), [])
  effectOf(await setTarget(db, keeper, { ...lower, agreedBy: agreed }))
  assert.deepEqual(
    (await ledger()).map(({ kind, was, becomes, agreedBy }) => [kind, was, becomes, agreedBy]),
    [
      ['tolerance', '1 percentage point', '2 percentage points', agreed],
      ['target', '42.0%', '39.0%', agreed],
    ],
  )
  const [entry] = await reading((db) => measureVersions(db, 'sm-01'))
  assert.ok(entry)
  const revision = { measure: 'sm-01', reason: 'as the ministry now counts', seen: entry.number }
  const changed = {
    ...entry,
    definition: 'Without rubble',
    owner: 'Executive Director',
    goodDirection: 'low' as const,
  }
  assert.equal(
    problemOf(await reviseMeasure(db, keeper, { ...revision, entry: changed, agreedBy: null }))?.field,
    'agreedBy',
  )
  effectOf(await reviseMeasure(db, keeper, { ...revision, entry: changed, agreedBy: agreed }))
  assert.deepEqual(
    (await ledger())
      .slice(0, 3)
      .map(({ kind }) => kind)
      .sort(),
    ['definition', 'direction', 'owner'],
  )
})

test('a first target for a quarter that was locked without one is a restatement too', async (t) => {
  const { db, keeper, ledger, lock } = await setUp(t)
  await lock('2024-25-q1')
  effectOf(await setTarget(db, keeper, { ...target, period: financialYear(2025) }))
  assert.deepEqual(await ledger(), [])
  effectOf(await setTarget(db, keeper, { ...target, agreedBy: agreed }))
  assert.deepEqual(
    (await ledger()).map(({ kind, was }) => [kind, was]),
    [['target', 'No target']],
  )
})

test('a change needs a reason, and has to change something', async (t) => {
  const { db, keeper } = await setUp(t)
  assert.equal(problemOf(await correctFigure(db, keeper, { ...correction, reason: ' ' }))?.field, 'reason')
  assert.match(
    problemOf(await correctFigure(db, keeper, { ...correction, value: '43' }))?.text ?? '',
    /Nothing/,
  )
  assert.match(
    problemOf(await correctFigure(db, keeper, { ...correction, start: '1999-04-01' }))?.text ?? '',
    /figure that is held/,
  )
  const wrongly = { ...target, floor: '60' }
  assert.match(problemOf(await setTarget(db, keeper, wrongly))?.text ?? '', /must not ask for more/)
})

test('of two people who correct one figure the second is shown both, and nothing is overwritten', async (t) => {
  const { db, as, keeper, reading } = await setUp(t)
  await correctFigure(db, as('operator'), correction)
  await assert.rejects(
    correctFigure(db, keeper, { ...correction, value: '39.9', reason: 'the tip’s own count' }),
    (error) =>
      error instanceof Conflict &&
      /changed to 38\.2% by test operator on .+: a lorry was weighed twice\. You entered 39\.9%: the tip’s own count\./.test(
        error.message,
      ),
  )
  assert.equal((await reading((db) => figureRevisions(db, 'recycling', 'E08000001')))[0]?.value, '38.2')
  await setTarget(db, keeper, target)
  await assert.rejects(
    setTarget(db, as('operator'), { ...target, value: '50' }),
    /set to 42\.0%.+You entered 50\.0%/,
  )
})

test('a retired measure leaves the register on its day, stays in the quarters before it, and can be read', async (t) => {
  const { db, keeper, ledger, lock, reading } = await setUp(t)
  await lock('2024-25-q1')
  const retirement = {
    measure: 'sm-01',
    from: '2024-10-01',
    reason: 'no longer collected',
    replacedBy: 'sm-02',
  }
  assert.equal(
    problemOf(await retireMeasure(db, keeper, { ...retirement, agreedBy: null }))?.field,
    'agreedBy',
  )
  effectOf(await retireMeasure(db, keeper, { ...retirement, agreedBy: agreed }))
  const codes = (on?: string) =>
    reading(async (db) => (await registeredMeasures(db, null, on)).map(({ code }) => code))
  assert.deepEqual(await codes(), ['sm-02'])
  assert.deepEqual(await codes('2024-09-30'), ['sm-01', 'sm-02'])
  assert.deepEqual(await codes('2024-10-01'), ['sm-02'])
  const shown = (cutOff: string) =>
    reading(async (db) =>
      (await evaluatedMeasures(db, { area: 'E08000001', cutOff })).map(({ measure }) => measure.code),
    )
  assert.deepEqual(await shown('2024-07-01'), ['sm-01', 'sm-02'])
  assert.deepEqual(await shown('2025-01-01'), ['sm-02'])
  assert.equal((await reading((db) => measureFor(db, 'sm-01'))).retired?.replacedBy, 'sm-02')
  assert.match((await ledger())[0]?.becomes ?? '', /^Retired from 1 October 2024; in its place: Streets/)
  await assert.rejects(retireMeasure(db, keeper, { ...retirement, agreedBy: agreed }), Conflict)
})

test('judging published figures afresh is a restatement', async (t) => {
  const { db, keeper, ledger, lock } = await setUp(t)
  const rebase = { measure: 'sm-01', at: '2023-04-01', reason: 'weekly collections', agreedBy: agreed }
  await lock('2024-25-q1')
  effectOf(await rebaseMeasure(db, keeper, rebase))
  assert.deepEqual(
    (await ledger()).map(({ kind }) => kind),
    ['rebase'],
  )
})

test('a file that revises published figures is refused row by row without the right, and else entered row by row', async (t) => {
  const { figures, as, keeper, ledger, lock } = await setUp(t)
  await lock('2024-25-q1')
  const rows = ['E08000001,2023-24-q4,44,', 'E08000001,2024-25-q1,45,', 'E08000001,2024-25-q2,46,']
  const refused = await figures(rows, as('operator'), 'recounted')
  assert.equal(refused.stored, false)
  assert.deepEqual(
    refused.problems.map(({ row, message }) => [row, message]),
    [2, 3].map((row) => [
      row,
      'This figure was published with 2024/25 Q1. System operator may not change what a locked quarter has shown. This is done by: Performance and Business Intelligence.',
    ]),
  )
  const unreasoned = await figures(rows, keeper)
  assert.match(unreasoned.problems[0]?.message ?? '', /give the reason/)
  const { revised, restated, accepted } = await figures(rows, keeper, 'recounted')
  assert.deepEqual([accepted, revised, restated], [1, 2, 2])
  assert.deepEqual((await ledger()).map(({ was, becomes, reason }) => [was, becomes, reason]).reverse(), [
    ['42.5%', '44.0%', 'recounted'],
    ['43.0%', '45.0%', 'recounted'],
  ])
  // What came after the lock was not published, and another area's figure is not the council's own.
  assert.equal((await figures(['E08000001,2024-25-q2,47,'], keeper, 'again')).restated, 0)
})
