import type { Db } from '../db/database.ts'
import { type GrantKind, grantKinds } from '../domain/access/grant.ts'
import { type Actor, type Role, roles } from '../domain/access/roles.ts'
import { type Unit, unitText } from '../domain/access/unit.ts'
import { NotFound } from './refusals.ts'

export type GrantInput = {
  readonly role: Role
  readonly unit: Unit
  readonly kind: GrantKind
  readonly from: string
  readonly until: string | null
  readonly onBehalfOf: number | null
}

/** Adds a grant within a command's transaction; gives what the event should say of it. */
export async function addGrant(
  db: Db,
  actor: Actor,
  accountId: number,
  grant: GrantInput & { readonly fromProvider?: boolean },
): Promise<Record<string, unknown>> {
  const { role, unit, kind, from, until, onBehalfOf, fromProvider = false } = grant
  if (!Object.hasOwn(roles, role)) throw new NotFound(`There is no role '${role}'.`)
  if (!Object.hasOwn(grantKinds, kind)) throw new NotFound(`There is no way '${kind}' of holding a role.`)
  await refuseUnknownUnit(db, unit)
  await db
    .insertInto('role_grant')
    .values({
      authority_id: actor.authorityId,
      account_id: accountId,
      role,
      unit_kind: unit.kind,
      unit_code: unit.code,
      kind,
      from_day: from,
      until_day: until,
      on_behalf_of: onBehalfOf,
      granted_by: actor.name,
      granted_by_account_id: actor.accountId ?? null,
      from_provider: fromProvider,
    })
    .execute()
  return { role, unit: unitText(unit), kind, from, until, onBehalfOf }
}

/** Ends grants from `day` on, leaving those already ended as they are; gives the numbers of those it ended. */
export async function endGrants(
  db: Db,
  actor: Actor,
  ids: readonly number[],
  day: string,
): Promise<readonly number[]> {
  if (ids.length === 0) return []
  const ended = await db
    .insertInto('role_grant_end')
    .values(
      ids.map((id) => ({
        authority_id: actor.authorityId,
        grant_id: id,
        ended_on: day,
        by_name: actor.name,
        by_account_id: actor.accountId ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('grant_id')
    .execute()
  return ended.map(({ grant_id }) => grant_id)
}

async function refuseUnknownUnit(db: Db, { kind, code }: Unit): Promise<void> {
  if (kind === 'council') return
  const found = await db.selectFrom(kind).select('code').where('code', '=', code).executeTakeFirst()
  if (found === undefined) throw new NotFound(`There is no ${kind} '${code}' in the register.`)
}
