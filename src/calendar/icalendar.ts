import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'

/** One thing of an iCalendar feed: whole days, the last of them not included. */
export type FeedEvent = {
  readonly uid: string
  /** How often it was changed, and when last, in UTC. */
  readonly sequence: number
  readonly changedAt: string
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  readonly url: string | null
}

/**
 * A calendar as RFC 5545 has it, with the name and the interval of asking again of RFC 7986. The same events are always
 * the same bytes. Nobody is busy because of them: they say when something is due, not when somebody meets.
 */
export function iCalendar({ name, events }: { name: string; events: readonly FeedEvent[] }): string {
  const calendar = ical({
    // The package escapes what an event says, and not the calendar's own name.
    name: escaped(name),
    prodId: { company: 'Golden Thread', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    scale: 'gregorian',
    ttl: 24 * 60 * 60,
  })
  for (const event of events) {
    const changed = Temporal.Instant.from(event.changedAt)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: changed,
      lastModified: changed,
      start: Temporal.PlainDate.from(event.start),
      end: Temporal.PlainDate.from(event.end),
      allDay: true,
      summary: withoutControls(event.summary),
      description: event.description === '' ? null : withoutControls(event.description),
      categories: event.categories.map((category) => ({ name: withoutControls(category) })),
      url: event.url,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  // RFC 5545 ends every line, and the package leaves the last one open.
  return `${calendar.toString()}\r\n`
}

/** RFC 5545 has no place for control characters; a feed with one in it is refused whole by some programs. */
const withoutControls = (words: string): string =>
  Array.from(words.replace(/\r\n?/g, '\n'), (each) =>
    (each < ' ' && each !== '\n') || each === '\u007f' ? ' ' : each,
  ).join('')

const escaped = (words: string): string =>
  withoutControls(words)
    .replaceAll('\n', ' ')
    .replace(/[\\;,]/g, '\\$&')
