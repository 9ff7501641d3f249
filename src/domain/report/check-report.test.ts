import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Report, Table } from './blocks.ts'
import { checkReport, reportProblems } from './check-report.ts'

const reportOf = (...blocks: readonly Block[]): Report => ({
  kind: 'cpor',
  title: 'Report',
  subtitle: '',
  council: 'Sefton Council',
  period: '2024/25 Q1',
  language: 'en-GB',
  blocks,
})
const heading = (level: 1 | 2 | 3, id: string): Block => ({
  kind: 'heading',
  level,
  id,
  text: `Heading ${id}`,
})
const table = (changes: Partial<Table> = {}): Block => ({
  kind: 'table',
  table: {
    name: 'revenue',
    caption: 'Revenue',
    columns: [{ key: 'service', label: 'Service', align: 'left', weight: 1 }],
    rows: [],
    notes: [],
    ...changes,
  },
})
const problemsOf = (...blocks: readonly Block[]) => reportProblems(reportOf(...blocks))

test('a sound report, and one with nothing in it, have no problems', () => {
  assert.deepEqual(problemsOf(), [])
  assert.deepEqual(
    problemsOf(heading(1, 'a'), heading(2, 'b'), heading(3, 'c'), heading(1, 'd'), table()),
    [],
  )
})

test('heading levels do not jump and ids are not shared', () => {
  assert.deepEqual(problemsOf(heading(1, 'a'), heading(3, 'a')), [
    'heading id ‘a’ is used twice',
    'heading ‘Heading a’ jumps from level 1 to 3',
  ])
})

test('table names become file names, so they are plain and not shared', () => {
  assert.deepEqual(problemsOf(table(), table(), table({ name: '../secret' })), [
    'table name ‘../secret’ is not plain lower case with hyphens',
    'table name ‘revenue’ is used twice',
  ])
})

test('every row is as long as the columns', () => {
  const row = { role: 'body', cells: [] } as const
  assert.deepEqual(problemsOf(table({ rows: [row] })), ['row 1 of table ‘revenue’ has 0 cells for 1 columns'])
})

test('a value that is not an exact decimal is found where it stands', () => {
  const figure = { kind: 'figure', text: '£1.2m', value: '1.2e6', source: 'ledger' } as const
  assert.deepEqual(problemsOf({ kind: 'paragraph', text: ['Spent ', figure] }), [
    'the value ‘1.2e6’ in Start, paragraph 1 is not an exact decimal',
  ])
})

test('a report with mistakes is not drawn, and all of them are named', () => {
  assert.throws(
    () => checkReport(reportOf(heading(2, 'A b'), table({ columns: [] }))),
    /cannot be drawn: .*‘A b’ is not plain.*jumps from level 0 to 2.*has no columns/,
  )
})
