import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addAccount, setAccountStatus } from '#src/access/account-commands.ts'
import { accountFor } from '#src/access/accounts.ts'
import { openidProvider } from '#src/access/openid.ts'
import { hashOf } from '#src/access/secret.ts'
import { createApp } from '#src/app.ts'
import { inAuthority } from '#src/db/transaction.ts'
import { mappedRoles, readRoleMapping } from '#src/domain/access/role-mapping.ts'
import { wholeCouncil } from '#src/domain/access/unit.ts'
import { authorityOf } from '#src/organisation/authority.ts'
import { realProvider } from '#test/support/openid.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { browserOf } from '#test/support/visitor.ts'

const publicUrl = 'https://performance.smallton.example'
const council = await smallCouncil({ after })
const { db } = council.database
const authority = await authorityOf(db, council.keeper)
const real = await realProvider({ after }, `${publicUrl}/sign-in/provider/callback`)
const settings = { ...real, name: 'the council', trustEmail: false, groupsClaim: 'groups' }
const mapping = readRoleMapping('groups: gt-bi=business-intelligence, gt-audit=internal-audit')
const roles = mapping.ok ? mapping.value : null
const serving = (more: { groups?: boolean; issuer?: string; trustEmail?: boolean } = {}) => {
  const provider = openidProvider({
    ...settings,
    issuer: more.issuer ?? real.issuer,
    trustEmail: more.trustEmail ?? false,
  })
  const rolesOf = more.groups && roles ? (groups: readonly string[]) => mappedRoles(roles, groups) : null
  const site = { demo: false, publicUrl, provider, rolesOf, now: () => new Date() }
  const app = createApp({ database: db, authority, production: true, site })
  after(() => app.close())
  return app
}
const app = serving()
const operator = council.as('operator')

async function account(email: string): Promise<number> {
  const grant = {
    role: 'councillor',
    unit: wholeCouncil,
    kind: 'held',
    from: '2024-04-01',
    until: null,
    onBehalfOf: null,
  } as const
  return (await addAccount(db, operator, { email, label: 'Member for the North', grant })) ?? 0
}

const pathOf = (address: string) => address.slice(publicUrl.length)

/** Somebody goes to the provider by the sign-in page, signs in there and comes back. */
async function comeIn(person: typeof real.signsIn, on = app) {
  real.signsIn = person
  const browser = browserOf(on)
  const away = await browser.get('/sign-in/provider?back=/account')
  const back = pathOf(await real.through(away.location))
  return { browser, away, back, answer: await browser.get(back) }
}

const tampered = (address: string, name: string, value: string) => {
  const [path = '', query] = address.split('?')
  const changed = new URLSearchParams(query)
  changed.set(name, value)
  return `${path}?${changed}`
}

test('whoever the provider has proved comes in by their verified address, and from then on by who they are', async () => {
  await account('north@smallton.example')
  const person = { sub: 'p-1', email: 'North@smallton.example', email_verified: true }
  const { browser, away, answer } = await comeIn(person)
  assert.match(away.location, /code_challenge_method=S256/)
  assert.match(away.location, /state=.*nonce=|nonce=.*state=/)
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/account')
  assert.match(answer.cookie, /^__Host-goldenthread=s\./)
  assert.match((await browser.get('/account')).text, /Member for the North.*acting as Councillor/)
  const renamed = await comeIn({ ...person, email: 'another@smallton.example', email_verified: false })
  assert.equal(renamed.answer.location, '/account')
})

test('an address that passed to somebody else does not bring the account with it', async () => {
  const { answer } = await comeIn({ sub: 'p-2', email: 'north@smallton.example', email_verified: true })
  assert.equal(answer.status, 403)
  assert.match(answer.text, /belongs to somebody else at the provider/)
})

test('an address that is not verified, or none, finds no account', async () => {
  await account('south@smallton.example')
  for (const person of [
    { sub: 'p-3', email: 'south@smallton.example', email_verified: false },
    { sub: 'p-3', email: 'south@smallton.example' },
    { sub: 'p-3' },
  ]) {
    const { answer } = await comeIn(person)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /no e-mail address that it has verified/)
  }
})

test('where the council vouches for its addresses one that is not said to be verified counts, and one said not to be does not', async () => {
  const trusting = serving({ trustEmail: true })
  const unsaid = { sub: 'p-4', email: 'south@smallton.example' }
  assert.equal((await comeIn({ ...unsaid, email_verified: false }, trusting)).answer.status, 403)
  assert.equal((await comeIn(unsaid, trusting)).answer.status, 303)
})

test('somebody without an account is not let in, nor somebody whose account is suspended', async () => {
  const stranger = await comeIn({ sub: 'p-5', email: 'stranger@smallton.example', email_verified: true })
  assert.match(stranger.answer.text, /There is no account here/)
  const id = await account('west@smallton.example')
  const status = {
    accountId: id,
    seen: 1,
    status: 'suspended',
    reason: 'on leave',
    today: '2024-07-25',
  } as const
  await setAccountStatus(db, operator, status)
  const { answer } = await comeIn({ sub: 'p-6', email: 'west@smallton.example', email_verified: true })
  assert.match(answer.text, /cannot be used at present/)
})

test('an answer counts once, and only in the browser that asked', async () => {
  const person = { sub: 'p-1' }
  const { browser, back } = await comeIn(person)
  assert.match((await browser.get(back)).text, /finished before/)
  real.signsIn = person
  const victim = browserOf(app)
  await victim.get('/sign-in')
  const attacker = browserOf(app)
  const away = await attacker.get('/sign-in/provider')
  const stolen = pathOf(await real.through(away.location))
  const answer = await victim.get(stolen)
  assert.equal(answer.status, 403)
  assert.match(answer.text, /was not begun in this browser/)
})

test('a state that is not ours, another code, and an answer by another issuer are refused', async () => {
  for (const [name, value] of [
    ['state', 'made-up'],
    ['code', 'made-up'],
    ['iss', 'https://elsewhere.example'],
  ] as const) {
    real.signsIn = { sub: 'p-1' }
    const browser = browserOf(app)
    const away = await browser.get('/sign-in/provider')
    const back = tampered(pathOf(await real.through(away.location)), name, value)
    const answer = await browser.get(back)
    assert.equal(answer.status, 403, name)
    assert.match(answer.text, /You could not be signed in/)
  }
})

test('a token made for another sign-in, by its nonce, is refused; so is a code asked for with another verifier', async () => {
  const column = { nonce: 'nonce', verifier: 'code_verifier' } as const
  for (const name of ['nonce', 'verifier'] as const) {
    real.signsIn = { sub: 'p-1' }
    const browser = browserOf(app)
    const away = await browser.get('/sign-in/provider')
    const back = pathOf(await real.through(away.location))
    await inAuthority(db, 1, async (db) => {
      const kept = await db
        .deleteFrom('provider_visit')
        .where('state_hash', '=', hashOf(new URL(away.location).searchParams.get('state') ?? ''))
        .returningAll()
        .executeTakeFirstOrThrow()
      await db
        .insertInto('provider_visit')
        .values({ ...kept, [column[name]]: 'x'.repeat(43) })
        .execute()
    })
    assert.match((await browser.get(back)).text, /could not be trusted/, name)
  }
})

test('where groups stand for roles, those roles come and go with the groups, and others stay', async () => {
  const id = await account('east@smallton.example')
  const mapped = serving({ groups: true })
  const person = { sub: 'p-7', email: 'east@smallton.example', email_verified: true }
  const held = async () => {
    const { grants } = await inAuthority(db, 1, (db) => accountFor(db, id))
    return grants.filter(({ endedOn }) => endedOn === null).map(({ role }) => role)
  }
  await comeIn({ ...person, groups: ['gt-bi', 'unknown'] }, mapped)
  assert.deepEqual(await held(), ['councillor', 'business-intelligence'])
  await comeIn({ ...person, groups: ['gt-audit'] }, mapped)
  assert.deepEqual(await held(), ['councillor', 'internal-audit'])
  await comeIn(person, mapped)
  assert.deepEqual(await held(), ['councillor'])
})

test('a provider that cannot be reached is said to be so, and passwords go on working', async () => {
  const lost = serving({ issuer: 'http://127.0.0.1:9' })
  const browser = browserOf(lost)
  const answer = await browser.get('/sign-in/provider')
  assert.match(answer.text, /provider cannot be reached at the moment/)
  assert.match((await browser.get('/sign-in')).text, /Sign in with the council Or with a password/)
})

test('a mapping of groups is read, and what is wrong with one is said', () => {
  assert.deepEqual(roles && [...roles.roleOf], [
    ['gt-bi', 'business-intelligence'],
    ['gt-audit', 'internal-audit'],
  ])
  for (const [text, says] of [
    ['gt-bi=leader', /the claim, a colon/],
    ['groups: gt-bi', /'gt-bi' is not group=role/],
    ['groups: gt-bi=king', /there is no role 'king'/],
  ] as const) {
    const read = readRoleMapping(text)
    assert.match(read.ok ? '' : read.problem, says)
  }
})
