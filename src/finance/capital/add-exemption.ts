import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { ExemptKind } from './exemptions.ts'

export type Exemption = {
  readonly kind: ExemptKind
  readonly code: string
  readonly exempt: boolean
  readonly reason: string
}

/** Adds the last word on whether something is exempt from publication. A part of commands. */
export async function addExemption(db: Db, actor: Actor, exemption: Exemption): Promise<void> {
  const { kind, code, exempt, reason } = exemption
  const { last } = await db
    .selectFrom('capital_exemption')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('thing_kind', '=', kind)
    .where('thing_code', '=', code)
    .executeTakeFirstOrThrow()
  const keys = {
    authority_id: actor.authorityId,
    thing_kind: kind,
    thing_code: code,
    number: (last ?? 0) + 1,
    illustrative: actor.illustrative === true,
  }
  await db
    .insertInto('capital_exemption')
    .values({
      ...keys,
      exempt,
      by_name: actor.name,
      by_role: actor.role,
      by_account_id: actor.accountId ?? null,
    })
    .execute()
  await db
    .insertInto('capital_exemption_reason')
    .values({ ...keys, reason })
    .execute()
}
