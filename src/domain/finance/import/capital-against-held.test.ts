import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capitalAgainstHeld, type HeldBudget } from './capital-against-held.ts'
import type { SchemeLine } from './capital-lines.ts'

const line = (title: string, budget: SchemeLine['budget'], row = 2): SchemeLine => ({
  code: '',
  title,
  service: 'parks',
  budget,
  rows: [{ sheet: '', row, cell: () => '', name: title, group: '', amounts: new Map() }],
})
const schemes = ['Pier', 'Bandstand'].map((title) => ({ code: title.toLowerCase(), title, service: 'parks' }))
const held = (programme: string, scheme: string, year: string, amount: bigint): HeldBudget => ({
  programme,
  scheme,
  year,
  amount,
})
const july = [
  held('2024-07', 'pier', '2024-25', 40_000_00n),
  held('2024-07', 'pier', '2025-26', 10_000_00n),
  held('2024-07', 'bandstand', '2024-25', 5_000_00n),
]
const compared = (lines: readonly SchemeLine[], programme = '2024-07') =>
  capitalAgainstHeld({ programme, unit: 'pounds', lines, schemes, budgets: july })

test('what a meeting saw is not overwritten: another budget is refused with both figures, a further year is new', () => {
  const { problems, added, unchanged } = compared([
    line('Pier', { '2024-25': 40_000_00n, '2025-26': 12_000_00n }),
    line('Bandstand', { '2024-25': 5_000_00n, '2025-26': 1_000_00n }, 3),
  ])
  assert.equal(problems.length, 1)
  assert.match(
    problems[0]?.message ?? '',
    /Pier is held with £10,000 for 2025\/26 in this programme, and the file has £12,000\. What a meeting saw is not overwritten/,
  )
  assert.deepEqual([added, unchanged], [1, 0])
})

test('the same schemes in the programme of another meeting are new to it, with whatever budget they have there', () => {
  const lines = [line('Pier', { '2024-25': 41_000_00n }), line('Bandstand', { '2024-25': 5_000_00n }, 3)]
  const { problems, questions, added, unchanged } = compared(lines, '2024-10')
  assert.deepEqual([problems, questions, added, unchanged], [[], [], 2, 0])
})

test('a scheme that the file lacks, and one that nobody knows, are asked about', () => {
  const { problems, questions, known } = compared([line('Peer', { '2024-25': 40_000_00n })])
  assert.deepEqual(problems, [])
  assert.match(
    questions.map(({ message }) => message).join(' '),
    /‘Peer’ is not among .* Is Pier meant\?.*lacks schemes/,
  )
  assert.deepEqual(
    known.map(({ code, isNew }) => [code, isNew]),
    [['peer', true]],
  )
})
