import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { rebaseMeasure } from './changes/rebase-measure.ts'
import { evaluatedMeasures, evaluateThese } from './evaluations.ts'
import { measureFor } from './queries.ts'

const { db } = await seftonDatabase({ after })
const officer = seftonActor('business-intelligence')
const sefton = 'E08000014'
const asked = { area: sefton, cutOff: '2024-07-01' }

const evaluated = (code: string, more: object = {}) =>
  inAuthority(db, officer.authorityId, async (db) => {
    const [found] = await evaluateThese(db, [await measureFor(db, code)], { ...asked, ...more })
    assert.ok(found)
    return found.evaluation
  })

test('every measure of Sefton has one sentence, and no exception of a proxy or of what nobody collects', async () => {
  const all = await inAuthority(db, officer.authorityId, (db) => evaluatedMeasures(db, asked))
  assert.equal(all.length, 86)
  for (const { measure, evaluation } of all) {
    assert.match(evaluation.sentence, /^[A-Z].*\.$/)
    if (!measure.series || measure.series.match === 'proxy') assert.deepEqual(evaluation.exceptions, [])
  }
})

test('thirteen years and more of new homes are read firmly, six years of a percentage with care', async () => {
  const homes = await evaluated('sm-47')
  assert.equal(homes.variation.standing, 'established')
  assert.equal(homes.sentence, 'Not ranked, and better than usual.')
  const plans = await evaluated('sm-20')
  assert.equal(plans.variation.standing, 'trial')
  assert.match(
    plans.overYear.says,
    /^Better than 27\.4% .* within the usual variation, so no sign of real change\.$/,
  )
})

test('a rebase is recorded with its reason, and the chart begins afresh there', async () => {
  const rebase = { measure: 'sm-47', at: '2016-04-01', reason: 'a new local plan', agreedBy: null }
  assert.equal((await rebaseMeasure(db, officer, rebase)).ok, true)
  const homes = await evaluated('sm-47')
  assert.equal(homes.variation.segments.at(-1)?.reason, 'a new local plan')
  assert.match(homes.variation.says, /Judged only from 2016\/17 on: a new local plan\.$/)
  const before = await evaluated('sm-47', { knownBy: '2020-01-01' })
  assert.ok(before.variation.segments.every(({ reason }) => reason === null))
  await assert.rejects(rebaseMeasure(db, officer, rebase), Conflict)
  assert.equal((await rebaseMeasure(db, officer, { ...rebase, at: '2017-04-01', reason: ' ' })).ok, false)
  assert.equal((await rebaseMeasure(db, officer, { ...rebase, at: '1917-04-01' })).ok, false)
})

test('a minimum standard held in the database makes a measure red', async () => {
  await inAuthority(db, officer.authorityId, (db) =>
    db
      .insertInto('target')
      .values({
        authority_id: officer.authorityId,
        measure_code: 'sm-60',
        period_start: '2023-04-01',
        period_end: '2024-04-01',
        value: '35',
        tolerance: '5',
        floor: '34',
        recorded_by: 'test',
      })
      .execute(),
  )
  const { rag, position, exceptions } = await evaluated('sm-60')
  assert.equal(position, 'red')
  assert.match(rag.says, /33\.2% is worse than the minimum standard of 34\.0%/)
  assert.equal(exceptions[0]?.rule, 'below-floor')
})

test('the page of one measure is told how its forecaster has done, a scorecard is not', async () => {
  const claimants = await evaluated('sm-78')
  assert.match(claimants.outlook.trackRecord?.says ?? '', /^Asked at \d+ past years/)
  const all = await inAuthority(db, officer.authorityId, (db) => evaluatedMeasures(db, asked))
  assert.ok(all.every(({ evaluation }) => evaluation.outlook.trackRecord === null))
})
