import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { grantRole } from '#src/access/account-commands.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { from, held, password, peopledCouncil } from '#test/support/people.ts'
import { browserOf } from '#test/support/visitor.ts'

const { app, council, db, idOf, person, setNow, signIn } = await peopledCouncil({ after })
const operator = council.as('operator')
const keeperId = await idOf('keeper@smallton.example')

test('suspending somebody ends their sessions at once, and whoever saw an older state is told', async () => {
  const id = await person('moving@smallton.example', 'councillor')
  const { browser } = await signIn('moving@smallton.example')
  assert.notEqual((await browser.get('/')).status, 303)
  const keeper = (await signIn('keeper@smallton.example')).browser
  const fields = await keeper.fields(`/people/${id}`, `/people/${id}/status`)
  const done = await keeper.post(`/people/${id}/status`, {
    ...fields,
    status: 'suspended',
    reason: 'on leave',
  })
  assert.equal(done.location, `/people/${id}?done=status`)
  assert.equal((await browser.get('/')).status, 303)
  const stale = await keeper.post(`/people/${id}/status`, {
    ...fields,
    once: 'another',
    status: 'left',
    reason: 'x',
  })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /was changed meanwhile: it is now suspended/)
})

test('a role that is delegated counts on its days and on no others', async () => {
  await person('director@smallton.example', 'assistant-director')
  const id = await person('deputy@smallton.example', null)
  const { browser } = await signIn('director@smallton.example')
  const roleOf = async () => (await (await signIn('deputy@smallton.example')).browser.get('/account')).text
  assert.match(await roleOf(), /You hold no role at present/)
  const typed = { to: 'deputy@smallton.example', from: '1 8 2024', until: '14 8 2024' }
  const done = await browser.send('/account', typed, '/account/delegations')
  assert.equal(done.location, '/account?done=delegated')
  assert.match(await roleOf(), /acting as Resident.*Delegated while away, for Post of director.*\(not yet\)/)
  setNow('2024-08-01T09:00:00Z')
  assert.match(await roleOf(), /acting as Assistant Director/)
  setNow('2024-08-15T09:00:00Z')
  assert.match(await roleOf(), /acting as Resident/)
  const other = { ...held('service-manager'), from: '2024-01-01' }
  await grantRole(db, operator, { accountId: id, grant: other })
  assert.match(await roleOf(), /acting as Service or Team Manager/)
})

test('somebody with two roles uses one at a time, and changing it changes the key', async () => {
  const id = await person('both@smallton.example', 'councillor')
  await grantRole(db, operator, { accountId: id, grant: held('business-intelligence') })
  const { browser } = await signIn('both@smallton.example')
  assert.equal((await browser.get('/people')).status, 200)
  const before = browser.key()
  await browser.send('/account', { role: 'councillor' }, '/account/role')
  assert.notEqual(browser.key(), before)
  assert.equal((await browser.get('/people')).status, 403)
  const refused = await browser.send('/account', { role: 'operator' }, '/account/role')
  assert.equal(refused.status, 403)
})

test('nobody gives themself a role, and business intelligence makes no operator', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  assert.match((await browser.get(`/people/${keeperId}`)).text, /for themself/)
  const fields = await browser.fields('/people/new', '/people/new')
  const grant = { ...fields, role: 'operator', unit: 'council', kind: 'held', from }
  assert.equal((await browser.post(`/people/${keeperId}/roles`, { ...grant, role: 'leader' })).status, 403)
  const member = await idOf('member@smallton.example')
  assert.equal((await browser.post(`/people/${member}/roles`, grant)).status, 403)
})

test('a link to set a password is shown once, works once, and is worth nothing to read in the database', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const id = await idOf('member@smallton.example')
  const made = await browser.send(`/people/${id}`, {}, `/people/${id}/password-link`)
  assert.equal(made.status, 200)
  const link = /\/set-password\/[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const rows = await inAuthority(db, 1, (db) => db.selectFrom('password_link').selectAll().execute())
  assert.ok(!JSON.stringify(rows).includes(link.slice(14)))
  const visitor = browserOf(app)
  const typed = { next: password, again: password }
  assert.match((await visitor.send(link, { ...typed, again: 'x' })).text, /the two differ/)
  assert.equal((await visitor.send(link, typed)).location, '/sign-in?done=password')
  assert.equal((await visitor.get(link)).status, 404)
})
