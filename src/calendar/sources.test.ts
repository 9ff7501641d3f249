import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarRules as seftonRules } from '#src/demo/sefton/calendar.ts'
import { moment } from '#src/domain/period.ts'
import { readICalendar } from '#test/support/read-icalendar.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { recordCalendarRules } from './commands.ts'
import { feedText } from './feed.ts'
import { type DatedSource, datedItems, nextDates } from './sources.ts'

/** What the reporting cycle of a quarter would hand over. */
const deadline =
  (day: string, revision: number): DatedSource =>
  async () => [
    {
      key: 'cycle-2025-26-q1-sign-off',
      kind: 'reporting',
      title: 'Sign off figures',
      when: moment(day),
      about: null,
      roles: ['assistant-director'],
      forum: null,
      detail: null,
      note: null,
      href: '/cycles/2025-26-q1',
      source: null,
      cadence: null,
      revision,
      changedAt: '2025-07-01T08:00:00.000000Z',
      illustrative: true,
    },
  ]

const window = { start: '2025-07-01', end: '2025-08-01' }

test('what a later feature hands over stands among the dates of the rules, in order', async (t) => {
  const { database, keeper, as, reading } = await smallCouncil(t)
  await recordCalendarRules(database.db, keeper, seftonRules())
  const items = await reading((db) => datedItems(db, as('councillor'), window, [deadline('2025-07-18', 0)]))
  assert.ok(items.length > 10)
  assert.equal(items.filter(({ title }) => title === 'Sign off figures').length, 1)
  const starts = items.map(({ when }) => when.start)
  assert.deepEqual(starts, starts.toSorted())
})

test('a moved date keeps its name in other calendars and has a higher number; it leads back to its page', async (t) => {
  const { as, reading } = await smallCouncil(t)
  const read = async (source: DatedSource) => {
    const items = await reading((db) => datedItems(db, as('councillor'), window, [source]))
    const authority = { shortName: 'Smallton', slug: 'smallton' }
    const stream = feedText({ items, authority, whose: null, publicUrl: 'https://gt.smallton.example' })
    const [event] = readICalendar(stream).events
    return event ?? assert.fail('no event')
  }
  const [before, now] = [await read(deadline('2025-07-18', 0)), await read(deadline('2025-07-21', 1))]
  assert.equal(before.uid, now.uid)
  assert.deepEqual([before.start, before.sequence], ['2025-07-18', 0])
  assert.deepEqual([now.start, now.sequence], ['2025-07-21', 1])
  assert.equal(now.url, 'https://gt.smallton.example/cycles/2025-26-q1')
  assert.match(now.description, /Illustrative/)
})

test('somebody’s next dates are of every role they hold, soonest first, and no more than asked for', async (t) => {
  const { database, keeper, as, reading } = await smallCouncil(t)
  await recordCalendarRules(database.db, keeper, seftonRules())
  const sources = [deadline('2025-07-18', 0)]
  const next = (role: 'assistant-director' | 'frontline', count?: number) =>
    reading((db) =>
      nextDates(db, as(role), { sources, today: '2025-07-10', ...(count === undefined ? {} : { count }) }),
    )
  const all = await next('assistant-director')
  assert.equal(all.length, 5)
  assert.equal(all[0]?.title, 'Sign off figures')
  assert.ok(all.every(({ roles }) => roles.includes('assistant-director')))
  assert.equal((await next('assistant-director', 2)).length, 2)
  // Frontline staff have team meetings and one to ones, which come every month and need no telling.
  assert.deepEqual(await next('frontline'), [])
})
