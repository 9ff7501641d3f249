import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { recordOrganisation } from '#src/organisation/commands.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { organisation } from '#test/support/small-finance.ts'
import { recordSavings, reportSavingProgress } from './record-savings.ts'
import { savingProgrammeFor, savingProgrammes } from './savings.ts'

const first = { month: '2024-06', delivered: 2n, atRisk: null, words: null, source: 'p. 5' }
const programme = {
  code: 'fees',
  service: 'adults',
  title: 'Fees',
  planned: 10n,
  note: null,
  source: 'p. 5',
  progress: first,
}
const input = { financialYear: '2024-25', programmes: [programme] }
const july = {
  ...first,
  financialYear: '2024-25',
  code: 'fees',
  seen: 1,
  month: '2024-07',
  delivered: 6n,
  atRisk: 1n,
}

async function council(t: Parameters<typeof smallCouncil>[0]) {
  const small = await smallCouncil(t)
  const { db } = small.database
  await recordOrganisation(db, small.keeper, organisation)
  await recordSavings(db, small.keeper, input)
  return { ...small, db }
}

test('the last report counts, and a month’s page tells what was reported to its end', async (t) => {
  const { db, keeper, reading } = await council(t)
  assert.deepEqual(await reportSavingProgress(db, keeper, july), [])
  const [now] = await reading((db) => savingProgrammes(db, '2024-25'))
  assert.deepEqual([now?.standing.stillToDeliver, now?.standing.atRisk], [4n, 1n])
  const [inJune] = await reading((db) => savingProgrammes(db, '2024-25', { upTo: '2024-06' }))
  assert.deepEqual([inJune?.standing.stillToDeliver, inJune?.standing.atRisk], [8n, null])
})

test('recording a paper again changes nothing and repeats no progress', async (t) => {
  const { db, keeper, reading } = await council(t)
  const again = await recordSavings(db, keeper, input)
  assert.deepEqual([again.added, again.changed], [0, 0])
  assert.equal((await reading((db) => savingProgrammeFor(db, '2024-25', 'fees'))).progress.length, 1)
})

test('what cannot be is given back beside its field, a report overtaken is a conflict, and others may not', async (t) => {
  const { db, keeper, as } = await council(t)
  const [problem] = await reportSavingProgress(db, keeper, { ...july, atRisk: 5n })
  assert.equal(problem?.field, 'atRisk')
  await assert.rejects(reportSavingProgress(db, keeper, { ...july, seen: 0 }), Conflict)
  await assert.rejects(reportSavingProgress(db, as('councillor'), july), Forbidden)
})
