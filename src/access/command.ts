import type { Db } from '../db/database.ts'
import { recordEvent } from '../db/events.ts'
import type { Kept } from '../db/keep.ts'
import { inAuthority } from '../db/transaction.ts'
import { type Action, can } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { Forbidden } from './refusals.ts'

type Happened = {
  readonly action: string
  readonly subject: string
  readonly details?: Record<string, unknown>
}

/** What a command's work gives back: its result, and what happened; `event` null when nothing changed. */
export type Done<T> = { readonly result: T; readonly event: Happened | null }

/**
 * Runs a command: permission first, with the reason when refused; then one transaction as the actor's authority; then
 * one event, in that transaction, so that nothing changes without saying who changed it.
 */
export async function command<T>(
  db: Db,
  actor: Actor,
  action: Action,
  work: (db: Db) => Promise<Done<T>>,
): Promise<T> {
  const decision = can(actor, action)
  if (!decision.allowed) throw new Forbidden(decision.reason)
  const { authorityId } = actor
  return inAuthority(db, authorityId, async (db) => {
    const { result, event } = await work(db)
    if (event) await recordEvent(db, { authorityId, actor, ...event })
    return result
  })
}

/** The event of a register command: none when the register already held just that. */
export const changed = (kept: Kept, action: string, subject: string): Happened | null =>
  kept.added + kept.changed === 0
    ? null
    : { action, subject, details: { added: kept.added, changed: kept.changed } }
