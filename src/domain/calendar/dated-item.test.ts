import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../access/roles.ts'
import { financialQuarter, moment, month, type Period } from '../period.ts'
import type { Cadence } from './calendar-rule.ts'
import { type DatedItem, dueDay, inOrder, isWanted, nextOf } from './dated-item.ts'

const item = (title: string, when: Period, more: Partial<DatedItem> = {}): DatedItem => ({
  key: title,
  kind: 'planning',
  title,
  when,
  about: null,
  roles: ['leader'],
  forum: null,
  detail: null,
  note: null,
  href: null,
  source: null,
  cadence: null,
  revision: 0,
  changedAt: '2025-01-01T00:00:00.000000Z',
  illustrative: false,
  ...more,
})

test('what is some time in a period is due by its last working day, and a day is that day', () => {
  assert.equal(dueDay(item('x', month(2025, 8))), '2025-08-29')
  assert.equal(dueDay(item('x', month(2025, 12))), '2025-12-31')
  assert.equal(dueDay(item('x', financialQuarter(2024, 4))), '2025-03-31')
  assert.equal(dueDay(item('x', moment('2025-08-31'))), '2025-08-31')
})

test('a date is wanted by kind and by any of the roles', () => {
  const one = item('x', month(2025, 8), { roles: ['leader', 'scrutiny'] })
  const cases: [readonly Role[] | null, DatedItem['kind'] | null, boolean][] = [
    [null, null, true],
    [['scrutiny', 'frontline'], null, true],
    [['frontline'], null, false],
    [[], null, false],
    [null, 'planning', true],
    [['leader'], 'risk', false],
  ]
  for (const [roles, kind, wanted] of cases) assert.equal(isWanted(one, { roles, kind }), wanted)
})

test('the next dates are the soonest due of these roles, without what comes every week or month', () => {
  const every = (cadence: Cadence) => item(cadence, month(2025, 8), { cadence })
  const items = [
    item('September', month(2025, 9)),
    item('August', month(2025, 8)),
    item('today', moment('2025-08-01')),
    item('yesterday', moment('2025-07-31')),
    item('another’s', moment('2025-08-02'), { roles: ['scrutiny'] }),
    every('weekly'),
    every('monthly'),
    every('quarterly'),
  ]
  const next = (count: number) =>
    nextOf(items, { roles: ['leader'], today: '2025-08-01', count }).map(({ title }) => title)
  assert.deepEqual(next(5), ['today', 'August', 'quarterly', 'September'])
  assert.deepEqual(next(2), ['today', 'August'])
})

test('dates stand in the order in which they begin, a year before its first month', () => {
  const year = item('year', { start: '2025-04-01', end: '2026-04-01', granularity: 'financial-year' })
  const all = [item('May', month(2025, 5)), item('April', month(2025, 4)), year]
  assert.deepEqual(
    inOrder(all).map(({ title }) => title),
    ['year', 'April', 'May'],
  )
})
