import { canonicalJson } from './canonical-json.ts'

/** Everything of an event that its hash answers for. */
export type EventFields = {
  readonly authorityId: number
  /** 1, 2, 3 … within the authority, without gaps. */
  readonly sequence: number
  /** UTC with six decimals: '2025-04-01T09:30:00.000000Z'. */
  readonly at: string
  readonly actorRole: string
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
}

/** An event and how it hangs on the one before it. */
export type ChainedEvent = EventFields & { readonly previousHash: string; readonly hash: string }

/** What stands for the hash before an authority's first event. */
export const beforeTheFirst = '0'.repeat(64)

/** The text whose SHA-256 is the event's hash: the hash before it, a line end, and the event as canonical JSON. */
export function linkText(previousHash: string, event: EventFields): string {
  const { authorityId, sequence, at, actorRole, actorName, action, subject, details } = event
  const fields = {
    action,
    actor_name: actorName,
    actor_role: actorRole,
    at,
    authority_id: authorityId,
    details,
    sequence,
    subject,
  }
  return `${previousHash}\n${canonicalJson(fields)}`
}
