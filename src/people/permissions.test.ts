import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deeds, pages } from '#src/app.ts'
import { actions, can } from '#src/domain/access/can.ts'
import { type Role, roles } from '#src/domain/access/roles.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { addAuthority } from '#test/support/database.ts'
import { password, peopledCouncil } from '#test/support/people.ts'
import { type Answer, browserOf } from '#test/support/visitor.ts'

const { council, db, person, serving, signIn } = await peopledCouncil({ after })
const demoApp = serving({ demo: true })

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
  const production = serving({ production: true, demo: true })
  const visitor = browserOf(production)
  visitor.setKey(browser.key())
  assert.equal((await visitor.get('/people')).status, 303)
  const fields = await visitor.fields('/sign-in', '/sign-in')
  assert.equal((await visitor.post('/demonstration/role', { ...fields, ...role })).status, 403)
})

test('a session of one council is worth nothing at another, nor is its account known there', async () => {
  await addAuthority(council.database, 2)
  const second = await authorityOf(db, { authorityId: 2 })
  const other = serving({ authority: second })
  const { browser } = await signIn('keeper@smallton.example')
  const visitor = browserOf(other)
  visitor.setKey(browser.key())
  assert.equal((await visitor.get('/people')).status, 303)
  const answer = await browserOf(other).send('/sign-in', { email: 'keeper@smallton.example', password })
  assert.equal(answer.status, 400)
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
      if (decision.allowed)
        return assert.ok(
          answer.status !== 403 || !answer.text.includes('This is done by:'),
          `${what} for ${role}`,
        )
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
