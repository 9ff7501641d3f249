import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createApp } from '#src/app.ts'
import { removeIllustrations } from '#src/demo/remove-illustrations.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { seftonApp } from '#test/support/app.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { browserOf } from '#test/support/visitor.ts'

const site = await seftonApp({ after })
const authority = await authorityOf(site.database.db, seftonActor('councillor'))
/** Somebody of that role who fills in forms. */
const as = (role: Role) => {
  const { db } = site.database
  const app = createApp({ database: db, authority, actorFor: () => seftonActor(role), production: false })
  after(() => app.close())
  return browserOf(app)
}

test('the register begins with what to look at, and then the corporate register', async () => {
  const { text } = await site.get('/risks')
  assert.match(text, /Above appetite 4 .*What to look at.*Home to School Transport.* nothing is being done/)
  assert.match(text, /Corporate register High Needs deficit .*Level not stated Adult social care demand/)
  assert.match(text, /Loss of commercial income R-07, Treasury .*Not scored/)
})

test('the register is filtered by level, category, priority and unit, in its address', async () => {
  const count = async (query: string) => /(\d+) risks? /.exec((await site.get(`/risks?${query}`)).text)?.[1]
  assert.equal(await count('level=corporate'), '1')
  assert.equal(await count('category=Performance'), '2')
  assert.equal(await count('priority=children-and-young-people'), '4')
  assert.equal(await count('unit=service:adult-social-care'), '1')
  assert.equal(await count('status=closed'), '1')
  // What is closed waits for nothing.
  assert.match((await site.get('/risks?status=closed')).text, /Review overdue 0 Not scored 0/)
})

test('the heat map names each risk in its cell, marks what is illustrative, and counts those not scored', async () => {
  const { body, text } = await site.get('/risks/heat-map')
  assert.match(text, /7 risks on the map, 6 not scored/)
  assert.match(
    body,
    /data-label="Likelihood 3, impact 4: 12 high">(?:(?!<\/td>)[\s\S])*R-03[\s\S]*?illustrative/,
  )
  assert.match((await site.get('/risks/heat-map?level=corporate')).text, /1 risk on the map/)
  assert.match((await site.get('/risks/heat-map.csv')).body, /R-01,High Needs deficit/)
})

test('one risk says what nobody stated, what its score means, and how it came to it', async () => {
  const { text } = await site.get('/risks/r-03')
  assert.match(text, /Down from 20 to 12, since 16 January 2024/)
  assert.match(text, /likelihood 3, possible: between 1 in 5 and 1 in 2/)
  assert.match(text, /Cause not stated .* Owner not stated/)
  assert.match(text, /Percentage of Agency Workers Measure Matched by subject/)
  assert.match((await site.get('/risks/x-01')).text, /Escalated: service .*decided by Assistant Director/)
})

test('an exempt risk is there for those who may see it, and nowhere for others', async () => {
  assert.match(
    (await site.get('/risks', 'leader')).text,
    /exempt from publication exempt X-03, Workforce illustrative the whole risk/,
  )
  for (const role of ['scrutiny', 'councillor', 'service-manager'] as const) {
    for (const address of ['/risks', '/risks?status=all', '/risks/heat-map', '/risks.csv', '/risks.json'])
      assert.doesNotMatch((await site.get(address, role)).body, /x-03|X-03/, `${address} for ${role}`)
    assert.equal((await site.get('/risks/x-03', role)).status, 404)
  }
  assert.match(
    (await site.get('/risks/x-03', 'leader')).text,
    /exempt from publication Illustrative: it would tell/,
  )
  assert.match(
    (await site.get('/risks.csv', 'leader')).body,
    /X-03,.*,Service,open,Illustrative: it would tell/,
  )
})

test('a risk is added, scored, reviewed, acted upon, linked, escalated and closed by forms', async () => {
  const officer = as('business-intelligence')
  const missing = await officer.send('/risks/new', { code: '12', firstReviewDue: '1 1 2020' })
  assert.equal(missing.status, 400)
  assert.match(
    missing.text,
    /Write letters, a dash and a number.*Say what the risk is in one line.*Choose a level.*1 January 2020 is past/,
  )
  const { location } = await officer.send('/risks/new', {
    code: 'CR-1',
    title: 'A new risk',
    category: 'Finance',
    unit: 'service:communities',
    level: 'team',
    source: 'A workshop',
  })
  assert.equal(location, '/risks/cr-1?done=added')
  const scored = { kind: 'inherent', likelihood: '3', impact: '3', reason: 'Because' }
  assert.match((await officer.send('/risks/cr-1/score', { ...scored, impact: '9' })).text, /Choose how bad/)
  assert.equal((await officer.send('/risks/cr-1/score', scored)).location, '/risks/cr-1?done=scored')
  const target = { ...scored, kind: 'target', impact: '5' }
  assert.match((await officer.send('/risks/cr-1/score', target)).text, /would be above the inherent.*keep it/)
  await officer.send('/risks/cr-1/score', { ...target, sure: 'yes' })
  const review = { words: 'Seen', score: 'changed', likelihood: '2', impact: '4', nextDue: '1 1 2020' }
  assert.match((await officer.send('/risks/cr-1/review', review)).text, /1 January 2020 is past/)
  await officer.send('/risks/cr-1/review', { ...review, sure: 'yes', nextDue: '1 1 2090' })
  await officer.send('/risks/cr-1/controls', { what: 'A control' })
  const assurance = { control: '1', effectiveness: 'partly', line: '3', assuredBy: 'Audit', words: 'Half' }
  await officer.send('/risks/cr-1/controls', assurance, '/risks/cr-1/assurances')
  await officer.send('/risks/cr-1/actions', { what: 'An action', owner: 'A manager', due: '1 1 2090' })
  const progress = { action: '1', progress: 'under-way', words: 'Begun' }
  await officer.send('/risks/cr-1/actions', progress, '/risks/cr-1/progress')
  const nothing = await officer.send('/risks/cr-1/links', { to: 'measure:sm-999', basis: 'Judged' })
  assert.match(nothing.text, /There is no measure 'sm-999'/)
  await officer.send('/risks/cr-1/links', { to: 'measure:sm-03', basis: 'Judged' })
  await officer.send('/risks/cr-1/edit', { title: 'A risk worded anew', reason: 'Clearer' })
  const decision = { reason: 'It has grown', decidedBy: 'Cabinet' }
  await officer.send('/risks/cr-1/decide', { ...decision, to: 'service' })
  const { text } = await officer.get('/risks/cr-1')
  assert.match(text, /CR-1, service A risk worded anew/)
  assert.match(text, /8 Medium .*Within appetite: it is 8, and at most 10 is accepted/)
  assert.match(
    text,
    /A control Partly effective Third line.*An action .*Under way .*Percentage of Agency Workers/,
  )
  await officer.send('/risks/cr-1/links', { to: 'measure:sm-03', basis: 'Wrong' }, '/risks/cr-1/links/end')
  await officer.send('/risks/cr-1/decide', { ...decision, to: 'closed' })
  assert.match((await officer.get('/risks/cr-1')).text, /service, closed.*It is linked to nothing.*Closed/)
})

test('appetite and training are recorded on pages of their own', async () => {
  const officer = as('business-intelligence')
  const appetite = { category: 'Treasury', most: '30', says: 'Open', decidedBy: 'Cabinet' }
  assert.match((await officer.send('/risks/appetite', appetite)).text, /whole number from 1 to 25/)
  await officer.send('/risks/appetite', { ...appetite, most: '15' })
  assert.match((await officer.get('/risks/appetite')).text, /Treasury 15 Open .*Cabinet/)
  const training = { post: 'Parks manager', course: 'Managing risk', accreditedBy: 'An institute' }
  await officer.send('/risks/training', training)
  assert.match((await officer.get('/risks/training')).text, /Parks manager not stated Managing risk/)
  assert.equal((await site.get('/risks/cr-1/score', 'councillor')).status, 403)
})

test('reviews and actions are in the calendar, marked illustrative', async () => {
  const { text } = await site.get('/calendar?kind=risk')
  assert.match(text, /Review of the risk: Adult social care demand|Action on a risk due: Illustrative words/)
})

test('what is illustrative can be taken away, and leaves the risks as the papers name them', async () => {
  await removeIllustrations(site.database.db, seftonActor('operator'))
  const { text } = await site.get('/risks')
  assert.match(text, /Above appetite 0 .*Not scored 12/)
  assert.doesNotMatch(text, /illustrative/i)
  assert.match((await site.get('/risks/r-03')).text, /Current score Not scored .*No action is recorded/)
})
