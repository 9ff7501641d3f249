import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NotFound } from '#src/access/refusals.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import type { Report } from '#src/domain/report/blocks.ts'
import { reportProblems, tablesOf } from '#src/domain/report/check-report.ts'
import { addPressure } from '#src/finance/revenue/add-pressure.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { makeReport, reportKinds } from './make-report.ts'

const { db } = await seftonDatabase({ after })
const keeper = seftonActor('business-intelligence')
const report = await makeReport(db, keeper, 'revenue', '2024-06')
const words = (of: Report): string =>
  JSON.stringify(of.blocks, (key, value) => (key === 'source' || key === 'value' ? undefined : value))

test('the report of month 3 can be drawn, and is offered by its month', async () => {
  assert.deepEqual(reportProblems(report), [])
  assert.equal(report.period, 'June 2024')
  const offered = await inAuthority(db, sefton.id, reportKinds.revenue.periods)
  assert.deepEqual(offered, [{ slug: '2024-06', text: 'June 2024' }])
})

test('it tells the forecast, what lies behind it, what is done, what is still to find, savings, virements and totals', () => {
  const rows = tablesOf(report.blocks).map(({ name, rows }) => [name, rows.length])
  assert.deepEqual(rows, [
    ['revenue-2024-25-2024-06', 16],
    ['pressures-2024-25-2024-06', 6],
    ['commentary-2024-25-2024-06', 14],
    ['remedial-actions-2024-25-2024-06', 8],
    ['spend-reviews-2024-25-2024-06', 3],
    ['savings-2024-25', 2],
    ['virements-2024-25', 1],
    ['revenue-totals-2024-25-2024-06', 6],
  ])
  const text = words(report)
  for (const said of [
    /overspend of £4\.950m/,
    /still to find.{0,80}£4\.050m/i,
    /No remedial action with a value is approved yet/,
    /Earmarked Reserves or General Balances may not be used/,
    /£4\.680m; the paper prints £4\.500m/,
    /All 6 printed totals agree with their lines/,
  ])
    assert.match(text, said)
})

test('every printed total stands beside the one computed, with no difference', () => {
  const totals = tablesOf(report.blocks).at(-1)
  const differences = totals?.rows.map(({ cells }) => cells[3]?.text)
  assert.deepEqual(differences, Array(6).fill('£0.000m'))
})

test('what is exempt is left out, whoever makes the report', async () => {
  await addPressure(db, keeper, {
    financialYear: '2024-25',
    month: '2024-06',
    service: 'adult-social-care',
    title: 'A contract in dispute',
    amount: 100_000_000n,
    assumption: null,
    exemptReason: 'commercial',
    source: 'Monitoring return',
    parts: [],
  })
  assert.deepEqual((await makeReport(db, keeper, 'revenue', '2024-06')).blocks, report.blocks)
})

test('a month that is not held says which are', async () => {
  await assert.rejects(
    makeReport(db, keeper, 'revenue', '2024-09'),
    (error) => error instanceof NotFound && error.meant.some(({ href }) => href.endsWith('/2024-06')),
  )
  await assert.rejects(makeReport(db, keeper, 'revenue', '2024-25-q1'), NotFound)
})
