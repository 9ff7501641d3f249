import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addAccount, grantRole, setAccountStatus } from '#src/access/account-commands.ts'
import { accountByEmail } from '#src/access/accounts.ts'
import { attemptLimits } from '#src/access/attempts.ts'
import { makePasswordLink } from '#src/access/password-commands.ts'
import { sessionLimits } from '#src/access/sessions.ts'
import { setFirstPassword } from '#src/access/sign-in.ts'
import { createApp, deeds, pages } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { actions, can } from '#src/domain/access/can.ts'
import { type Role, roles } from '#src/domain/access/roles.ts'
import { wholeCouncil } from '#src/domain/access/unit.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { addAuthority } from '#test/support/database.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { type Answer, browserOf } from '#test/support/visitor.ts'

const council = await smallCouncil({ after })
const { db } = council.database
const authority = await authorityOf(db, council.keeper)
let now = new Date('2024-07-25T09:00:00Z')
const clock = () => now
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const site = { demo: false, publicUrl: null, provider: null, now: clock }
const app = createApp({ database: db, authority, production: false, site })
const demoApp = createApp({ database: db, authority, production: false, site: { ...site, demo: true } })
after(() => app.close())
after(() => demoApp.close())
const password = 'correct horse battery'
const operator = council.as('operator')

const from = '2024-04-01'
const held = (role: Role) => ({
  role,
  unit: wholeCouncil,
  kind: 'held' as const,
  from,
  until: null,
  onBehalfOf: null,
})

async function person(email: string, role: Role | null): Promise<number> {
  const grant = role === null ? null : held(role)
  const id = (await addAccount(db, operator, { email, label: `Post of ${email.split('@')[0]}`, grant })) ?? 0
  const token = await makePasswordLink(db, operator, { accountId: id, now })
  const set = await setFirstPassword(db, council.as('resident'), { token, password, now })
  assert.equal(set.ok, true)
  return id
}

const signIn = async (email: string, on = app) => {
  const browser = browserOf(on)
  const answer = await browser.send('/sign-in', { email, password })
  return { browser, answer }
}

const keeperId = await person('keeper@smallton.example', 'business-intelligence')
await person('member@smallton.example', 'councillor')

test('whoever has not signed in is asked to, and comes to the page they wanted', async () => {
  const browser = browserOf(app)
  const asked = await browser.get('/measures?q=waste')
  assert.equal(asked.status, 303)
  assert.equal(asked.location, '/sign-in?back=%2Fmeasures%3Fq%3Dwaste')
  const answer = await browser.send(asked.location, { email: 'Member@Smallton.example ', password })
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/measures?q=waste')
  assert.notEqual((await browser.get('/measures')).status, 303)
})

test('a program is refused rather than sent to a page to sign in on', async () => {
  assert.equal((await browserOf(app).get('/measures.csv')).status, 403)
})

test('without signing in one can still ask how the service does, and read what is for everybody', async () => {
  for (const address of ['/healthz', '/readyz', '/sign-in', '/about/accessibility', '/about/roles'])
    assert.equal((await browserOf(app).get(address)).status, 200, address)
})

test('a wrong password, no such account and a suspended one get the same answer', async () => {
  await person('gone@smallton.example', 'councillor')
  const id = (await inAuthority(db, 1, (db) => accountByEmail(db, 'gone@smallton.example')))?.id ?? 0
  const suspend = {
    accountId: id,
    seen: 1,
    status: 'suspended',
    reason: 'left the council',
    today: from,
  } as const
  await setAccountStatus(db, operator, suspend)
  const tries = [
    { email: 'member@smallton.example', password: 'not the password' },
    { email: 'nobody@smallton.example', password },
    { email: 'gone@smallton.example', password },
  ]
  const said: string[] = []
  for (const typed of tries) {
    const answer = await browserOf(app).send('/sign-in', typed)
    assert.equal(answer.status, 400)
    assert.match(answer.text, /There is a problem The e-mail address or the password is not right/)
    assert.ok(answer.body.includes(`value="${typed.email}"`), 'what was typed is kept')
    assert.ok(!answer.body.includes(typed.password), 'but not the password')
    said.push(answer.text)
  }
  assert.equal(new Set(said).size, 1)
})

test('signing in gives a new key, whatever key was planted in the browser before', async () => {
  const browser = browserOf(app)
  const planted = `s.${'a'.repeat(43)}`
  browser.setKey(planted)
  await browser.send('/sign-in', { email: 'member@smallton.example', password })
  assert.notEqual(browser.key(), planted)
  const attacker = browserOf(app)
  attacker.setKey(planted)
  assert.equal((await attacker.get('/')).status, 303)
})

test('the cookie is kept from scripts and from other sites, and behind TLS is for this host alone', async () => {
  const { answer } = await signIn('member@smallton.example')
  assert.match(answer.cookie, /^goldenthread=s\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const secure = createApp({
    database: db,
    authority,
    production: true,
    site: { ...site, publicUrl: 'https://performance.example.gov.uk' },
  })
  const browser = browserOf(secure)
  const signedIn = await browser.send('/sign-in', { email: 'member@smallton.example', password })
  assert.match(signedIn.cookie, /^__Host-goldenthread=s\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  await secure.close()
})

test('a form without its token, with another’s, or from another site is not accepted', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const other = await signIn('keeper@smallton.example')
  const typed = {
    email: 'forged@smallton.example',
    label: 'Forged',
    role: 'councillor',
    unit: 'council',
    from,
  }
  const ours = await browser.fields('/people/new', '/people/new')
  const theirs = await other.browser.fields('/people/new', '/people/new')
  const attempts = [
    [{ ...typed, once: 'x' }, {}],
    [{ ...typed, ...ours, token: `${ours.token}x` }, {}],
    [{ ...typed, ...theirs }, {}],
    [{ ...typed, token: ours.token ?? '' }, {}],
    [{ ...typed, ...ours }, { 'sec-fetch-site': 'cross-site' }],
  ] as const
  for (const [fields, headers] of attempts) {
    const answer = await browser.post('/people/new', fields, headers)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /This form cannot be accepted/)
  }
  assert.equal(await inAuthority(db, 1, (db) => accountByEmail(db, typed.email)), null)
})

test('the same form posted twice counts once, also at the same moment', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const fields = await browser.fields('/people/new', '/people/new')
  const typed = {
    ...fields,
    email: 'twice@smallton.example',
    label: 'Twice',
    role: 'councillor',
    unit: 'council',
    from,
  }
  const before = (await council.events()).length
  const answers = await Promise.all([browser.post('/people/new', typed), browser.post('/people/new', typed)])
  const again = await browser.post('/people/new', typed)
  assert.deepEqual(
    [...answers, again].map(({ status }) => status),
    [303, 303, 303],
  )
  assert.match(again.location, /^\/people\/\d+\?done=added$/)
  assert.equal((await council.events()).length, before + 1)
})

test('what is wrong with a form is said above it and beside the field, and what was typed is kept', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const typed = {
    email: 'member@smallton.example',
    label: 'Head of <b>Parks</b>',
    role: 'councillor',
    unit: 'council',
    from: '31 2 2024',
  }
  const answer = await browser.send('/people/new', typed)
  assert.equal(answer.status, 400)
  assert.match(answer.body, /<title>Error: Add an account/)
  assert.match(answer.text, /There is a problem Enter the first day/)
  assert.match(answer.body, /href="#from"/)
  assert.match(answer.body, /value="Head of &lt;b&gt;Parks&lt;\/b&gt;"/)
  const taken = await browser.send('/people/new', { ...typed, from: '1 2 2024' })
  assert.match(taken.text, /This address has an account already/)
})

test('too many failures make the next wait, whoever has the password, until the time is over', async () => {
  await person('locked@smallton.example', 'councillor')
  const attempt = (typed: string) =>
    browserOf(app).send('/sign-in', { email: 'locked@smallton.example', password: typed })
  for (let i = 0; i < attemptLimits.perAccount; i += 1) assert.equal((await attempt('wrong one')).status, 400)
  const refused = await attempt(password)
  assert.equal(refused.status, 429)
  assert.match(refused.text, /Too many sign-ins have failed\. Wait 15 minutes/)
  later(attemptLimits.minutes + 1)
  assert.equal((await attempt(password)).status, 303)
})

test('a session ends when it is left alone, and in any case after half a day', async () => {
  const { browser } = await signIn('member@smallton.example')
  later(sessionLimits.idleMinutes - 1)
  assert.equal((await browser.get('/account')).status, 200)
  assert.notEqual((await browser.get('/')).status, 303)
  later(sessionLimits.idleMinutes + 1)
  assert.equal((await browser.get('/')).status, 303)
  const kept = (await signIn('member@smallton.example')).browser
  for (let used = 0; used < sessionLimits.hours * 60; used += 60) {
    assert.notEqual((await kept.get('/')).status, 303)
    later(60)
  }
  assert.equal((await kept.get('/')).status, 303)
})

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

test('signing out ends the session, and everywhere else from the account', async () => {
  const one = (await signIn('member@smallton.example')).browser
  const two = (await signIn('member@smallton.example')).browser
  const fields = await one.fields('/account', '/account/sessions')
  assert.equal((await one.post('/account/sessions', { ...fields, session: 'others' })).status, 303)
  assert.equal((await two.get('/')).status, 303)
  const key = one.key()
  assert.equal((await one.post('/sign-out', await one.fields('/', '/sign-out'))).location, '/sign-in')
  one.setKey(key)
  assert.equal((await one.get('/')).status, 303)
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
  now = new Date('2024-08-01T09:00:00Z')
  assert.match(await roleOf(), /acting as Assistant Director/)
  now = new Date('2024-08-15T09:00:00Z')
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
  const member = (await inAuthority(db, 1, (db) => accountByEmail(db, 'member@smallton.example')))?.id
  assert.equal((await browser.post(`/people/${member}/roles`, grant)).status, 403)
})

test('changing a password asks for the one before, ends the other sessions and keeps this one', async () => {
  await person('changing@smallton.example', 'councillor')
  const one = (await signIn('changing@smallton.example')).browser
  const two = (await signIn('changing@smallton.example')).browser
  const next = 'another long phrase'
  const typed = { current: 'wrong', next, again: next }
  const wrong = await one.send('/account', typed, '/account/password')
  assert.match(wrong.text, /This is not the password you have now/)
  const done = await one.send('/account', { ...typed, current: password }, '/account/password')
  assert.equal(done.location, '/account?done=password')
  assert.notEqual((await one.get('/')).status, 303)
  assert.equal((await two.get('/')).status, 303)
  const weak = { current: next, next: 'short', again: 'short' }
  assert.match((await one.send('/account', weak, '/account/password')).text, /at least 12 characters/)
})

test('a link to set a password is shown once, works once, and is worth nothing to read in the database', async () => {
  const { browser } = await signIn('keeper@smallton.example')
  const id = (await inAuthority(db, 1, (db) => accountByEmail(db, 'member@smallton.example')))?.id
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

test('a way back leads within this site only', async () => {
  const browser = browserOf(app)
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
    const typed = { email: 'member@smallton.example', password, back }
    assert.equal((await browser.send('/sign-in', typed)).location, '/', back)
  }
})

test('in the demonstration a newcomer reads at once, and one click makes them any role', async () => {
  const browser = browserOf(demoApp)
  const home = await browser.get('/about/roles')
  assert.match(home.text, /you are reading as Councillor/)
  assert.equal((await browser.get('/people')).status, 403)
  const chosen = await browser.send('/account', { role: 'business-intelligence' }, '/demonstration/role')
  assert.equal(chosen.status, 303)
  assert.match((await browser.get('/people')).text, /reading as Performance and Business Intelligence/)
})

test('the demonstration is for this machine: not through a proxy, not under another name, not in production', async () => {
  const role = { role: 'operator' }
  const elsewhere: readonly Record<string, string>[] = [
    { 'x-forwarded-for': '203.0.113.7' },
    { host: 'performance.example.gov.uk' },
  ]
  const browser = browserOf(demoApp)
  await browser.send('/account', role, '/demonstration/role')
  for (const headers of elsewhere) assert.equal((await browser.get('/people', headers)).status, 303)
  const production = createApp({ database: db, authority, production: true, site: { ...site, demo: true } })
  const visitor = browserOf(production)
  visitor.setKey(browser.key())
  assert.equal((await visitor.get('/people')).status, 303)
  const fields = await visitor.fields('/sign-in', '/sign-in')
  assert.equal((await visitor.post('/demonstration/role', { ...fields, ...role })).status, 403)
  await production.close()
})

test('a session of one council is worth nothing at another, nor is its account known there', async () => {
  await addAuthority(council.database, 2)
  const second = await authorityOf(db, { authorityId: 2 })
  const other = createApp({ database: db, authority: second, production: false, site })
  const { browser } = await signIn('keeper@smallton.example')
  const visitor = browserOf(other)
  visitor.setKey(browser.key())
  assert.equal((await visitor.get('/people')).status, 303)
  const answer = await browserOf(other).send('/sign-in', { email: 'keeper@smallton.example', password })
  assert.equal(answer.status, 400)
  await other.close()
})

test('every route, read or posted to, names an action, and answers every role as the table says', async () => {
  const filled = (path: string) => path.replace(/:\w+/g, 'none')
  for (const role of Object.keys(roles) as Role[]) {
    const email = `${role}@roles.example`
    await person(email, role)
    const { browser } = await signIn(email)
    const token = await browser.fields('/account', '/sign-out')
    const refused = async (answer: Answer, action: keyof typeof actions, what: string) => {
      assert.ok(Object.hasOwn(actions, action), what)
      const decision = can({ authorityId: 1, role, name: role }, action)
      if (decision.allowed) return assert.ok(!answer.text.includes('This is done by:'), `${what} for ${role}`)
      assert.equal(answer.status, 403, `${what} for ${role}`)
      assert.match(answer.text, /may not .+ This is done by: /)
    }
    for (const page of pages) await refused(await browser.get(filled(page.path)), page.action, page.path)
    for (const deed of deeds) {
      if (deed.kind !== 'form' || deed.path === '/sign-out') continue
      const answer = await browser.post(filled(deed.path), { ...token, once: `${role}${deed.path}` })
      await refused(answer, deed.action, `posting to ${deed.path}`)
    }
  }
})
