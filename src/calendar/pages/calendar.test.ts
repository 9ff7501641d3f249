import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { inAuthority } from '#src/db/transaction.ts'
import { sefton } from '#src/demo/sefton/load.ts'
import { seftonApp } from '#test/support/app.ts'
import { readICalendar } from '#test/support/read-icalendar.ts'
import { seftonActor } from '#test/support/sefton.ts'
import { feedText } from '../feed.ts'
import { calendarRules } from '../queries.ts'
import { datedItems } from '../sources.ts'
import { feedWindow, spanOf } from '../span.ts'
import { askedFor } from './asked-for.ts'
import { calendarView } from './calendar-view.ts'

const { database, get } = await seftonApp({ after })
const reader = seftonActor('councillor')
const rules = await inAuthority(database.db, sefton.id, calendarRules)
const items = (window: { start: string; end: string }) =>
  inAuthority(database.db, sefton.id, (db) => datedItems(db, reader, window, []))

async function view(today: string, asked = '') {
  const query = new URLSearchParams(asked)
  const span = spanOf(query, today)
  const choice = askedFor(query, ['leader'])
  return calendarView({ rules, items: await items(span), today, span, choice, path: '/calendar', query })
}
const feed = async (today: string) =>
  feedText({ items: await items(feedWindow(today)), authority: sefton, whose: null, publicUrl: null })

test('the months begin with this one, and each has what the planning cycle names for it', async () => {
  const { months } = await view('2025-07-24')
  assert.equal(months.length, 12)
  assert.deepEqual(
    [months[0]?.title, months[0]?.quarter, months[0]?.isNow],
    ['July 2025', '2025/26 Q2', true],
  )
  assert.equal(months[11]?.title, 'June 2026')
  const named = months.map(({ title, entries }) => [
    title,
    entries
      .filter(({ kind, about }) => kind === 'item' && about)
      .map(({ title, about }) => `${title}: ${about}`),
  ])
  assert.deepEqual(Object.fromEntries(named), {
    'July 2025': ['Quarter 1 Performance Report: 2025/26 Q1'],
    'August 2025': [],
    'September 2025': [
      'Budget planning: 2026/27',
      'Service plans and operational plans are developed: 2026/27',
    ],
    'October 2025': [
      'Quarter 2 performance report: 2025/26 Q2',
      'Service improvement planning for following year: 2026/27',
    ],
    'November 2025': [],
    'December 2025': [],
    'January 2026': [
      'Quarter 3 performance report: 2025/26 Q3',
      'Sign-off service improvement plans for April: 2026/27',
    ],
    'February 2026': ['Confirmation of New Performance Monitoring and Targets: 2026/27'],
    'March 2026': [],
    'April 2026': ['Quarter 4 Performance Report: 2025/26 Q4'],
    'May 2026': [],
    'June 2026': ['Outturn report for previous financial year: 2025/26'],
  })
})

test('bank holidays and today stand on their days', async () => {
  const days = async (today: string, month: string) =>
    (await view(today)).months
      .find(({ title }) => title === month)
      ?.entries.filter(({ kind }) => kind !== 'item')
      .map(({ when, title }) => `${when}: ${title}`)
  assert.deepEqual(await days('2025-12-25', 'December 2025'), [
    'Thursday 25: Bank holiday: Christmas Day',
    'Thursday 25: Today',
    'Friday 26: Bank holiday: Boxing Day',
  ])
  assert.match(
    (await view('2025-12-25')).lead,
    /Thursday 25 December 2025, not a working day; the next one is 29 December/,
  )
  assert.deepEqual(await days('2025-07-24', 'May 2026'), [
    'Monday 4: Bank holiday: Early May bank holiday',
    'Monday 25: Bank holiday: Spring bank holiday',
  ])
})

test('what was under way when the page begins is shown in its first month', async () => {
  const [first] = (await view('2025-11-22')).months
  const spans = first?.entries.filter(({ kind, when }) => kind === 'item' && when.includes(' to '))
  assert.deepEqual(
    spans?.map(({ when }) => when),
    ['September 2025 to January 2026', 'September 2025 to January 2026', 'October to December 2025'],
  )
})

test('what comes round every week, month and quarter is said once', async () => {
  const { standing } = await view('2025-07-24')
  assert.deepEqual(
    standing.map(({ title, rules }) => [title, rules.length]),
    [
      ['Every week', 5],
      ['Every month', 6],
      ['Every quarter', 11],
    ],
  )
})

test('what the papers leave open is listed as open: no cycle has a year, and regular is no date', async () => {
  const { undated } = await view('2025-07-24')
  const often = Object.fromEntries(undated.map(({ title, often }) => [title, often]))
  assert.equal(often['Risk register'], 'Regular')
  assert.equal(often['Local accounts'], 'How often is not stated')
  assert.match(
    often['Corporate planning cycle runs four years and follows the local political cycle'] ?? '',
    /in which year a cycle began is not stated/,
  )
})

test('a role sees what names it, and is told how much names nobody', async () => {
  const titles = (await view('2025-07-24', 'role=leader')).standing.flatMap(({ rules }) =>
    rules.map(({ who }) => who),
  )
  assert.ok(titles.length > 0 && titles.every((who) => who.includes('Leader')))
  const { text } = await get('/calendar?role=leader')
  assert.match(text, /Only Leader: \d+ of the calendar’s \d+ rules\. \d+ rules name no role/)
  assert.equal((await get('/calendar?role=toString')).status, 200)
})

test('the page shows the real day, and its files every event of the twelve months', async () => {
  const { text } = await get('/calendar')
  const { year } = Temporal.Now.plainDateISO('Europe/London')
  assert.match(text, new RegExp(`Today is \\w+ \\d+ \\w+ ${year}, (not )?a working day`))
  const { body } = await get('/calendar.csv')
  const rows: Record<string, string>[] = parse(body, { columns: true })
  assert.ok(rows.length > 350 && rows.every((row) => row['First day'] && row.Source))
})

test('a year is April to March, and a month has its weeks’ and quarter’s monitoring beside its own dates', async () => {
  const year = await view('2025-07-24', 'period=2024-25')
  assert.deepEqual(
    [year.months.length, year.months[0]?.title, year.months[11]?.title],
    [12, 'April 2024', 'March 2025'],
  )
  assert.equal(year.heading, 'Calendar: 2024/25')
  const month = await view('2025-07-24', 'period=2025-10')
  assert.deepEqual(
    month.months.map(({ title }) => title),
    ['October 2025'],
  )
  assert.ok(month.standing.length === 3)
  for (const odd of ['2025-26-q1', '1500-01', '9999-10', 'x'])
    assert.equal((await view('2025-07-24', `period=${odd}`)).heading, 'Calendar', odd)
})

test('dates are filtered by kind, and mine are those of the roles I hold', async () => {
  const shown = async (asked: string) =>
    (await view('2025-07-24', asked)).months.flatMap(({ entries }) =>
      entries.filter(({ kind }) => kind === 'item').map(({ of }) => of),
    )
  assert.deepEqual([...new Set(await shown('kind=budget'))], ['Budget'])
  assert.deepEqual(await shown('role=mine'), await shown('role=leader'))
  assert.ok((await shown('')).length > (await shown('role=mine')).length)
  const risk = await view('2025-07-24', 'kind=risk')
  assert.deepEqual(
    risk.years.map(({ rules }) => rules.map(({ title }) => title)),
    [['Review of strategic and operational risk'], ['Review of strategic and operational risk']],
  )
  assert.deepEqual(
    risk.undated.map(({ title }) => title),
    ['Risk register'],
  )
})

test('the file is a calendar of the dates, with the filters of the page', async () => {
  const { type, body } = await get('/calendar.ics')
  assert.match(type, /^text\/calendar/)
  const { name, events } = readICalendar(body)
  assert.equal(name, 'Sefton: planning and performance')
  const leaders = readICalendar((await get('/calendar.ics?role=leader')).body)
  assert.equal(leaders.name, 'Sefton: planning and performance, Leader')
  assert.ok(leaders.events.length > 0 && leaders.events.length < events.length)
  for (const { categories } of leaders.events) assert.ok(categories.includes('Leader'))
})

test('a date keeps its name from one month to the next, and the file its bytes from day to day', async () => {
  assert.equal(await feed('2025-07-01'), await feed('2025-07-31'))
  const named = async (today: string) =>
    new Map(readICalendar(await feed(today)).events.map(({ uid, summary }) => [uid, summary]))
  const [july, august] = [await named('2025-07-01'), await named('2025-08-01')]
  const both = [...july].filter(([uid]) => august.has(uid))
  assert.ok(both.length > 300)
  for (const [uid, summary] of both) assert.equal(august.get(uid), summary)
})

test('what is due some time in a period is in the file on the last working day for it', async () => {
  const { events } = readICalendar(await feed('2025-07-01'))
  const dayOf = (uid: string) =>
    events.find((event) => event.uid.startsWith(`${uid}@`))?.start ?? assert.fail(uid)
  assert.equal(dayOf('planning-4-2025-26'), '2025-07-31')
  assert.equal(dayOf('local-1-2026-03-30'), '2026-04-02')
  assert.equal(dayOf('local-7-2025-26-q4'), '2026-03-31')
})

test('the calendar is for those who may see it', async () => {
  for (const address of ['/calendar', '/calendar.ics', '/calendar.csv'])
    assert.equal((await get(address, 'resident')).status, 403, address)
})
