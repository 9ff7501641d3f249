import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../domain/audit/canonical-json.ts'
import { beforeTheFirst, type EventFields, linkText } from '../domain/audit/event-link.ts'
import type { Db } from './database.ts'

export interface RecordedEvent {
  authorityId: number
  actor: { role: string; name: string }
  /** What happened, as noun.verb-past: `measure.value-recorded`. */
  action: string
  /** What it happened to, as the reader would find it: `measure/recycling-rate`. */
  subject: string
  details?: Record<string, unknown>
}

/** SHA-256, in lower-case hexadecimal, over the hash before and the event's own fields. */
export const eventHash = (previousHash: string, event: EventFields): string =>
  createHash('sha256').update(linkText(previousHash, event), 'utf8').digest('hex')

/**
 * Records who did what, in the transaction of the thing itself, so that neither is ever there without the other, and
 * chains it to the authority's event before it. From here to its end the transaction holds the head of that chain, and
 * other commands of the same authority wait: so it comes last in a command.
 */
export async function recordEvent(db: Db, event: RecordedEvent): Promise<void> {
  const { authorityId, actor, action, subject } = event
  const head = await heldHead(db, authorityId)
  // As the database will give it back, without what JSON does not have: dates are texts, undefined members are gone.
  const details: unknown = JSON.parse(JSON.stringify(event.details ?? {}))
  const sequence = head.sequence + 1
  const { name: actorName, role: actorRole } = actor
  const fields = { authorityId, sequence, at: head.now, actorRole, actorName, action, subject, details }
  const hash = eventHash(head.hash, fields)
  await db
    .insertInto('event')
    .values({
      authority_id: authorityId,
      sequence,
      at: head.now,
      actor_role: actorRole,
      actor_name: actorName,
      action,
      subject,
      details: canonicalJson(details),
      previous_hash: head.hash,
      hash,
    })
    .execute()
  await db.updateTable('audit_head').set({ sequence, hash }).where('authority_id', '=', authorityId).execute()
}

type HeldHead = { readonly sequence: number; readonly hash: string; readonly now: string }

/** The head of the authority's chain, locked until the transaction ends; made when there is none yet. */
async function heldHead(db: Db, authorityId: number): Promise<HeldHead> {
  const held = await lockedHead(db, authorityId)
  if (held) return held
  await db
    .insertInto('audit_head')
    .values({ authority_id: authorityId, sequence: 0, hash: beforeTheFirst })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await lockedHead(db, authorityId)
  if (!made) throw new Error(`The event trail of authority ${authorityId} cannot be opened.`)
  return made
}

async function lockedHead(db: Db, authorityId: number): Promise<HeldHead | undefined> {
  const { rows } = await sql<HeldHead>`
    select sequence, hash, now() as now from audit_head where authority_id = ${authorityId} for update`.execute(
    db,
  )
  return rows[0]
}
