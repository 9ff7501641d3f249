import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { revenueLines } from '#src/finance/revenue/queries.ts'
import { recordRevenuePosition } from '#src/finance/revenue/record-position.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'

const { db } = await seftonDatabase({ after })
const authority = await authorityOf(db, seftonActor('councillor'))
const as = (role: Role) => {
  const app = createApp({ database: db, authority, actorFor: () => seftonActor(role), production: false })
  after(() => app.close())
  return browserOf(app)
}
const keeper = as('business-intelligence')
const month = '/finance/revenue/2024-25/2024-06'

test('a provision is proposed as 4.950 before and 4.050 after, and its approval is a step with who and when', async () => {
  const before = await keeper.get(month)
  assert.match(before.text, /Forecast variance before any action 4\.950/)
  assert.match(
    before.text,
    /Release of the demand led services provision .* −0\.900 4\.050 Proposed: no approval/,
  )
  assert.match(
    before.text,
    /Being done about it £0\.900m proposed nothing approved yet, 4 actions not valued/,
  )
  const address = '/finance/remedial-actions/2024-25/1'
  const empty = await keeper.send(address, {})
  assert.equal(empty.status, 400)
  assert.match(empty.text, /Choose what became of it.*Enter the day/)
  assert.match(
    (await keeper.send(address, { step: 'approved', onDay: '25 7 2024' })).text,
    /Say who decided it/,
  )
  await keeper.send(address, { step: 'approved', onDay: '25 7 2024', decidedBy: 'Cabinet' })
  const { text } = await keeper.get(month)
  assert.match(text, /Being done about it £0\.900m approved/)
  assert.match(text, /−0\.900 4\.050 Approved by Cabinet on 25 July 2024/)
  assert.match(text, /Still to find £4\.050m/)
})

test('an action is proposed by a form, which asks what a release is worth', async () => {
  const address = `${month}/remedial-actions/new`
  const typed = { kind: 'provision-release', title: 'Another provision', source: 'Monitoring return' }
  const refused = await keeper.send(address, typed)
  assert.match(refused.text, /Enter how much of the provision is released/)
  const { location } = await keeper.send(address, { ...typed, value: '0.100' })
  assert.match((await keeper.get(location)).text, /The action is recorded as proposed.*−£0\.100m/)
})

const pressure = {
  service: 'adult-social-care',
  title: 'A contract in dispute',
  amount: '1.000',
  source: 'Monitoring return',
}

test('a pressure whose parts do not add up is shown again with both figures and all that was typed', async () => {
  const address = `${month}/pressures/new`
  const refused = await keeper.send(address, { ...pressure, part1: 'Fees', partAmount1: '0.400' })
  assert.equal(refused.status, 400)
  assert.match(refused.text, /add up to £0\.400m, £0\.600m less than the whole of £1\.000m/)
  assert.match(refused.body, /value="A contract in dispute"/)
  assert.equal((await as('scrutiny').get(address)).status, 403)
})

test('an exempt pressure is shown to those who may see it, and to others nowhere', async () => {
  const address = `${month}/pressures/new`
  const { location } = await keeper.send(address, { ...pressure, exemptReason: 'commercial interests' })
  assert.match((await keeper.get(location)).text, /A contract in dispute 1\.000 .* Yes: commercial interests/)
  assert.match((await keeper.get(month)).text, /The pressures do not account for all of: Adult Social Care/)
  const shown = [
    month,
    `${month}.csv?table=pressures-2024-25-2024-06`,
    `${month}.json?table=pressures-2024-25-2024-06`,
  ]
  for (const role of ['scrutiny', 'councillor'] as const) {
    const reader = as(role)
    for (const each of shown) {
      const { status, body } = await reader.get(each)
      assert.equal(status, 200, each)
      assert.doesNotMatch(body, /dispute|commercial|account for/, each)
    }
    assert.match(
      (await reader.get(month)).text,
      /What is exempt from publication, if anything, is not listed/,
    )
  }
  // What is given out leaves it out whoever asks.
  assert.doesNotMatch((await keeper.get('/reports/cpor/2024-25-q1')).text, /dispute/)
})

test('the virement of May 2024 moves £2.450m within a service, and a form that takes other than it gives is refused', async () => {
  const address = '/finance/virements/2024-25'
  const { text } = await as('councillor').get(address)
  assert.match(text, /1 virement moved £2\.450m between budgets, and changed no total/)
  assert.match(
    text,
    /Children's Social Care, residential care Children's Social Care, staffing 2\.450 Cabinet, May 2024/,
  )
  const typed = {
    amount: '0.100',
    from: 'communities',
    to: 'communities',
    purpose: 'Rents',
    route: 'Executive Director',
    approvedWhen: '5 7 2024',
    inBudgetFrom: '2024-07',
    source: 'Delegated decision',
  }
  assert.match((await keeper.send(address, typed)).text, /Choose two different budgets/)
  const { location } = await keeper.send(address, { ...typed, to: 'corporate-resources' })
  assert.match((await keeper.get(location)).text, /2 virements moved £2\.550m/)
  // It is in the budgets from July, and not in June's.
  assert.doesNotMatch((await keeper.get(month)).text, /Rents/)
})

test('of £4.800m of savings £0.900m is delivered and £3.900m still to deliver, and progress is reported by a form', async () => {
  const reader = as('councillor')
  const { text } = await reader.get('/finance/savings')
  assert.match(text, /£3\.900m of £4\.800m planned is still to deliver, as reported to the end of June 2024/)
  assert.match(text, /Efficiencies and savings committed 4\.800 0\.900 3\.900 Not stated June 2024/)
  const address = '/finance/savings/2024-25/adult-social-care'
  const typed = { month: '2024-07', delivered: '1.200', atRisk: '4.000', source: 'Monitoring return' }
  const refused = await keeper.send(address, typed)
  assert.equal(refused.status, 400)
  assert.match(refused.text, /£4\.000m is given as at risk, and only £3\.600m is still to deliver/)
  await keeper.send(address, { ...typed, atRisk: '0.500' })
  assert.match((await reader.get('/finance/savings')).text, /4\.800 1\.200 3\.600 0\.500 July 2024/)
  assert.match((await reader.get(month)).text, /Savings still to deliver £3\.900m of £4\.800m planned/)
})

test('the forecasts of the year say that there is no history yet, and the outturn is asked of every service', async () => {
  const address = '/finance/revenue/2024-25'
  const { text } = await as('councillor').get(address)
  assert.match(
    text,
    /June 2024 258\.480 263\.430 4\.950 Overspend of £4\.950m The first month held of this year/,
  )
  assert.match(text, /One month is held .* no history to judge the forecast by/)
  assert.match((await keeper.send(address, {})).text, /Enter what the year came to in £m/)
  assert.equal((await keeper.get('/finance/revenue/1999-00')).status, 404)
})

test('what is off its budget owes commentary unless its pressures say why, and a review of agency spend is recorded', async () => {
  const address = `${month}/commentary`
  assert.match((await keeper.get(address)).text, /Off budget without a word of why: Health & Wellbeing\./)
  assert.match((await keeper.get(address)).text, /Agency staff – – No review is recorded for this month/)
  const words = 'Fees rose in May. Savings are being brought forward. It will be right by March.'
  await keeper.send(address, { service: 'health-and-wellbeing', words })
  assert.match(
    (await keeper.get(address)).text,
    /Whatever is off its budget says why.*Children's Social Care 3\.500 Overspend of £3\.500m None beyond its pressures.*Fees rose in May/,
  )
  assert.match((await keeper.send(address, {}, `${month}/reviews`)).text, /Choose what was reviewed/)
  const review = { kind: 'agency', spend: '0.250', words: 'Two posts end in July' }
  await keeper.send(address, review, `${month}/reviews`)
  assert.match(
    (await keeper.get(address)).text,
    /Agency staff The whole council £0\.250m Two posts end in July/,
  )
})

test('the next month is linked both ways, tells how the forecast changed, and a plan for Members is due in July', async () => {
  const lines = await inAuthority(db, sefton.id, (db) =>
    revenueLines(db, { financialYear: '2024-25', month: '2024-06' }),
  )
  // What was moved by the test above is in the budgets from July.
  const moved: Record<string, bigint> = { communities: -10_000_000n, 'corporate-resources': 10_000_000n }
  const july = {
    financialYear: '2024-25',
    month: '2024-07',
    lines: lines.map((line) => ({
      ...line,
      budget: line.budget + (moved[line.service] ?? 0n),
      forecast: line.forecast + (line.service === 'levies' ? 5_000_000n : (moved[line.service] ?? 0n)),
    })),
    pressures: [],
    controlTotals: [],
  }
  await recordRevenuePosition(db, seftonActor('business-intelligence'), july)
  const { text, body } = await keeper.get('/finance/revenue/2024-25/2024-07')
  assert.match(body, new RegExp(`href="${month}">Previous: June 2024`))
  assert.match((await keeper.get(month)).body, /2024-07">Next: July 2024/)
  assert.match(text, /A remedial plan for Members is due/)
  assert.match(text, /Rents/)
  const year = await keeper.get('/finance/revenue/2024-25')
  assert.match(year.text, /July 2024 .* £0\.050m more than in June 2024 The outturn is not known yet/)
})
