import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { ChainedEvent } from '../domain/audit/event-link.ts'
import { exactJson } from '../domain/audit/exact-json.ts'
import { type EventFilter, eventCondition } from './filter.ts'

export type Head = { readonly sequence: number; readonly hash: string }

/** The number and hash of the authority's last event; null before there is one. */
export async function auditHead(db: Db): Promise<Head | null> {
  const row = await db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst()
  return row ?? null
}

/** Events after (or before) a place in the trail, in that direction, so many at once. */
export async function eventsBeside(
  db: Db,
  filter: EventFilter,
  place: { readonly after: number | null } | { readonly before: number | null },
  atOnce: number,
): Promise<ChainedEvent[]> {
  const upwards = 'after' in place
  const from = upwards ? place.after : place.before
  const beyond = from === null ? sql`true` : upwards ? sql`sequence > ${from}` : sql`sequence < ${from}`
  return readEvents(
    db,
    sql`where ${eventCondition(filter)} and ${beyond}
        order by sequence ${sql.raw(upwards ? 'asc' : 'desc')} limit ${atOnce}`,
  )
}

/** A page of events, the latest first. */
export const latestEvents = (
  db: Db,
  filter: EventFilter,
  skip: number,
  atOnce: number,
): Promise<ChainedEvent[]> =>
  readEvents(db, sql`where ${eventCondition(filter)} order by sequence desc offset ${skip} limit ${atOnce}`)

export async function eventCount(db: Db, filter: EventFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from event where ${eventCondition(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** The event of this number: one, unless somebody tampered. */
export const eventsNumbered = (db: Db, sequence: number): Promise<ChainedEvent[]> =>
  readEvents(db, sql`where sequence = ${sequence} limit 2`)

/** Events that say they follow the one with this hash: one, unless somebody tampered. */
export const eventsFollowing = (db: Db, hash: string): Promise<ChainedEvent[]> =>
  readEvents(db, sql`where previous_hash = ${hash} order by sequence limit 10`)

/** The roles that acted and the kinds of event there are, for choosing among them. */
export async function eventKinds(db: Db): Promise<{ roles: string[]; actions: string[] }> {
  const { rows } = await sql<{ role: string; action: string }>`
    select actor_role as role, action from event group by 1, 2`.execute(db)
  return {
    roles: [...new Set(rows.map(({ role }) => role))].sort(),
    actions: [...new Set(rows.map(({ action }) => action))].sort(),
  }
}

type Row = Omit<ChainedEvent, 'details'> & { readonly details: string }

async function readEvents(db: Db, rest: ReturnType<typeof sql>): Promise<ChainedEvent[]> {
  const { rows } = await sql<Row>`
    select authority_id as "authorityId", sequence, at, actor_role as "actorRole", actor_name as "actorName",
           action, subject, details::text as details, previous_hash as "previousHash", hash
    from event ${rest}`.execute(db)
  return rows.map((row) => ({ ...row, details: exactJson(row.details) }))
}
