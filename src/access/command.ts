import type { Db } from '../db/database.ts'
import { recordEvent } from '../db/events.ts'
import type { Kept } from '../db/keep.ts'
import { inAuthority } from '../db/transaction.ts'
import { type Action, can, type Thing } from '../domain/access/can.ts'
import type { Actor } from '../domain/access/roles.ts'
import { Forbidden } from './refusals.ts'
import { countOnce } from './submissions.ts'

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
  /** What is made is given out: nothing exempt from publication is read for it, whoever asks. */
  { published = false }: { readonly published?: boolean } = {},
): Promise<T> {
  permit(actor, action)
  const { authorityId } = actor
  const done = async (db: Db) => {
    await countOnce(db, actor)
    const { result, event } = await work(db)
    if (event) await recordEvent(db, { authorityId, actor, ...event, details: detailsOf(actor, event) })
    return result
  }
  return inAuthority(db, authorityId, done, published ? {} : seeing(actor))
}

/** Refuses with the reason unless the actor may. A command asks again when it knows what it is about to touch. */
export function permit(actor: Actor, action: Action, thing?: Thing): void {
  const decision = can(actor, action, thing)
  if (!decision.allowed) throw new Forbidden(decision.reason)
}

/** How far an actor's transactions see: what is exempt from publication only with permission. */
export const seeing = (actor: Actor): { readonly seesExempt: boolean } => ({
  seesExempt: can(actor, 'exempt.view').allowed,
})

/** The account behind the name, for a post passes from one person to the next. */
const detailsOf = ({ accountId }: Actor, { details }: Happened): Record<string, unknown> => ({
  ...details,
  ...(accountId === undefined ? {} : { byAccount: accountId }),
})

/** The event of a register command: none when the register already held just that. */
export const changed = (kept: Kept, action: string, subject: string): Happened | null =>
  kept.added + kept.changed === 0
    ? null
    : { action, subject, details: { added: kept.added, changed: kept.changed } }
