import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { reportProblems, tablesOf } from '#src/domain/report/check-report.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { makeReport } from './make-report.ts'

const { db } = await seftonDatabase({ after })
const keeper = seftonActor('business-intelligence')

test('the report of a quarter can be drawn, with debt, indicators and the collection fund', async () => {
  const report = await makeReport(db, keeper, 'treasury', '2024-25-q1')
  assert.deepEqual(reportProblems(report), [])
  assert.deepEqual(
    tablesOf(report.blocks).map(({ name }) => name),
    [
      'debt-2024-06-30',
      'financing-requirement-2024-06-30',
      'prudential-approved-2024-06-30',
      'prudential-indicators-2024-06-30',
      'collection-fund-2024-25-2024-07-25',
      'collection-fund-reaches-2024-25-2024-07-25',
      'collection-fund-declared-2024-25-2024-07-25',
      'collection-fund-shares-2024-25-2024-07-25',
    ],
  )
  const text = JSON.stringify(report.blocks)
  for (const said of [
    /£141m/,
    /No path can be drawn yet/,
    /deficit of £1\.684m/,
    /£0\.221m less than budgeted/,
  ])
    assert.match(text, said)
})

test('a quarter that is not held says which are', async () => {
  await assert.rejects(
    makeReport(db, keeper, 'treasury', '2023-24-q4'),
    (error) => error instanceof NotFound && error.meant.some(({ href }) => href.endsWith('/2024-25-q1')),
  )
})
