import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { prudentialJune2024 } from '#src/demo/sefton/prudential.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { makeReport } from '#src/reports/make-report.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'
import { markSchemeExempt } from '../capital/mark-exempt.ts'
import { prudentialReport } from './queries.ts'
import { recordPrudentialQuarter } from './record-quarter.ts'

const database = await seftonDatabase({ after })
const { db } = database
const keeper = seftonActor('business-intelligence')
const app = createApp({
  database: db,
  authority: await authorityOf(db, keeper),
  actorFor: () => keeper,
  production: false,
})
after(() => app.close())
const keeping = browserOf(app)
const record = '/finance/prudential/2024-25-q2/record'

test('the page answers first how much is owed and how far that is from the limits', async () => {
  const { text } = await keeping.get('/finance/prudential')
  assert.match(
    text,
    /owed £141m on 30 June 2024: £34m below the operational boundary and £59m below the authorised limit/,
  )
  assert.match(text, /Total debt 141\.000 141\.000 175\.000 34\.000 200\.000 59\.000 Within/)
  assert.match(text, /All 4 printed totals agree with their lines/)
  assert.match(text, /No path can be drawn yet/)
})

test('the five groups stand beside what was approved, with the difference, and without an explanation where the paper has none', async () => {
  const { text } = await keeping.get('/finance/prudential/2024-25')
  assert.match(text, /Capital expenditure £85\.568m Not stated/)
  assert.match(
    text,
    /net revenue stream 1\.1% 1\.0% 0\.1 percentage points above The paper gives no explanation/,
  )
  assert.match(text, /Financing costs to net revenue stream 5\.5% 5\.3% 0\.2 percentage points above/)
  assert.match(text, /Debt is £110\.128m below £251\.128m/)
})

test('the debt that the indicators repeat is that of the limits', async () => {
  const report = await inAuthority(db, 1, (db) => prudentialReport(db, '2024-06-30'))
  assert.equal(report?.position.total.actual, 14_100_000_000n)
  assert.equal(report?.figures.length, 18)
})

test('the same quarter again changes nothing, and with other figures it is a conflict', async () => {
  const held = prudentialJune2024()
  assert.equal((await recordPrudentialQuarter(db, keeper, held)).added, 0)
  await assert.rejects(recordPrudentialQuarter(db, keeper, { ...held, figures: [] }), Conflict)
  await assert.rejects(recordPrudentialQuarter(db, seftonActor('councillor'), held), Forbidden)
})

test('a quarter that cannot be so is refused, each fault beside its field with the remedy', async () => {
  const bad = await keeping.send(record, {
    source: '',
    'borrowing-actual': '142000000',
    'borrowing-highest': '141',
    'borrowing-boundary': '170',
    'borrowing-limit': '160',
    'other-long-term-actual': 'four',
    'other-long-term-highest': '4',
    'financing-costs-approved': '530',
  })
  assert.equal(bad.status, 400)
  for (const words of [
    /Say where it is printed/,
    /is in pounds, it seems; write £ million/,
    /'four' is not an amount in £ million/,
    /530 is more than the whole revenue stream/,
  ])
    assert.match(bad.text, words)
})

const september = {
  source: 'Cabinet papers, November 2024',
  'borrowing-actual': '150.5',
  'borrowing-highest': '156',
  'other-long-term-actual': '3.5',
  'other-long-term-highest': '4',
}

test('a limit below the boundary, and a total that is not its parts, are refused', async () => {
  const swapped = await keeping.send(record, { ...september, 'borrowing-limit': '160' })
  assert.match(swapped.text, /The authorised limit is lower than the operational boundary/)
  const wrong = await keeping.send(record, { ...september, 'total-actual': '155' })
  assert.match(wrong.text, /The parts add up to £154\.000m and not to £155\.000m: correct whichever is wrong/)
})

test('from the second quarter on the page says when each limit would be reached', async () => {
  const done = await keeping.send(record, { ...september, 'total-actual': '154', 'total-highest': '159' })
  const { text } = await keeping.get(done.location)
  assert.match(text, /The quarter is recorded/)
  assert.match(text, /owed £154m on 30 September 2024.*Within the year it was at most £159m/)
  assert.match(text, /All 2 printed totals agree.*£159\.000m as printed\. The parts add up to £160\.000m/)
  assert.match(text, /boundary would be reached in 2024\/25 Q4 \(January to March 2025\)/)
  assert.match(text, /limit would be reached in 2025\/26 Q2 \(July to September 2025\)/)
  assert.match((await keeping.get('/finance/prudential/2024-25-q1')).text, /owed £141m on 30 June 2024/)
  assert.equal((await keeping.get('/finance/prudential/2024-25-q3')).status, 404)
})

test('while a capital scheme is exempt, the expenditure that takes it in is shown to nobody who may not see it', async () => {
  await markSchemeExempt(db, keeper, { scheme: 'capital-35', exempt: true, reason: 'A contract is let' })
  const reader = createApp({
    database: db,
    authority: await authorityOf(db, keeper),
    actorFor: () => seftonActor('councillor'),
    production: false,
  })
  after(() => reader.close())
  const reading = browserOf(reader)
  const { text } = await reading.get('/finance/prudential/2024-25-q1')
  assert.match(text, /Capital expenditure Not shown Not shown/)
  assert.match(text, /What is exempt from publication is left out of these figures/)
  for (const address of ['', '.csv', '.json', '.csv?table=prudential-indicators-2024-06-30'])
    assert.doesNotMatch((await reading.get(`/finance/prudential/2024-25-q1${address}`)).body, /85\.568/)
  assert.match((await keeping.get('/finance/prudential/2024-25-q1')).text, /Capital expenditure £85\.568m/)
  const report = await makeReport(db, keeper, 'treasury', '2024-25-q1')
  assert.doesNotMatch(JSON.stringify(report.blocks), /85\.568/)
})
