import { Forbidden } from '../../access/refusals.ts'
import { chooseRole, endSessions, startSession } from '../../access/session-commands.ts'
import { type Role, roles } from '../../domain/access/roles.ts'
import { secretOf } from '../../web/cookie.ts'
import { form, type Read } from '../../web/form.ts'
import { ownAddress } from '../../web/own-address.ts'
import { accountPage } from './account.ts'

export const signOutForm = form({
  path: '/sign-out',
  action: 'session.own',
  page: accountPage,
  repeatable: true,
  read: () => ({ ok: true, input: null }),
  run: async (db, actor, _, { visit }) => {
    const key = secretOf(visit.key())
    if (key !== null) await endSessions(db, actor, { key })
    return { ok: true, result: null }
  },
  leadsTo: () => ({ to: '/sign-in', key: null }),
})

/** In the demonstration, and only for somebody at this very machine: one click, and one is another role. */
export const demonstrationForm = form({
  path: '/demonstration/role',
  action: 'session.own',
  page: accountPage,
  repeatable: true,
  read: (body) => readRole(body),
  run: async (db, actor, { role, back }, { visit, site, device }) => {
    if (!visit.demo)
      throw new Forbidden('Roles can be tried without signing in only in the demonstration, on this machine.')
    const instead = secretOf(visit.key())
    const beginning = { accountId: null, role, device, now: site.now(), instead, by: null }
    return { ok: true, result: { key: await startSession(db, actor, beginning), back } }
  },
  leadsTo: ({ key, back }) => ({ to: ownAddress(back, '/'), key }),
})

/** Somebody who holds several roles uses one at a time. */
export const chooseRoleForm = form({
  path: '/account/role',
  action: 'session.own',
  page: accountPage,
  repeatable: true,
  read: (body) => readRole(body),
  run: async (db, actor, { role, back }, { visit }) => {
    const key = secretOf(visit.key())
    const held = actor.grants?.some((grant) => grant.role === role) ?? false
    if (key === null || visit.session === null || !held)
      throw new Forbidden(
        `You do not hold the role ${roles[role]} today. Ask ${roles['business-intelligence']}.`,
      )
    return { ok: true, result: { key: await chooseRole(db, actor, { key, role }), back } }
  },
  leadsTo: ({ key, back }) => ({ to: ownAddress(back, '/account?done=role'), key }),
})

export const endSessionForm = form({
  path: '/account/sessions',
  action: 'session.own',
  page: accountPage,
  read: (body) => ({ ok: true, input: body.get('session') ?? '' }),
  run: async (db, actor, which, { visit }) => {
    const key = secretOf(visit.key())
    await endSessions(db, actor, which === 'others' ? { allBut: key } : { number: Number(which) || 0 })
    return { ok: true, result: null }
  },
  leadsTo: () => '/account?done=signed-out',
})

function readRole(body: URLSearchParams): Read<{ role: Role; back: string | null }> {
  const role = body.get('role') ?? ''
  if (!Object.hasOwn(roles, role))
    return { ok: false, problems: [{ field: 'role', text: 'Choose one of the roles' }] }
  return { ok: true, input: { role: role as Role, back: body.get('back') } }
}
