import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Unit, type UnitKind, unitText } from '../domain/access/unit.ts'
import { apiKeys, tokenBegins } from './api-keys.ts'
import { command } from './command.ts'
import { NotFound } from './refusals.ts'
import { hashOf, newSecret } from './secret.ts'

/** Measures are answered for by services and what is above them; a team has no key of its own. */
export type KeyUnit = Unit & { readonly kind: Exclude<UnitKind, 'team'> }

export const mayHoldKey = (unit: Unit): unit is KeyUnit => unit.kind !== 'team'

export type NewKey = { readonly label: string; readonly unit: KeyUnit; readonly until: string }

/** Makes a key and gives its token, which is nowhere kept and can be seen this once. */
export const addKey = (db: Db, actor: Actor, { label, unit, until }: NewKey): Promise<string> =>
  command(db, actor, 'key.keep', async (db) => {
    const token = `${tokenBegins}${newSecret()}`
    const { id } = await db
      .insertInto('api_key')
      .values({
        authority_id: actor.authorityId,
        token_hash: hashOf(token),
        label: label.trim(),
        unit_kind: unit.kind,
        unit_code: unit.code,
        until_day: until,
        made_by: actor.name,
        made_by_account_id: actor.accountId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { label: label.trim(), unit: unitText(unit), until }
    return { result: token, event: { action: 'key.made', subject: `key/${id}`, details } }
  })

/** Ends a key at once. What was sent with it stays. */
export const endKey = (db: Db, actor: Actor, { id }: { readonly id: number }): Promise<void> =>
  command(db, actor, 'key.keep', async (db) => {
    const key = (await apiKeys(db)).find((each) => each.id === id)
    if (key === undefined) throw new NotFound('There is no such key here.')
    const ended = await db
      .insertInto('api_key_end')
      .values({
        authority_id: actor.authorityId,
        key_id: id,
        by_name: actor.name,
        by_account_id: actor.accountId ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key_id')
      .execute()
    const event = { action: 'key.ended', subject: `key/${id}`, details: { label: key.label } }
    return { result: undefined, event: ended.length === 0 ? null : event }
  })
