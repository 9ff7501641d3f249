import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setAccountStatus } from '#src/access/account-commands.ts'
import { attemptLimits } from '#src/access/attempts.ts'
import { sessionLimits } from '#src/access/sessions.ts'
import { from, password, peopledCouncil } from '#test/support/people.ts'
import { browserOf } from '#test/support/visitor.ts'

const { app, council, db, idOf, later, person, serving, signIn } = await peopledCouncil({ after })
const operator = council.as('operator')

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
  const id = await idOf('gone@smallton.example')
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
  const secure = serving({ production: true, publicUrl: 'https://performance.example.gov.uk' })
  const browser = browserOf(secure)
  const signedIn = await browser.send('/sign-in', { email: 'member@smallton.example', password })
  assert.match(signedIn.cookie, /^__Host-goldenthread=s\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
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

test('a way back leads within this site only', async () => {
  const browser = browserOf(app)
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
    const typed = { email: 'member@smallton.example', password, back }
    assert.equal((await browser.send('/sign-in', typed)).location, '/', back)
  }
})
