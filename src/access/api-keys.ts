import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { englishDay } from '../domain/english-day.ts'
import { hashOf } from './secret.ts'

/** What a program shows to send figures, as far as anybody may see it. */
export type ApiKey = {
  readonly id: number
  readonly label: string
  readonly unit: Unit
  /** The last day on which it is good. */
  readonly until: string
  readonly madeBy: string
  readonly madeAt: string
  readonly endedAt: string | null
  readonly lastUsed: string | null
}

/** So that a key is known for one wherever it turns up, also by programs that look for leaked ones. */
export const tokenBegins = 'gt_'
export const usesAMinute = 60

/** Every key, the latest first. */
export async function apiKeys(db: Db): Promise<ApiKey[]> {
  const rows = await keyRows(db).orderBy('k.id', 'desc').execute()
  return rows.map(asKey)
}

/** The key of a token, whatever has become of it; null when there is none. */
export async function keyOfToken(db: Db, token: string): Promise<ApiKey | null> {
  const row = await keyRows(db).where('k.token_hash', '=', hashOf(token)).executeTakeFirst()
  return row === undefined ? null : asKey(row)
}

export type KeyStanding = 'good' | 'ended' | 'expired'

export const standingOf = ({ endedAt, until }: ApiKey, today: string): KeyStanding =>
  endedAt !== null ? 'ended' : until < today ? 'expired' : 'good'

/** A key speaks as a manager of its unit, and under its own name. */
export function actorOfKey(authorityId: number, { id, label, unit, until, madeAt }: ApiKey): Actor {
  const role = unit.kind === 'council' ? 'business-intelligence' : 'service-manager'
  const grant = {
    id,
    role,
    unit,
    kind: 'held',
    from: englishDay(madeAt),
    until,
    onBehalfOf: null,
    endedOn: null,
  } as const
  return { authorityId, role, name: `API key: ${label}`, grants: [grant] }
}

/** Counts one use, and says whether the key has been used too often in this minute. */
export async function countUse(db: Db, authorityId: number, keyId: number, now: Date): Promise<boolean> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString()
  const { rows } = await sql<{ count: number }>`
    insert into api_use (authority_id, key_id, minute, count) values (${authorityId}, ${keyId}, ${minute}, 1)
    on conflict (authority_id, key_id, minute) do update set count = api_use.count + 1 returning count`.execute(
    db,
  )
  return (rows[0]?.count ?? 1) <= usesAMinute
}

const keyRows = (db: Db) =>
  db
    .selectFrom('api_key as k')
    .leftJoin('api_key_end as e', (join) =>
      join.onRef('e.authority_id', '=', 'k.authority_id').onRef('e.key_id', '=', 'k.id'),
    )
    .select([
      'k.id',
      'k.label',
      'k.unit_kind',
      'k.unit_code',
      'k.until_day',
      'k.made_by',
      'k.made_at',
      'e.at as ended_at',
    ])
    .select(
      sql<string | null>`(select max(u.minute) from api_use u
        where u.authority_id = k.authority_id and u.key_id = k.id)`.as('last_used'),
    )

type KeyRow = Awaited<ReturnType<ReturnType<typeof keyRows>['execute']>>[number]

const asKey = (row: KeyRow): ApiKey => ({
  id: row.id,
  label: row.label,
  unit: { kind: row.unit_kind, code: row.unit_code },
  until: row.until_day,
  madeBy: row.made_by,
  madeAt: row.made_at,
  endedAt: row.ended_at,
  lastUsed: row.last_used,
})
