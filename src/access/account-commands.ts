import type { Db } from '../db/database.ts'
import { hold } from '../db/hold.ts'
import type { Grant } from '../domain/access/grant.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type AccountStatus, accountByEmail, accountFor, plainEmail } from './accounts.ts'
import { command, permit } from './command.ts'
import { addGrant, endGrants, type GrantInput } from './grant-rows.ts'
import { Conflict } from './refusals.ts'

export type AccountInput = {
  readonly email: string
  readonly label: string
  /** The first role, given with the account. */
  readonly grant: GrantInput | null
}

/** Adds an account and gives its number; null when the e-mail address has one already. It can be signed in to once it has a password or comes by the provider. */
export const addAccount = (db: Db, actor: Actor, input: AccountInput): Promise<number | null> =>
  command(db, actor, 'people.keep', async (db) => {
    const { grant } = input
    if (grant !== null) permit(actor, 'people.keep', { role: grant.role })
    const added = await db
      .insertInto('account')
      .values({
        authority_id: actor.authorityId,
        email: plainEmail(input.email),
        label: input.label.trim(),
        added_by: actor.name,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added === undefined) return { result: null, event: null }
    const { id } = added
    await addStatus(db, actor, { accountId: id, number: 1, status: 'active', reason: null })
    const details = grant === null ? {} : { grant: await addGrant(db, actor, id, grant) }
    return { result: id, event: { action: 'account.added', subject: `account/${id}`, details } }
  })

export type StatusInput = {
  readonly accountId: number
  /** The number of the status that was seen when deciding. */
  readonly seen: number
  readonly status: AccountStatus
  readonly reason: string | null
  readonly today: string
}

/** Suspends an account, closes it because somebody left, or opens it again. Its sessions end with this. */
export const setAccountStatus = (db: Db, actor: Actor, input: StatusInput): Promise<void> =>
  command(db, actor, 'people.keep', async (db) => {
    const { accountId, seen, status, reason, today } = input
    const account = await lockedAccount(db, accountId)
    permit(actor, 'people.keep', { accountId })
    for (const { role, endedOn } of account.grants)
      if (endedOn === null) permit(actor, 'people.keep', { role })
    if (account.statusNumber !== seen)
      throw new Conflict(
        `The account of ${account.label} was changed meanwhile: it is now ${account.status}.`,
      )
    if (account.status === status) return { result: undefined, event: null }
    await addStatus(db, actor, { accountId, number: seen + 1, status, reason })
    await db.deleteFrom('session').where('account_id', '=', accountId).execute()
    await db.deleteFrom('password_link').where('account_id', '=', accountId).execute()
    if (status === 'left') {
      // Whoever stood in for them stands in for nobody now.
      const standing = await db
        .selectFrom('role_grant')
        .select('id')
        .where((each) => each.or([each('account_id', '=', accountId), each('on_behalf_of', '=', accountId)]))
        .execute()
      await endGrants(
        db,
        actor,
        standing.map(({ id }) => id),
        today,
      )
      await db.deleteFrom('account_password').where('account_id', '=', accountId).execute()
    }
    const event = {
      action: 'account.status-set',
      subject: `account/${accountId}`,
      details: { status, reason },
    }
    return { result: undefined, event }
  })

/** Gives an account a role, over a unit, for a time. */
export const grantRole = (
  db: Db,
  actor: Actor,
  { accountId, grant }: { accountId: number; grant: GrantInput },
): Promise<void> =>
  command(db, actor, 'people.keep', async (db) => {
    const account = await lockedAccount(db, accountId)
    permit(actor, 'people.keep', { accountId, role: grant.role })
    if (account.status === 'left')
      throw new Conflict(`${account.label} has left. Open the account again before giving it a role.`)
    const details = await addGrant(db, actor, accountId, grant)
    return { result: undefined, event: { action: 'role.granted', subject: `account/${accountId}`, details } }
  })

/** Ends a role from today on. What was done in it stays done. */
export const endGrant = (
  db: Db,
  actor: Actor,
  { accountId, grantId, today }: { accountId: number; grantId: number; today: string },
): Promise<void> =>
  command(db, actor, 'people.keep', async (db) => {
    const grant = (await accountFor(db, accountId)).grants.find(({ id }) => id === grantId)
    if (grant === undefined) throw new Conflict('That role was given to another account.')
    permit(actor, 'people.keep', { accountId, role: grant.role })
    const ended = await endGrants(db, actor, [grantId], today)
    const event = {
      action: 'role.ended',
      subject: `account/${accountId}`,
      details: { role: grant.role, from: today },
    }
    return { result: undefined, event: ended.length === 0 ? null : event }
  })

export type Delegation = {
  readonly grantId: number
  readonly toEmail: string
  readonly from: string
  readonly until: string
}

/** Hands over a role of one's own while away, and gives to whom; null when nobody active has that address. What was delegated cannot be handed on. */
export const delegateRole = (db: Db, actor: Actor, input: Delegation): Promise<string | null> =>
  command(db, actor, 'role.delegate', async (db) => {
    const own = actor.grants?.find(({ id, kind }) => id === input.grantId && kind !== 'delegated')
    if (own === undefined) throw new Conflict('That role is not yours to hand over, or has ended.')
    permit({ ...actor, role: own.role }, 'role.delegate', { units: [own.unit] })
    const to = await accountByEmail(db, input.toEmail)
    if (to === null || to.status !== 'active' || to.id === actor.accountId)
      return { result: null, event: null }
    const { role, unit } = own
    const until = earlier(own, input.until)
    const grant = {
      role,
      unit,
      kind: 'delegated',
      from: input.from,
      until,
      onBehalfOf: actor.accountId ?? null,
    } as const
    const details = await addGrant(db, actor, to.id, grant)
    const event = { action: 'role.delegated', subject: `account/${to.id}`, details }
    return { result: to.label, event }
  })

/** Nobody hands over a role for longer than they hold it. */
const earlier = ({ until }: Grant, day: string): string => (until !== null && until < day ? until : day)

/** One change of an account at a time, until the end of the transaction. The account's own row cannot be locked: it cannot be changed. */
async function lockedAccount(db: Db, accountId: number) {
  await hold(db, `account ${accountId}`)
  return accountFor(db, accountId)
}

const addStatus = (
  db: Db,
  actor: Actor,
  row: { accountId: number; number: number; status: AccountStatus; reason: string | null },
) =>
  db
    .insertInto('account_status')
    .values({
      authority_id: actor.authorityId,
      account_id: row.accountId,
      number: row.number,
      status: row.status,
      reason: row.reason,
      by_name: actor.name,
      by_account_id: actor.accountId ?? null,
    })
    .execute()
