import { sql } from 'kysely'
import { parseDay } from './parse-day.ts'

/** Which events are asked for; null leaves a question open. Days are London's, both included. */
export type EventFilter = {
  readonly from: string | null
  readonly to: string | null
  readonly role: string | null
  readonly action: string | null
  /** Words that the subject holds, in any case. */
  readonly subject: string | null
}

export const everyEvent: EventFilter = { from: null, to: null, role: null, action: null, subject: null }

export type ParsedFilter = { readonly filter: EventFilter; readonly problems: readonly string[] }

/** Reads what was typed into a form or on the command line. A day that is none is a problem, and is not left out silently. */
export function parseFilter(typed: (name: keyof EventFilter) => string | null | undefined): ParsedFilter {
  // PostgreSQL has no text with a NUL in it, and would fail rather than find nothing.
  const asked = (name: keyof EventFilter) => typed(name)?.replaceAll('\0', '').trim() || null
  const days = (['from', 'to'] as const).map((name) => {
    const text = asked(name)
    return text === null ? null : parseDay(name, text)
  })
  const [from, to] = days
  const problems = days.flatMap((day) => (day && !day.ok ? day.problem : []))
  const filter: EventFilter = {
    from: from?.ok ? from.value : null,
    to: to?.ok ? to.value : null,
    role: asked('role'),
    action: asked('action'),
    subject: asked('subject'),
  }
  return { filter, problems }
}

/** The filter as a condition on rows of `event`. */
export function eventCondition({ from, to, role, action, subject }: EventFilter) {
  const conditions = [
    ...(from === null ? [] : [sql`at >= ${startOfDay(from)}`]),
    ...(to === null ? [] : [sql`at < ${startOfDay(nextDay(to))}`]),
    ...(role === null ? [] : [sql`actor_role = ${role}`]),
    ...(action === null ? [] : [sql`action = ${action}`]),
    ...(subject === null ? [] : [sql`strpos(lower(subject), lower(${subject})) > 0`]),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const startOfDay = (day: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').toInstant().toString()
