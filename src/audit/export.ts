import { stringify } from 'csv-stringify/sync'
import type { Db } from '../db/database.ts'
import { canonicalJson } from '../domain/audit/canonical-json.ts'
import type { ChainedEvent } from '../domain/audit/event-link.ts'
import type { EventFilter } from './filter.ts'
import { eventsBeside } from './queries.ts'

export const exportFormats = ['ndjson', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

const atOnce = 1_000

/** The events of a filter as pieces of a file, oldest first, so that a long trail need not fit into memory. */
export async function* exportedEvents(
  db: Db,
  filter: EventFilter,
  format: ExportFormat,
): AsyncGenerator<{ readonly text: string; readonly events: number }> {
  if (format === 'csv') yield { text: csvLines([columns]), events: 0 }
  let after: number | null = null
  for (;;) {
    const events: ChainedEvent[] = await eventsBeside(db, filter, { after }, atOnce)
    if (events.length > 0) yield { text: eventLines(events, format), events: events.length }
    if (events.length < atOnce) return
    after = events.at(-1)?.sequence ?? null
  }
}

/** Events as whole lines of a file, without the heads of columns. */
const eventLines = (events: readonly ChainedEvent[], format: ExportFormat): string =>
  format === 'csv'
    ? csvLines(events.map((event) => valuesOf(eventRecord(event))))
    : events.map((event) => `${canonicalJson(eventRecord(event))}\n`).join('')

/** A whole CSV file of these events. */
export const eventsCsv = (events: readonly ChainedEvent[]): string =>
  csvLines([columns]) + eventLines(events, 'csv')

/** An event under the names of its columns in the database, as its hash is taken over them. */
export const eventRecord = (event: ChainedEvent) => ({
  sequence: event.sequence,
  at: event.at,
  authority_id: event.authorityId,
  actor_role: event.actorRole,
  actor_name: event.actorName,
  action: event.action,
  subject: event.subject,
  details: event.details,
  previous_hash: event.previousHash,
  hash: event.hash,
})

const columns: readonly (keyof ReturnType<typeof eventRecord>)[] = [
  'sequence',
  'at',
  'authority_id',
  'actor_role',
  'actor_name',
  'action',
  'subject',
  'details',
  'previous_hash',
  'hash',
]

const valuesOf = (record: ReturnType<typeof eventRecord>): string[] =>
  columns.map((column) => (column === 'details' ? canonicalJson(record.details) : String(record[column])))

// A spreadsheet runs a cell that begins like a formula: an apostrophe before it makes it words.
const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    { record_delimiter: 'windows', escape_formulas: true },
  )
