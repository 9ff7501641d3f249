import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import { addAccount } from '#src/access/account-commands.ts'
import { accountByEmail } from '#src/access/accounts.ts'
import { makePasswordLink } from '#src/access/password-commands.ts'
import { setFirstPassword } from '#src/access/sign-in.ts'
import { createApp } from '#src/app.ts'
import type { Db } from '#src/db/database.ts'
import { inAuthority } from '#src/db/transaction.ts'
import type { Role } from '#src/domain/access/roles.ts'
import { wholeCouncil } from '#src/domain/access/unit.ts'
import { type Authority, authorityOf } from '#src/organisation/authority.ts'
import type { Site } from '#src/web/site.ts'
import type { Ending } from './database.ts'
import { type SmallCouncil, smallCouncil } from './small-council.ts'
import { type Answer, browserOf, type Visitor } from './visitor.ts'

export const password = 'correct horse battery'
/** From when the roles in these tests are held. */
export const from = '2024-04-01'

export const held = (role: Role) =>
  ({ role, unit: wholeCouncil, kind: 'held', from, until: null, onBehalfOf: null }) as const

export type PeopledCouncil = {
  readonly council: SmallCouncil
  readonly db: Db
  readonly authority: Authority
  /** The product as it is without demonstration or sign-in provider, at the time of the test's own clock. */
  readonly app: FastifyInstance
  readonly site: Site
  readonly setNow: (instant: string) => void
  readonly later: (minutes: number) => void
  readonly serving: (more: Partial<Site> & { production?: boolean; authority?: Authority }) => FastifyInstance
  /** Adds an account with a password. */
  readonly person: (email: string, role: Role | null) => Promise<number>
  readonly idOf: (email: string) => Promise<number>
  readonly signIn: (email: string, app?: FastifyInstance) => Promise<{ browser: Visitor; answer: Answer }>
}

/** A council with a keeper of accounts and a member, both with passwords, and the product served for it. */
export async function peopledCouncil(
  test: Ending,
  made: (test: Ending) => Promise<SmallCouncil> = smallCouncil,
): Promise<PeopledCouncil> {
  const council = await made(test)
  const { db } = council.database
  const authority = await authorityOf(db, council.keeper)
  let now = new Date('2024-07-25T09:00:00Z')
  const site: Site = { demo: false, publicUrl: null, provider: null, rolesOf: null, now: () => now }
  const serving: PeopledCouncil['serving'] = ({ production = false, authority: other, ...more }) => {
    const app = createApp({
      database: db,
      authority: other ?? authority,
      production,
      site: { ...site, ...more },
    })
    test.after(() => app.close())
    return app
  }
  const app = serving({})
  const person = async (email: string, role: Role | null): Promise<number> => {
    const grant = role === null ? null : held(role)
    const label = `Post of ${email.split('@')[0]}`
    const id = (await addAccount(db, council.as('operator'), { email, label, grant })) ?? 0
    const token = await makePasswordLink(db, council.as('operator'), { accountId: id, now })
    const set = await setFirstPassword(db, council.as('resident'), { token, password, now })
    assert.equal(set.ok, true)
    return id
  }
  await person('keeper@smallton.example', 'business-intelligence')
  await person('member@smallton.example', 'councillor')
  return {
    council,
    db,
    authority,
    app,
    site,
    serving,
    person,
    setNow: (instant) => {
      now = new Date(instant)
    },
    later: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    idOf: async (email) => (await inAuthority(db, 1, (db) => accountByEmail(db, email)))?.id ?? 0,
    signIn: async (email, on = app) => {
      const browser = browserOf(on)
      return { browser, answer: await browser.send('/sign-in', { email, password }) }
    },
  }
}
