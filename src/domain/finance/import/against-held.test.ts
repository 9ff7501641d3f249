import assert from 'node:assert/strict'
import { test } from 'node:test'
import { againstHeld, type HeldLine, type Position } from './against-held.ts'
import type { ServiceLine } from './revenue-lines.ts'

const million = 100_000_000n
const line = (service: string, budget: bigint, forecast: bigint, row = 2): ServiceLine => ({
  service,
  name: service,
  budget,
  forecast,
  rows: [{ sheet: '', row, cell: () => '', name: service, group: '', amounts: new Map() }],
})
const held = (month: string, service: string, budget: bigint, forecast: bigint): HeldLine => ({
  month,
  service,
  name: service,
  budget,
  forecast,
})
const compared = (
  lines: readonly ServiceLine[],
  before: readonly HeldLine[],
  more: Partial<Position> = {},
) => {
  const found = againstHeld({
    financialYear: '2024-25',
    month: '2024-07',
    unit: 'millions',
    lines,
    held: before,
    virements: () => 0n,
    ...more,
  })
  return {
    ...found,
    asks: found.questions.map(({ message }) => message),
    wrong: found.problems.map(({ message }) => message),
  }
}
const may = [
  held('2024-06', 'adults', 100n * million, 110n * million),
  held('2024-06', 'parks', 5n * million, 5n * million),
]

test('the same budgets as the month before are taken without a question', () => {
  const { asks, wrong, added } = compared(
    [line('adults', 100n * million, 112n * million), line('parks', 5n * million, 5n * million)],
    may,
  )
  assert.deepEqual([asks, wrong, added], [[], [], 2])
})

test('a year with two budgets is asked about, unless approved virements moved just that', () => {
  const lines = [line('adults', 103n * million, 112n * million), line('parks', 5n * million, 5n * million)]
  const { asks, otherBudgets } = compared(lines, may)
  assert.deepEqual(asks, [
    'The year would have two budgets: adults is held with £100.000m for 2024/25 (June 2024), and the file has £103.000m, £3.000m more. Record the virement that moved it, or say why.',
  ])
  assert.deepEqual([...otherBudgets], ['adults'])
  const moved = (service: string, after: string, until: string) =>
    service === 'adults' && after === '2024-06' && until === '2024-07' ? 3n * million : 0n
  assert.deepEqual(compared(lines, may, { virements: moved }).asks, [])
  const partly = compared(lines, may, { virements: () => million })
  assert.match(partly.asks[0] ?? '', /£2\.000m more\. Approved virements of £1\.000m do not account for it/)
})

test('a month that is held stays as it is: the same is left alone, anything else is refused with both figures', () => {
  const lines = [line('adults', 100n * million, 110n * million), line('parks', 5n * million, 6n * million)]
  const { wrong, unchanged, changed } = compared(lines, may, { month: '2024-06' })
  assert.equal(unchanged, 1)
  assert.deepEqual(
    changed.map(({ service }) => service),
    ['parks'],
  )
  assert.match(
    wrong.join(),
    /parks is held for June 2024 with another forecast: £5\.000m, and the file makes it £6\.000m\. A recorded month is not overwritten/,
  )
})

test('budgets a thousand times what is held are asked about: all of them once, some of them with their rows', () => {
  const all = compared([line('adults', 100_000n * million, 0n), line('parks', 5_000n * million, 0n)], may)
  assert.equal(all.asks.length, 1)
  assert.match(
    all.asks[0] ?? '',
    /^Every budget of the file is about 1,000 times what is held.*Is the unit right\?/,
  )
  const one = compared([line('adults', 100n * million, 0n), line('parks', 500n, 0n, 7)], may)
  assert.match(
    one.asks[0] ?? '',
    /^The budget of parks is about 1,000,000 times smaller than what is held.*\(row 7\)/,
  )
})

test('a service of the month before that the file lacks is asked about', () => {
  const { asks } = compared([line('adults', 100n * million, 110n * million)], may)
  assert.match(asks[0] ?? '', /The file has no line for parks, which is held for June 2024/)
})
