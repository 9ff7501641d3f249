import ICAL from 'ical.js'
import type { FeedEvent } from '#src/calendar/icalendar.ts'

/** Reads an iCalendar stream by ical.js, the reader of Thunderbird: not by what wrote it. */
export function readICalendar(stream: string): { name: string; events: FeedEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(stream))
  if (calendar.name !== 'vcalendar') throw new Error(`The stream is a ${calendar.name}.`)
  const events = calendar.getAllSubcomponents('vevent').map(eventOf)
  if (new Set(events.map(({ uid }) => uid)).size !== events.length)
    throw new Error('Two events have one UID.')
  // ical.js does not know NAME of RFC 7986, a text, and gives it as it stands.
  const name = String(calendar.getFirstPropertyValue('name')).replace(/\\([\\;,])/g, '$1')
  return { name, events }
}

function eventOf(component: ICAL.Component): FeedEvent {
  const event = new ICAL.Event(component)
  if (!event.startDate.isDate || !event.endDate.isDate) throw new Error('An event is not of whole days.')
  if (event.endDate.compare(event.startDate) <= 0) throw new Error('An event ends before it begins.')
  const url = component.getFirstPropertyValue('url')
  return {
    uid: event.uid,
    sequence: event.sequence,
    changedAt: String(component.getFirstPropertyValue('dtstamp')),
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    summary: event.summary,
    description: event.description ?? '',
    categories: component.getAllProperties('categories').flatMap((each) => each.getValues().map(String)),
    url: url === null ? null : String(url),
  }
}
