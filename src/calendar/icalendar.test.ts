import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readICalendar } from '#test/support/read-icalendar.ts'
import { type FeedEvent, iCalendar } from './icalendar.ts'

const event: FeedEvent = {
  uid: 'planning-1-2025-26@smallton.golden-thread.invalid',
  sequence: 2,
  changedAt: '2025-04-01T09:30:00.123456Z',
  start: '2025-03-30',
  end: '2025-03-31',
  summary: 'Quarter 4 Performance Report (2024/25 Q4)',
  description: 'Source: App B, Strategic Planning Cycle; p. 1\nC:\\x',
  categories: ['Leader', 'One, two'],
  url: 'https://performance.example.gov.uk/calendar',
}

test('a reader gets back what was put in: the words, the whole day, the number of the change', () => {
  const { name, events } = readICalendar(
    iCalendar({ name: 'Smallton: dates, all; of\\them', events: [event] }),
  )
  assert.equal(name, 'Smallton: dates, all; of\\them')
  const [read] = events
  assert.deepEqual(read, { ...event, changedAt: '2025-04-01T09:30:00Z' })
})

test('a day is that day wherever the calendar is read, also on the night the clocks go forward', () => {
  const stream = iCalendar({ name: 'x', events: [event] })
  assert.match(stream, /\r\nDTSTART;VALUE=DATE:20250330\r\nDTEND;VALUE=DATE:20250331\r\n/)
  assert.doesNotMatch(stream, /TZID|VTIMEZONE/)
})

test('whatever the words, lines are at most 75 bytes and a reader gets the words back', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((each) => each.replace(/\p{Cc}/gu, '\n'))
  const some = fc
    .record({
      summary: words.filter((each) => each !== ''),
      description: words,
      categories: fc.array(
        words.filter((each) => each !== ''),
        { maxLength: 3 },
      ),
    })
    .map((each) => ({ ...each }))
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 4 }),
      words.filter((each) => each !== ''),
      (all, name) => {
        const events = all.map((each, index) => ({ ...event, ...each, uid: `${index}` }))
        const stream = iCalendar({ name, events })
        for (const line of stream.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
        const read = readICalendar(stream)
        assert.equal(read.name, name.replaceAll('\n', ' '))
        assert.deepEqual(
          read.events.map(({ summary, description, categories }) => ({ summary, description, categories })),
          all,
        )
      },
    ),
  )
})

test('a control character becomes a space, for RFC 5545 has no place for it', () => {
  const odd = { ...event, summary: 'a\u0007b\tc\r\nd\u007f', description: 'a\u0000b' }
  const [read] = readICalendar(iCalendar({ name: 'x', events: [odd] })).events
  assert.equal(read?.summary, 'a b c\nd ')
  assert.equal(read?.description, 'a b')
})

test('the same events are the same bytes, with every line ended', () => {
  const stream = iCalendar({ name: 'x', events: [event] })
  assert.equal(stream, iCalendar({ name: 'x', events: [event] }))
  assert.ok(stream.endsWith('END:VCALENDAR\r\n'))
  assert.deepEqual(stream.match(/\r(?!\n)|(?<!\r)\n/g), null)
})
