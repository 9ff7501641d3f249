import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#src/app.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import type { Ending } from '#test/support/database.ts'
import { measuredCouncil } from '#test/support/measured-council.ts'
import { browserOf } from '#test/support/visitor.ts'

async function setUp(t: Ending) {
  const council = await measuredCouncil(t)
  const { db } = council.database
  const authority = await council.reading((db) => authorityOf(db, council.keeper))
  const appAs = (role: Role) => {
    const app = createApp({ database: db, authority, actorFor: () => council.as(role), production: false })
    t.after(() => app.close().then(() => {}))
    return browserOf(app)
  }
  return { ...council, appAs, keeperAt: appAs('business-intelligence') }
}

const typed = { value: '38.2', status: 'final', reason: 'a lorry was weighed twice' }

test('a figure is corrected in three steps: asked, checked with the status before and after, and kept', async (t) => {
  const { keeperAt, lock } = await setUp(t)
  await lock('2024-25-q1')
  const address = '/measures/sm-01/correct'
  const form = await keeperAt.get(`${address}?period=2024-25-q1`)
  assert.match(form.text, /Held 43\.0% Recorded/)
  const check = await keeperAt.send(`${address}?period=2024-25-q1`, typed)
  assert.equal(check.status, 200)
  assert.match(
    check.text,
    /2024\/25 Q1, as published .*43\.0% in 2024\/25 Q1.*It would have read .*38\.2% in 2024\/25 Q1/,
  )
  assert.match(check.text, /it goes into the ledger today, and is printed in the next report/)
  assert.doesNotMatch((await keeperAt.get('/measures/sm-01/history')).text, /38\.2%/)
  const hidden = [...check.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  const action = check.body.indexOf(`action="${address}/confirm"`)
  const fields = Object.fromEntries(
    hidden
      .filter(({ index }) => index > action)
      .slice(0, hidden.length)
      .map(([, name = '', value = '']) => [name, value]),
  )
  const done = await keeperAt.post(`${address}/confirm`, fields)
  assert.equal(done.status, 303)
  const history = await keeperAt.get(done.location)
  assert.match(history.text, /The figure is corrected\. It is in the restatement ledger/)
  assert.match(
    history.text,
    /2024\/25 Q1 38\.2%.+a lorry was weighed twice Correct 2024\/25 Q1 2024\/25 Q1, before 43\.0%/,
  )
  assert.match(
    (await keeperAt.get('/restatements')).text,
    /1 restatement .*Household waste recycled : Figure, 2024\/25 Q1 43\.0% became 38\.2%/,
  )
  assert.match((await keeperAt.get('/restatements.csv')).body, /Household waste recycled/)
  assert.match((await keeperAt.get('/restatements?kind=target')).text, /0 of 1 restatement/)
  assert.match(
    (await keeperAt.get('/reports/cpor/2024-25-q1')).text,
    /Restatements since the last report .*43\.0% → 38\.2%/,
  )
  // Sent again from the same page it counts once.
  assert.equal((await keeperAt.post(`${address}/confirm`, fields)).location, done.location)
})

test('what was typed wrongly is said beside its field, and a role without the right is told whom to ask', async (t) => {
  const { keeperAt, appAs, lock } = await setUp(t)
  const wrongly = await keeperAt.send('/measures/sm-01/correct', { ...typed, value: 'many', reason: '' })
  assert.equal(wrongly.status, 400)
  assert.match(wrongly.text, /Write it as a number, such as 68/)
  assert.match(wrongly.text, /Enter the reason/)
  assert.match(wrongly.body, /value="many"/)
  await lock('2024-25-q1')
  const operator = appAs('operator')
  assert.match(
    (await operator.get('/measures/sm-01/correct')).text,
    /System operator may not change what a locked quarter/,
  )
  const refused = await operator.send('/measures/sm-01/correct', typed)
  assert.equal(refused.status, 403)
  assert.match(refused.text, /This is done by: Performance and Business Intelligence/)
  assert.equal((await appAs('service-manager').get('/measures/sm-01/correct')).status, 403)
})

test('of two people who correct a figure the second sees both values', async (t) => {
  const { keeperAt, appAs } = await setUp(t)
  const other = appAs('operator')
  const address = '/measures/sm-01/correct'
  const mine = await keeperAt.fields(address, address)
  const theirs = await other.fields(address, address)
  await other.post(`${address}/confirm`, { ...theirs, ...typed })
  const late = await keeperAt.post(`${address}/confirm`, {
    ...mine,
    ...typed,
    value: '39.9',
    reason: 'recounted',
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /changed to 38\.2% by test operator .+You entered 39\.9%: recounted/)
})

test('a target, a definition, a new start and a retirement are set on pages of their own', async (t) => {
  const { keeperAt } = await setUp(t)
  const keep = async (name: string, fields: Record<string, string>) => {
    const address = `/measures/sm-01/${name}`
    const given = { ...(await keeperAt.fields(address, address)), ...fields, reason: 'as agreed' }
    const check = await keeperAt.post(address, given)
    assert.equal(check.status, 200, check.text)
    assert.match(check.text, /Check before it is kept/)
    const { once } = await keeperAt.fields(address, address)
    const done = await keeperAt.post(`${address}/confirm`, { ...given, once: once ?? '' })
    assert.equal(done.status, 303, done.text)
    return check.text
  }
  const target = await keep('target', { period: '2024-25', value: '42', tolerance: '1' })
  assert.match(target, /No target becomes 42\.0%/)
  assert.match(target, /With this change it will read On target/)
  const entry = {
    unit: 'percentage',
    goodDirection: 'high',
    informationType: 'performance-indicator',
    level: 'strategic',
  }
  assert.match(
    await keep('definition', { ...entry, definition: 'Without rubble' }),
    /Definition: not stated becomes/,
  )
  await keep('rebase', { at: '1 April 2023' })
  await keep('retire', { from: '1 April 2024', replacedBy: 'sm-02' })
  const { text } = await keeperAt.get('/measures/sm-01/history')
  for (const words of [
    /Retired from 1 April 2024: as agreed/,
    /Definition: not stated became Without rubble/,
    /From 1 April 2023: as agreed/,
    /2024\/25 1 42\.0% 1 percentage point/,
  ])
    assert.match(text, words)
  assert.match((await keeperAt.get('/measures/sm-01')).text, /Retired from 1 April 2024/)
  assert.doesNotMatch((await keeperAt.get('/measures')).text, /Household waste recycled/)
})

test('how good the data is gets judged in six respects, with who and when, and the measure’s page counts them', async (t) => {
  const { keeperAt, appAs } = await setUp(t)
  const address = '/measures/sm-01/data-quality'
  assert.match((await keeperAt.get('/measures/sm-01')).text, /in six respects : 6 not judged yet/)
  const wrongly = await keeperAt.send(address, { attribute: 'timely' })
  assert.equal(wrongly.status, 400)
  assert.match(wrongly.text, /Choose how good it is.+Enter in a sentence what it rests on/)
  const before = await keeperAt.fields(address, address)
  const judged = { attribute: 'timely', judgement: 'partly', says: 'Two months after each quarter' }
  assert.equal((await keeperAt.post(address, { ...before, ...judged })).status, 303)
  assert.match(
    (await keeperAt.get(address)).text,
    /Timely In part Two months after each quarter .+, test business-intelligence/,
  )
  assert.match(
    (await keeperAt.get('/measures/sm-01')).text,
    /in six respects : in part in 1, 5 not judged yet/,
  )
  const { once } = await keeperAt.fields(address, address)
  const late = await keeperAt.post(address, { ...before, ...judged, once: once ?? '', judgement: 'poor' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Timely was judged “In part” .+You entered “Poor”/)
  assert.doesNotMatch((await appAs('councillor').get(address)).text, /Judge it/)
})

test('what a figure has to be for its purpose, and on whom it depends, is said on the measure’s page', async (t) => {
  const { keeperAt } = await setUp(t)
  const address = '/measures/sm-01/definition'
  const entry = {
    unit: 'percentage',
    goodDirection: 'high',
    informationType: 'performance-indicator',
    level: 'strategic',
    dependsOn: 'The waste authority',
    estimationNote: 'a sample of 200 bins, within 3 points',
    freshWithinMonths: '1',
    reason: 'asked by scrutiny',
  }
  assert.equal(
    (await keeperAt.post(`${address}/confirm`, { ...(await keeperAt.fields(address, address)), ...entry }))
      .status,
    303,
  )
  const { text } = await keeperAt.get('/measures/sm-01?period=2024-25-q1')
  assert.match(text, /Depends on The waste authority: the council does not decide it alone/)
  assert.match(text, /How estimates are made: a sample of 200 bins, within 3 points\./)
  assert.doesNotMatch(text, /months old/)
})
