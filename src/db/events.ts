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

/** Records who did what, in the transaction of the thing itself, so that neither is ever there without the other. */
export async function recordEvent(db: Db, event: RecordedEvent): Promise<void> {
  await db
    .insertInto('event')
    .values({
      authority_id: event.authorityId,
      actor_role: event.actor.role,
      actor_name: event.actor.name,
      action: event.action,
      subject: event.subject,
      details: JSON.stringify(event.details ?? {}),
    })
    .execute()
}
