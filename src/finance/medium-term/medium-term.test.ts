import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Conflict, Forbidden } from '#src/access/refusals.ts'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonActor, seftonDatabase } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'
import { readAssumptions } from './assumptions.ts'
import { keepMediumTermPlan } from './keep-plan.ts'
import { mediumTermPlans } from './plans.ts'

const { db } = await seftonDatabase({ after })
const director = seftonActor('executive-director')
const authority = await authorityOf(db, director)
const app = createApp({ database: db, authority, actorFor: () => director, production: false })
after(() => app.close())
const browser = browserOf(app)
const address = '/finance/medium-term'

test('without assumptions no gap is shown, and none is made up for the council', async () => {
  const { text } = await browser.get(address)
  assert.match(text, /The council’s papers print no gap for the years after 2024\/25/)
  assert.match(text, /budget of £258\.480m/)
  assert.match(text, /Pay award .*Not stated Nothing assumed yet/)
  assert.doesNotMatch(text, /Gap by year/)
})

test('the gap is computed from the budget that is held and the assumptions in the address', async () => {
  // Council tax of £169.759m by 1% is £1.697590m, grants of £95.740m by 1% £0.957400m.
  const { text } = await browser.get(
    `${address}?years=1&continuing=4.95&central-council-tax=1&central-grants=1&optimistic-council-tax=2`,
  )
  assert.match(
    text,
    /there is a gap of £2\.295m in 2025\/26 if nothing is done: a gap of £1\.555m in the optimistic scenario, a gap of £4\.950m in the pessimistic one/,
  )
  assert.match(text, /Overspend that goes on 4\.950 4\.950 4\.950/)
  assert.match(text, /Council tax increase −3\.395 −1\.698 0\.000/)
})

test('scenarios that seem to be the wrong way round are asked about', async () => {
  const { text } = await browser.get(`${address}?optimistic-demand=9&pessimistic-demand=1`)
  assert.match(text, /Are the scenarios the right way round\?/)
})

test('what cannot be read is told beside its field, and nothing is computed from it', async () => {
  const { text } = await browser.get(
    `${address}?central-pay=lots&pessimistic-demand=60&pay=500&continuing=4950000&years=1000000000`,
  )
  for (const words of [
    /'lots' is not a percentage/,
    /60 is beyond any year’s change/,
    /The pay bill is more than the £354\.220m of budgets it is part of/,
    /'4950000' is in pounds, it seems/,
    /Choose from one to five years/,
  ])
    assert.match(text, words)
  assert.doesNotMatch(text, /Gap by year/)
})

test('assumptions are kept under a name by those who may, once', async () => {
  const { assumptions } = readAssumptions(new URLSearchParams('central-pay=3&pay=100'), null)
  const input = { name: 'Budget report', basis: 'Budget report of February 2025', assumptions }
  await assert.rejects(keepMediumTermPlan(db, seftonActor('councillor'), input), Forbidden)
  await keepMediumTermPlan(db, director, input)
  await assert.rejects(keepMediumTermPlan(db, director, input), Conflict)
})

test('kept assumptions are found again, and a form without a name loses none of them', async () => {
  const asked = `${address}?years=2&central-prices=2.5`
  const unnamed = await browser.send(asked, { name: '', basis: '' }, `${address}/keep`)
  assert.equal(unnamed.status, 400)
  assert.match(unnamed.text, /Give it a name.*Say where the assumptions come from/)
  assert.match(unnamed.body, /name="central-prices" value="2\.5"/)
  const kept = await browser.send(
    asked,
    { name: 'Prices', basis: 'A forecast of inflation' },
    `${address}/keep`,
  )
  const { text } = await browser.get(kept.location)
  assert.match(text, /The assumptions are kept\. .*Assumptions kept as ‘Prices’/)
  assert.match(text, /Gap in 2026\/27 0\.000 17\.932 0\.000/)
})

test('the round numbers of the demonstration are marked illustrative', async () => {
  const plans = await inAuthority(db, 1, mediumTermPlans)
  const round = plans.find(({ name }) => name === 'Round numbers')
  assert.ok(round?.illustrative)
  const { text } = await browser.get(`${address}?plan=${round.id}`)
  assert.match(text, /They are not the council’s\. illustrative/)
  assert.equal((await browser.get(`${address}?plan=999`)).status, 404)
})
