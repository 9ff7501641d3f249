import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { eventHash } from '../db/events.ts'
import { beforeTheFirst, type ChainedEvent } from '../domain/audit/event-link.ts'
import { everyEvent } from './filter.ts'
import { auditHead, eventCount, eventsBeside, eventsFollowing, eventsNumbered, type Head } from './queries.ts'

export const breakKinds = {
  changed: 'an event is not as it was recorded',
  removed: 'events are missing between others',
  inserted: 'an event was put in that was not recorded there',
  reordered: 'an event stands where another was recorded',
  truncated: 'events are missing at the end',
  head: 'the trail does not lead to the head that was kept',
} as const

export type TrailBreak = {
  readonly kind: keyof typeof breakKinds
  /** The number at which the trail is no longer what it was. */
  readonly sequence: number
  readonly says: string
}

export type Verdict = {
  readonly whole: boolean
  /** How many events were found as they were recorded, before the break if there is one. */
  readonly verified: number
  readonly head: Head | null
  readonly break: TrailBreak | null
}

const atOnce = 1_000

/**
 * Walks the authority's trail from its first event and says where it breaks first. `kept` is a head that was written
 * down elsewhere: without one, somebody who may change everything could write the whole trail anew, head included.
 */
export async function verifyTrail(
  db: Db,
  options: { kept?: Head | undefined; progress?: (done: number) => void } = {},
): Promise<Verdict> {
  const { kept, progress } = options
  // One picture of head and events, while other commands go on. It has to come before the transaction's first query.
  await sql`set transaction isolation level repeatable read`.execute(db)
  const head = await auditHead(db)
  let last: Head = { sequence: 0, hash: beforeTheFirst }
  const broken = (found: TrailBreak): Verdict => ({
    whole: false,
    verified: last.sequence,
    head,
    break: found,
  })
  const differs = (event: Head) => kept?.sequence === event.sequence && kept.hash !== event.hash
  let from: number | null = null
  for (;;) {
    const events: ChainedEvent[] = await eventsBeside(db, everyEvent, { after: from }, atOnce)
    for (const event of events) {
      if (!follows(last, event)) return broken(await whatBroke(db, last, event, head))
      if (differs(event)) return broken(againstKept(event.sequence))
      last = event
    }
    progress?.(last.sequence)
    if (events.length < atOnce) break
    from = last.sequence
  }
  const end = await endOf(db, last, head, kept)
  return end ? broken(end) : { whole: true, verified: last.sequence, head, break: null }
}

const holds = (event: ChainedEvent, sequence = event.sequence): boolean =>
  eventHash(event.previousHash, { ...event, sequence }) === event.hash

const follows = (last: Head, event: ChainedEvent): boolean =>
  event.sequence === last.sequence + 1 && event.previousHash === last.hash && holds(event)

/** What was done at the place where `event` does not follow the last good one. */
async function whatBroke(db: Db, last: Head, event: ChainedEvent, head: Head | null): Promise<TrailBreak> {
  const place = last.sequence + 1
  const at = (kind: TrailBreak['kind'], says: string, sequence = place): TrailBreak => ({
    kind,
    sequence,
    says,
  })
  // The event that was recorded here may still be there, under another number.
  const elsewhere = (await eventsFollowing(db, last.hash)).find(
    (other) => other.sequence !== place && holds(other, place),
  )
  if (event.sequence < 1)
    return at('inserted', `An event numbered ${event.sequence} was put in before the first.`, event.sequence)
  if ((await eventsNumbered(db, event.sequence)).length > 1)
    return at('inserted', `A second event numbered ${event.sequence} was put in.`, event.sequence)
  if (head !== null && event.sequence > head.sequence && place > head.sequence)
    return at('inserted', beyond(head))
  if (event.sequence > place) {
    const missing =
      event.sequence - 1 === place ? `Event ${place} is` : `Events ${place} to ${event.sequence - 1} are`
    return elsewhere
      ? at('reordered', `Event ${place} was moved: it now stands as number ${elsewhere.sequence}.`)
      : at('removed', `${missing} missing.`)
  }
  const recordedAs = placeOf(event, Math.max(head?.sequence ?? 0, place) + atOnce)
  if (recordedAs === place) return rehashed(last, at)
  if (elsewhere && recordedAs === null)
    return at(
      'inserted',
      `Event ${place} was put in: the one recorded there now stands as number ${elsewhere.sequence}.`,
    )
  if (elsewhere)
    return at(
      'reordered',
      `Event ${recordedAs} stands in the place of event ${place}, which is now number ${elsewhere.sequence}.`,
    )
  if (recordedAs === null) return at('changed', `Event ${place} is not as it was recorded.`)
  return recordedAs > place
    ? at(
        'removed',
        `Events ${place} to ${recordedAs - 1} are missing, and those after them were numbered anew.`,
      )
    : at(
        'inserted',
        `Events ${recordedAs} to ${place - 1} were put in: number ${recordedAs} now stands as ${place}.`,
        recordedAs,
      )
}

/** The event holds by itself and names another before it: the one before was replaced, with a hash made anew. */
function rehashed(
  last: Head,
  at: (kind: TrailBreak['kind'], says: string, sequence?: number) => TrailBreak,
): TrailBreak {
  const place = last.sequence + 1
  return last.sequence === 0
    ? at('removed', 'Event 1 follows one that is not there: the beginning of the trail was taken away.')
    : at(
        'changed',
        `Event ${last.sequence} is not the one that event ${place} was chained to: it was changed and its hash made anew.`,
        last.sequence,
      )
}

/** The number under which an event's hash holds, whatever number it has now. */
function placeOf(event: ChainedEvent, upTo: number): number | null {
  for (let sequence = 1; sequence <= upTo; sequence++) if (holds(event, sequence)) return sequence
  return null
}

async function endOf(
  db: Db,
  last: Head,
  head: Head | null,
  kept: Head | undefined,
): Promise<TrailBreak | null> {
  const at = (kind: TrailBreak['kind'], says: string, sequence = last.sequence + 1) => ({
    kind,
    sequence,
    says,
  })
  if (head === null)
    return last.sequence === 0
      ? null
      : at('head', `There are ${last.sequence} events and no head: it was taken away.`)
  if (last.sequence < head.sequence)
    return at(
      'truncated',
      `The trail ends with event ${last.sequence}; the head says that there are ${head.sequence}.`,
    )
  if (last.sequence > head.sequence) return at('inserted', beyond(head), head.sequence + 1)
  if (last.hash !== head.hash)
    return at('head', `Event ${last.sequence} has another hash than the head.`, last.sequence)
  // Numbers are unique while the table is as the program made it; a second one may hide where pages of events meet.
  if ((await eventCount(db, everyEvent)) !== last.sequence)
    return at('inserted', 'There are more events than numbers: one of them is there twice.', last.sequence)
  if (kept && kept.sequence > last.sequence)
    return at(
      'truncated',
      `The head that was kept names event ${kept.sequence}; the trail ends with ${last.sequence}.`,
    )
  return null
}

const beyond = ({ sequence }: Head): string =>
  `The head says that event ${sequence} is the last; more were put in after it.`

const againstKept = (sequence: number): TrailBreak => ({
  kind: 'head',
  sequence,
  says: `Event ${sequence} has another hash than the head that was kept: the trail up to it was written anew.`,
})
