import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import type { Report } from '#src/domain/report/blocks.ts'
import { reportProblems, tablesOf } from '#src/domain/report/check-report.ts'
import { markSchemeExempt } from '#src/finance/capital/mark-exempt.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { makeReport, reportKinds } from './make-report.ts'

const { db } = await seftonDatabase({ after })
const keeper = seftonActor('business-intelligence')
const report = await makeReport(db, keeper, 'capital', '2024-06')
const words = (of: Report): string =>
  JSON.stringify(of.blocks, (key, value) => (key === 'source' || key === 'value' ? undefined : value))

test('the report of month 3 can be drawn, and is offered by its month', async () => {
  assert.deepEqual(reportProblems(report), [])
  assert.equal(report.period, 'June 2024')
  const offered = await inAuthority(db, sefton.id, reportKinds.capital.periods)
  assert.deepEqual(offered, [{ slug: '2024-06', text: 'June 2024' }])
})

test('it tells the programme, its changes, estimates, spending, slippage, funding and every printed total', () => {
  const rows = tablesOf(report.blocks).map(({ name, rows }) => [name, rows.length])
  assert.deepEqual(rows, [
    ['capital-by-service-2024-07', 9],
    ['capital-changes-2024-07', 28 + 6],
    ['supplementary-estimates', 5],
    ['capital-monitoring-2024-06', 9],
    ['capital-projects-2024-06', 14],
    ['capital-exceptional-2024-06', 8],
    ['capital-slippage-2024-25', 11],
    ['capital-funding-2024-25', 5],
    ['capital-funding-check-2024-25', 4],
    ['capital-grants', 5],
    ['capital-totals-2024-07', 39],
  ])
  const text = words(report)
  for (const said of [
    /£85,527,591/,
    /£12\.105m/,
    /underspend of £0\.071m/,
    /Schools Programme is likely to end the year between £1\.976m and £8\.523m/,
    /£8\.816m/,
    /29 of 39 printed totals agree with their lines; 7 differ by what rounding the lines can make; 3 differ without/,
  ])
    assert.match(text, said)
})

test('a month that is not held is said not to be, with what is', async () => {
  for (const month of ['2024-09', 'no-such-month'])
    await assert.rejects(makeReport(db, keeper, 'capital', month), (error) => {
      return error instanceof NotFound && /No capital position/.test(error.message)
    })
  await assert.rejects(makeReport(db, keeper, 'capital', '2024-06', '2024-05-01'), NotFound)
})

test('as at a day before they were recorded it has neither estimates nor assignments, like the changes', async () => {
  const before = words(await makeReport(db, keeper, 'capital', '2024-06', '2024-07-31'))
  assert.match(before, /No change is listed.*None is recorded/)
  assert.doesNotMatch(before, /3,500,000/)
  assert.match(words(report), /3,500,000/)
})

test('an exempt scheme is nowhere in it, whoever makes it, nor a total that takes it in', async () => {
  await markSchemeExempt(db, keeper, { scheme: 'capital-21', exempt: true, reason: 'Being bought' })
  const made = await makeReport(db, keeper, 'capital', '2024-06')
  assert.deepEqual(reportProblems(made), [])
  assert.doesNotMatch(JSON.stringify(made), /Magdalen|4\.775|4775|85,567,591|85\.568|12\.10[56]|Property/i)
  assert.match(words(made), /£80,752,191/)
})
