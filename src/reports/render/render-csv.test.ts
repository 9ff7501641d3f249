import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { csvMetadata, renderCsv } from './render-csv.ts'
import { smallReport } from './testing/small-report.ts'

const text = (words: string): Cell => ({ kind: 'text', text: words })
const number = (printed: string, value: string | null = '0'): Cell => ({
  kind: 'number',
  text: printed,
  value,
  source: null,
})
const body = (...cells: readonly Cell[]): Row => ({ role: 'body', cells })
const tableOf = (labels: readonly string[], ...rows: readonly Row[]): Table => ({
  name: 'sample',
  caption: 'Sample',
  columns: labels.map((label, index) => ({ key: `c${index}`, label, align: 'left', weight: 1 })),
  rows,
  notes: [],
})

test('lines end as RFC 4180 says and quotes are doubled', () => {
  assert.equal(
    renderCsv(tableOf(['Name', 'Note'], body(text('a, b'), text('say "x"\nthen')))),
    'Name,Note\r\n"a, b","say ""x""\nthen"\r\n',
  )
})

test('words that begin like a formula are kept from being one, and numbers are left alone', () => {
  const words = ['=1+1', '+SUM(A1)', '-cmd', '@x', '\tx', '\rx', '-12', '+1,234.5', '-3%', 'a=b']
  const [, ...records] = parse(
    renderCsv(tableOf(['=Name'], ...words.map((word) => body(text(word))))),
  ) as string[][]
  assert.deepEqual(records.flat(), [
    "'=1+1",
    "'+SUM(A1)",
    "'-cmd",
    "'@x",
    "'\tx",
    "'\rx",
    '-12',
    '+1,234.5',
    '-3%',
    'a=b',
  ])
  assert.match(renderCsv(tableOf(['=Name'])), /^'=Name/)
})

test('a unit all numbers of a column share is said once, in its title', () => {
  const csv = renderCsv(
    tableOf(
      ['Service', 'Forecast'],
      body(text('A'), number('£1,234.500m')),
      body(text('B'), number('−£0.250m')),
    ),
  )
  assert.equal(csv, 'Service,Forecast (£m)\r\nA,1234.500\r\nB,-0.250\r\n')
})

test('a column of unlike units keeps what is printed', () => {
  const csv = renderCsv(
    tableOf(['Latest'], body(number('12.5%')), body(number('1,204')), body(number('2 in 10'))),
  )
  assert.equal(csv, 'Latest\r\n12.5%\r\n"1,204"\r\n2 in 10\r\n')
})

test('a missing number is said in words, and the metadata says those words are no number', () => {
  const table = tableOf(['Latest'], body(number('1,204')), body(number('not yet due', null)))
  assert.equal(renderCsv(table), 'Latest\r\n1204\r\nnot yet due\r\n')
  assert.deepEqual(Object(csvMetadata(table, smallReport())).tableSchema.columns, [
    { name: 'c0', titles: 'Latest', datatype: 'decimal', null: ['', 'not yet due'] },
  ])
})

test('the name of a group stands beside each of its rows', () => {
  const group: Row = { role: 'group', cells: [text('Place'), text('')] }
  assert.equal(
    renderCsv(tableOf(['Measure', 'Value'], group, body(text('Recycling'), number('35.4')))),
    'Group,Measure,Value\r\nPlace,Recycling,35.4\r\n',
  )
})

test('a table with no rows is its header', () => {
  assert.equal(renderCsv(tableOf(['A', 'B'])), 'A,B\r\n')
})

test('whatever people write is read back as written, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (word) => {
      const [, [read] = []] = parse(renderCsv(tableOf(['A', 'B'], body(text(word), text('b'))))) as string[][]
      assert.ok(read === word || read === `'${word}`)
    }),
  )
})
