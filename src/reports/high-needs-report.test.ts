import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { reportProblems, tablesOf } from '#src/domain/report/check-report.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { makeReport, reportKinds } from './make-report.ts'

const { db } = await seftonDatabase({ after })
const keeper = seftonActor('business-intelligence')
const report = await makeReport(db, keeper, 'high-needs', '2024-07')
const words = JSON.stringify(report.blocks, (key, value) =>
  key === 'source' || key === 'value' ? undefined : value,
)

test('the report of July 2024 can be drawn, and is offered by its month', async () => {
  assert.deepEqual(reportProblems(report), [])
  assert.equal(report.period, 'July 2024')
  const offered = await inAuthority(db, sefton.id, reportKinds['high-needs'].periods)
  assert.deepEqual(offered, [{ slug: '2024-07', text: 'July 2024' }])
})

test('it tells the deficit, demand, places, the recovery plan and what the model starts from', () => {
  assert.deepEqual(
    tablesOf(report.blocks).map(({ name }) => name),
    [
      'high-needs-outlook',
      'high-needs-central',
      'high-needs-to-balance',
      'high-needs-forecasts-tested',
      'high-needs-increase-tested',
      'high-needs-figures',
      'send-place-totals',
      'send-projects',
      'send-provision',
      'recovery-plan',
      'high-needs-commitments',
      'high-needs-assumptions',
    ],
  )
  for (const said of [
    /The accumulated deficit was .{0,60}£38\.0m/,
    /the council’s own forecast is .{0,60}£81\.6m.{0,60}February 2024/,
    /The paper names .{0,60}224/,
    /All 3 sums agree with those printed/,
    /Assumption, not Sefton’s/,
  ])
    assert.match(words, said)
})

test('a month before anything is known, and what is no month, are refused with the month held', async () => {
  for (const period of ['2019-01', '2024-25-q1'])
    await assert.rejects(makeReport(db, keeper, 'high-needs', period), NotFound)
})
