import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { periodText } from '../period-text.ts'
import { calendarEvents, isDated } from './calendar-events.ts'
import { cadences, coverings, type KeptRule } from './calendar-rule.ts'
import type { DatedItem } from './dated-item.ts'

const rule = (some: Partial<KeptRule>): KeptRule => ({
  code: 'x',
  kind: 'planning',
  revision: 0,
  changedAt: '2025-01-01T00:00:00.000000Z',
  title: 'Something',
  detail: null,
  cadence: null,
  often: null,
  firstMonth: null,
  lastMonth: null,
  cycleStart: null,
  covers: null,
  forum: null,
  roles: [],
  source: 'p. 1',
  note: null,
  ...some,
})
const year = { start: '2025-04-01', end: '2026-04-01' }
const times = (some: Partial<KeptRule>, window = year) =>
  calendarEvents([rule(some)], window).map(({ when }) => `${when.start} ${when.end}`)
const about = ({ about }: DatedItem) => (about === null ? null : periodText(about))

test('what comes round each year in a month is some time in that month, and about the period it names', () => {
  const april = { cadence: 'annual', firstMonth: 4, lastMonth: 4 } as const
  assert.deepEqual(times(april), ['2025-04-01 2025-05-01'])
  const planned = [
    [{ ...april, covers: 'previous-q4' }, '2024/25 Q4'],
    [{ ...april, firstMonth: 6, lastMonth: 6, covers: 'previous-year' }, '2024/25'],
    [{ ...april, firstMonth: 7, lastMonth: 7, covers: 'q1' }, '2025/26 Q1'],
    [{ ...april, firstMonth: 10, lastMonth: 10, covers: 'q2' }, '2025/26 Q2'],
    [{ ...april, firstMonth: 1, lastMonth: 1, covers: 'q3' }, '2025/26 Q3'],
    [{ ...april, firstMonth: 2, lastMonth: 2, covers: 'next-year' }, '2026/27'],
  ] as const
  for (const [some, period] of planned)
    assert.deepEqual(calendarEvents([rule(some)], year).map(about), [period])
})

test('from September to January is one event over the turn of the year, also for a window that begins within it', () => {
  const span = { cadence: 'annual', firstMonth: 9, lastMonth: 1 } as const
  assert.deepEqual(times(span), ['2025-09-01 2026-02-01'])
  assert.deepEqual(times(span, { start: '2026-01-01', end: '2026-08-01' }), ['2025-09-01 2026-02-01'])
})

test('a year whose month is not said is the financial year', () => {
  assert.deepEqual(times({ cadence: 'annual' }), ['2025-04-01 2026-04-01'])
})

test('quarters are those of the financial year, months those of the calendar, weeks begin on Monday', () => {
  assert.deepEqual(times({ cadence: 'quarterly' }).length, 4)
  assert.equal(times({ cadence: 'quarterly' })[3], '2026-01-01 2026-04-01')
  assert.equal(times({ cadence: 'monthly' }).length, 12)
  const weeks = times({ cadence: 'weekly' })
  assert.equal(weeks[0], '2025-03-31 2025-04-07')
  assert.equal(weeks.length, 53)
})

test('monthly from July is July to March, and not April to June', () => {
  const months = times({ cadence: 'monthly', firstMonth: 7, lastMonth: 3 })
  assert.equal(months.length, 9)
  assert.deepEqual([months[0], months.at(-1)], ['2025-07-01 2025-08-01', '2026-03-01 2026-04-01'])
})

test('a cycle of four years goes on from the year it is known to have begun in', () => {
  const cycle = { cadence: 'four-yearly', cycleStart: 2023 } as const
  assert.deepEqual(times(cycle), ['2023-04-01 2027-04-01'])
  assert.deepEqual(times(cycle, { start: '2026-06-01', end: '2027-06-01' }), [
    '2023-04-01 2027-04-01',
    '2027-04-01 2031-04-01',
  ])
  assert.deepEqual(times({ ...cycle, lastMonth: 3 }, { start: '2020-01-01', end: '2028-01-01' }), [
    '2023-03-31 2023-04-01',
    '2027-03-31 2027-04-01',
  ])
})

test('a date keeps its name when its rule is corrected to another month', () => {
  const keys = (some: Partial<KeptRule>) => calendarEvents([rule(some)], year).map(({ key }) => key)
  const january = { cadence: 'annual', firstMonth: 1, lastMonth: 1 } as const
  assert.deepEqual(keys(january), ['x-2025-26'])
  assert.deepEqual(keys({ ...january, firstMonth: 2, lastMonth: 3 }), keys(january))
})

test('what the source leaves open gets no date', () => {
  assert.deepEqual(times({ cadence: null, often: 'regular' }), [])
  assert.deepEqual(times({ cadence: 'four-yearly' }), [])
  assert.equal(isDated(rule({ cadence: 'four-yearly' })), false)
})

test('whatever the rules, events touch the window, are in order, and a longer window leaves none of them out', () => {
  const monthNumber = fc.integer({ min: 1, max: 12 })
  const anyRule = fc
    .record({
      cadence: fc.constantFrom(null, ...(Object.keys(cadences) as (keyof typeof cadences)[])),
      months: fc.option(fc.tuple(monthNumber, monthNumber)),
      cycleStart: fc.option(fc.integer({ min: 2000, max: 2040 })),
      covers: fc.constantFrom(null, ...(Object.keys(coverings) as (keyof typeof coverings)[])),
    })
    .map(({ months, ...rest }) =>
      rule({ ...rest, firstMonth: months?.[0] ?? null, lastMonth: months?.[1] ?? null }),
    )
  const day = fc
    .integer({ min: 0, max: 12_000 })
    .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 5 }),
      day,
      fc.integer({ min: 1, max: 800 }),
      (rules, from, days) => {
        const window = { start: from.toString(), end: from.add({ days }).toString() }
        const named = rules.map((each, index) => ({ ...each, code: `rule-${index}` }))
        const events = calendarEvents(named, window)
        const keyOf = ({ key, when }: DatedItem) => `${key} ${when.start} ${when.end}`
        assert.equal(new Set(events.map(({ key }) => key)).size, events.length)
        events.forEach(({ when }, index) => {
          assert.ok(when.start < window.end && when.end > window.start)
          assert.ok(index === 0 || (events[index - 1]?.when.start ?? '') <= when.start)
        })
        const wider = {
          start: from.subtract({ days: 200 }).toString(),
          end: from.add({ days: days + 200 }).toString(),
        }
        const all = new Set(calendarEvents(named, wider).map(keyOf))
        for (const event of events) assert.ok(all.has(keyOf(event)), keyOf(event))
      },
    ),
    { numRuns: 60 },
  )
})
