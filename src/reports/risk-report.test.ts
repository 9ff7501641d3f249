import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inAuthority } from '#src/db/transaction.ts'
import { financialQuarter } from '#src/domain/period.ts'
import { reportProblems } from '#src/domain/report/check-report.ts'
import { seftonApp } from '#test/support/app.ts'
import { dayRead, quarterRisks } from './quarter-risks.ts'
import { riskReport } from './risk-report.ts'

const site = await seftonApp({ after })
const quarter = financialQuarter(2024, 1)
const facts = (seesExempt = false) =>
  inAuthority(site.database.db, 1, (db) => quarterRisks(db, quarter), { seesExempt })

test('the register of a quarter is read in the quarter after it, or today', () => {
  assert.equal(dayRead(quarter, '2026-11-22'), '2024-09-30')
  assert.equal(dayRead(quarter, '2024-07-25'), '2024-07-25')
})

test('a report as it was known on an earlier day is told as at that day', async () => {
  const { day } = await inAuthority(site.database.db, 1, (db) => quarterRisks(db, quarter, '2024-08-01'))
  assert.equal(day, '2024-08-01')
})

test('what moved is told since the quarter began, and later scores are not in it', async () => {
  const { risks } = await facts()
  const of = (code: string) => risks.find((risk) => risk.code === code)
  assert.deepEqual(
    ['r-01', 'r-02', 'r-03', 'r-07'].map((code) => of(code)?.moved),
    ['up', 'same', 'down', 'not-scored'],
  )
  assert.equal(of('r-02')?.reviews.length, 0)
})

test('the register goes to Audit and Governance with every risk in it, and can be drawn', async () => {
  const report = riskReport('Sefton Council', await facts())
  assert.deepEqual(reportProblems(report), [])
  const { text } = await site.get('/reports/risk/2024-25-q1')
  assert.match(text, /13 risks are open: 4 above appetite, 6 not scored/)
  assert.match(
    text,
    /Home to School Transport demand and cost \(illustrative\): 16 very high ?, where at most 10 is accepted. Nothing/,
  )
  assert.match(
    text,
    /Corporate register .*R-01 High Needs deficit.*Level not stated .*R-02 Adult social care/,
  )
  assert.match(text, /Not scored: R-07 Loss of commercial income/)
  assert.equal((await site.get('/reports/risk/2024-25-q1/word')).status, 200)
})

test('the overview report has the risks after the money', async () => {
  const { text } = await site.get('/reports/cpor/2024-25-q1')
  assert.match(text, /Capital programme .* Risk As at 30 September 2024 13 risks are open: 4 above appetite/)
})

test('an exempt risk is in no report, whoever asks', async () => {
  assert.ok((await facts(true)).risks.some(({ code }) => code === 'x-03'))
  for (const address of [
    '/reports/risk/2024-25-q1',
    '/reports/cpor/2024-25-q1',
    '/reports/risk/2024-25-q1.csv',
  ])
    assert.doesNotMatch(
      (await site.get(address, 'leader')).body,
      /x-03|X-03|exempt from publication<\/a>/,
      address,
    )
})
