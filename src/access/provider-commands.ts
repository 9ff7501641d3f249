import type { Db } from '../db/database.ts'
import type { Actor, Role } from '../domain/access/roles.ts'
import { wholeCouncil } from '../domain/access/unit.ts'
import { command } from './command.ts'
import { addGrant, endGrants } from './grant-rows.ts'
import type { Identity } from './provider.ts'

export type Admission = {
  readonly accountId: number
  readonly identity: Identity
  /** What the provider's groups stand for; null when roles are only given here. */
  readonly roles: readonly Role[] | null
  readonly today: string
}

/**
 * Notes who an account is to the provider, and makes the roles that come from there agree with what it says now. Roles
 * given here are left alone.
 */
export const admitByProvider = (db: Db, actor: Actor, admission: Admission): Promise<void> =>
  command(db, actor, 'session.own', async (db) => {
    const { accountId, identity, roles, today } = admission
    const { issuer, subject } = identity
    const learnt = await db
      .insertInto('account_subject')
      .values({ authority_id: actor.authorityId, issuer, subject, account_id: accountId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('account_id')
      .executeTakeFirst()
    const { given, ended } = roles === null ? none : await agree(db, actor, accountId, roles, today)
    const details = { issuer, learnt: learnt !== undefined, given, ended }
    const changed = learnt !== undefined || given.length + ended.length > 0
    const event = { action: 'account.admitted', subject: `account/${accountId}`, details }
    return { result: undefined, event: changed ? event : null }
  })

const none = { given: [], ended: [] }

async function agree(db: Db, actor: Actor, accountId: number, roles: readonly Role[], today: string) {
  const standing = await db
    .selectFrom('role_grant as g')
    .leftJoin('role_grant_end as e', (join) =>
      join.onRef('e.grant_id', '=', 'g.id').onRef('e.authority_id', '=', 'g.authority_id'),
    )
    .select(['g.id', 'g.role'])
    .where('g.account_id', '=', accountId)
    .where('g.from_provider', '=', true)
    .where('e.grant_id', 'is', null)
    .execute()
  const over = standing.filter(({ role }) => !roles.includes(role as Role))
  const given = [...new Set(roles)].filter((role) => !standing.some((grant) => grant.role === role))
  const grant = { unit: wholeCouncil, kind: 'held', from: today, until: null, onBehalfOf: null } as const
  for (const role of given) await addGrant(db, actor, accountId, { ...grant, role, fromProvider: true })
  await endGrants(
    db,
    actor,
    over.map(({ id }) => id),
    today,
  )
  return { given, ended: over.map(({ role }) => role) }
}
