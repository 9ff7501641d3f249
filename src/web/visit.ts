import type { FastifyRequest } from 'fastify'
import { derived, hashOf } from '../access/secret.ts'
import { actorOf, isNoted, noteUse, type Session, sessionOf } from '../access/sessions.ts'
import type { Db } from '../db/database.ts'
import { inAuthority } from '../db/transaction.ts'
import type { Actor } from '../domain/access/roles.ts'
import { readKey, secretOf, visitorKey } from './cookie.ts'
import { isLocal } from './local.ts'
import { type Site, todayOf } from './site.ts'

/** One request's visitor: who is asking, and by what right. */
export type Visit = {
  readonly actor: Actor
  readonly session: Session | null
  /** True when a refusal is final; false when signing in might help. */
  readonly known: boolean
  /** Whether roles can be tried with one click. */
  readonly demo: boolean
  /** The secret in the visitor's cookie, for which one is made when first it is asked for. */
  readonly key: () => string
  /** A key that the browser does not have yet. */
  readonly newKey: () => string | null
}

export type VisitFor = (request: FastifyRequest) => Promise<Visit>

/** What a form must bring back to show that it is ours and was given to this very browser. */
export const tokenOf = (visit: Visit): string => derived(visit.key(), 'form')

/** Whose something is that waits for them: the account's, wherever it is signed in; a visitor's only in that browser. */
export const ownerOf = ({ actor, key }: Visit): string =>
  actor.accountId === undefined ? `visitor:${hashOf(key())}` : `account:${actor.accountId}`

export const isSecure = ({ publicUrl }: Site): boolean => publicUrl?.startsWith('https://') ?? false

/** Who comes is found by the session in their cookie. Nobody signed in reads as a resident; in the demonstration as a councillor. */
export function visits({
  database,
  authorityId,
  site,
}: {
  readonly database: Db
  readonly authorityId: number
  readonly site: Site
}): VisitFor {
  return async (request) => {
    const key = readKey(request, isSecure(site))
    const demo = site.demo && isLocal(request)
    const session = await liveSession(database, authorityId, key, site)
    const own = keyHolder(key)
    // A session begun by a click is worth nothing once the clicking is over.
    if (session !== null && (session.account !== null || demo)) {
      const actor = actorOf(authorityId, session, todayOf(site))
      return { actor, session, known: true, demo, ...own }
    }
    const role = demo ? 'councillor' : 'resident'
    const actor: Actor = { authorityId, role, name: demo ? 'reader' : 'not signed in' }
    return { actor, session: null, known: demo, demo, ...own }
  }
}

/** For tests of pages: whoever the test says is asking is taken at their word. */
export function visitAs(actorFor: (request: FastifyRequest) => Actor | Promise<Actor>, site: Site): VisitFor {
  return async (request) => {
    const own = keyHolder(readKey(request, isSecure(site)))
    return { actor: await actorFor(request), session: null, known: true, demo: false, ...own }
  }
}

function keyHolder(given: string | null): Pick<Visit, 'key' | 'newKey'> {
  let made: string | null = null
  return {
    key: () => {
      if (given !== null) return given
      made ??= visitorKey()
      return made
    },
    newKey: () => made,
  }
}

async function liveSession(
  database: Db,
  authorityId: number,
  key: string | null,
  site: Site,
): Promise<Session | null> {
  const secret = key === null ? null : secretOf(key)
  if (secret === null) return null
  const now = site.now()
  return inAuthority(database, authorityId, async (db) => {
    const session = await sessionOf(db, secret, now)
    if (session !== null && !isNoted(session, now)) await noteUse(db, secret, now)
    return session
  })
}
