import { type RawBuilder, sql } from 'kysely'
import { englishDay } from '../domain/english-day.ts'

/**
 * What counts as known: an ISO day takes in all that had been recorded by its end, an instant what had been recorded
 * before it, null everything.
 */
export type KnownBy = string | null

/** The day in England as at which something is told that was known by then. */
export const dayKnown = (knownBy: string): string => (isInstant(knownBy) ? englishDay(knownBy) : knownBy)

/** Whether the row was known by then. `column` says when it was recorded. */
export const knownUntil = (column: string, knownBy: KnownBy): RawBuilder<boolean> =>
  knownBy === null ? sql`true` : sql`${sql.ref(column)} < ${instantOf(knownBy)}::timestamptz`

/** Days begin and end as people in England count them. */
const instantOf = (knownBy: string): string =>
  isInstant(knownBy)
    ? knownBy
    : Temporal.PlainDate.from(knownBy)
        .add({ days: 1 })
        .toZonedDateTime('Europe/London')
        .toInstant()
        .toString()

const isInstant = (knownBy: string): boolean => knownBy.includes(':')
