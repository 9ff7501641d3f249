import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SheetRow } from './incoming.ts'
import { type TableSettings, tableReader } from './table-reader.ts'

const titles: Record<string, string> = {
  recycling: 'recycling',
  'Household waste recycled': 'recycling',
  waste: 'waste',
}
const settings: TableSettings = {
  sheet: null,
  columns: {},
  fixed: {},
  seriesNamed: (text) => titles[text] ?? null,
}

function read(rows: readonly (readonly string[])[] | readonly SheetRow[], how: Partial<TableSettings> = {}) {
  const reader = tableReader({ ...settings, ...how })
  const sheet = rows.map(
    (row, index): SheetRow => ('cells' in row ? row : { sheet: 'Data', row: index + 1, cells: row }),
  )
  const first = reader.take(sheet)
  const last = reader.end()
  return {
    figures: [...first.observations, ...last.observations].map(
      ({ row, series, area, periodStart, value, numerator, status }) =>
        [row, series, area, periodStart, value, numerator, status]
          .filter((part) => part !== null && part !== 'final')
          .join(' '),
    ),
    problems: [...first.problems, ...last.problems],
    understood: reader.understood(),
    found: reader.found(),
  }
}

test('lines of preamble above the header are passed over', () => {
  const { figures, problems, found } = read([
    ['Recycling by council, 2024/25'],
    ['Source: returns'],
    [],
    ['Measure code', 'GSS code', 'Area', 'Period', 'Value (%)'],
    ['recycling', 'E08000014', 'Sefton', 'Q1 2024/25', '41.7'],
    ['recycling', 'E08000014', 'Sefton', 'Q2 2024/25', '42'],
    ['Note: figures are provisional until the audit.'],
  ])
  assert.deepEqual(problems, [])
  assert.deepEqual(figures, ['5 recycling E08000014 2024-04-01 41.7', '6 recycling E08000014 2024-07-01 42'])
  assert.deepEqual([found?.kind, found?.headerRow, found?.columns.area], ['tidy', 4, 'GSS code'])
})

test('periods across the top', () => {
  const { figures, problems } = read([
    ['Measure', 'Area code', '2022/23', '2023/24', 'Q1 2024/25'],
    ['recycling', 'E08000014', '40.1', '[c]', '41.7'],
    ['recycling', 'E08000015', '38', '', '..'],
  ])
  assert.deepEqual(problems, [])
  assert.deepEqual(figures, [
    '2 recycling E08000014 2022-04-01 40.1',
    '2 recycling E08000014 2023-04-01 suppressed',
    '2 recycling E08000014 2024-04-01 41.7',
    '3 recycling E08000015 2022-04-01 38',
  ])
})

test('measures across the top, by code or title', () => {
  const { figures, problems } = read([
    ['Area code', 'Period', 'Household waste recycled', 'waste'],
    ['E08000014', '2023/24', '41.7%', '1,234'],
  ])
  assert.deepEqual(problems, [])
  assert.deepEqual(figures, ['2 recycling E08000014 2023-04-01 41.7', '2 waste E08000014 2023-04-01 1234'])
})

test('two header rows, the upper one merged over the lower', () => {
  const { figures, problems } = read(
    [
      ['', '2022/23', '', '2023/24', ''],
      ['Area code', 'Value', 'Numerator', 'Value', 'Numerator'],
      ['E08000014', '40', '400', '41', '410'],
    ],
    { fixed: { series: 'recycling' } },
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(figures, [
    '3 recycling E08000014 2022-04-01 40 400',
    '3 recycling E08000014 2023-04-01 41 410',
  ])
})

test('three header rows: a measure over periods over what is given of each', () => {
  const { figures, problems } = read([
    ['Table 1: recycling and waste'],
    ['Area code', 'recycling', '', 'waste', ''],
    ['', '2022/23', '2023/24', '2022/23', '2023/24'],
    ['E08000014', '40', '41', '900', '950'],
  ])
  assert.deepEqual(problems, [])
  assert.deepEqual(figures, [
    '4 recycling E08000014 2022-04-01 40',
    '4 recycling E08000014 2023-04-01 41',
    '4 waste E08000014 2022-04-01 900',
    '4 waste E08000014 2023-04-01 950',
  ])
})

test('a row of figures is not taken for a header because its numbers could be years', () => {
  const rows = [
    ['Wann', 'Wert'],
    ['2019', '2024'],
    ['2020', '2025'],
  ]
  const { figures, problems } = read(rows, { fixed: { series: 'recycling', area: 'E08000014' } })
  assert.deepEqual(figures, [])
  assert.match(problems[0]?.message ?? '', /header row lacks value/)
})

test('a year and a quarter in columns of their own are one period', () => {
  const { figures } = read([
    ['measure_code', 'area_code', 'Financial year', 'Quarter', 'value'],
    ['recycling', 'E08000014', '2024/25', 'Q2', '5'],
    ['recycling', 'E08000014', '2024/25', '3', '6'],
  ])
  assert.deepEqual(figures, ['2 recycling E08000014 2024-07-01 5', '3 recycling E08000014 2024-10-01 6'])
})

test('the unit in a header counts, and is said', () => {
  const { figures, understood } = read([
    ['measure_code', 'area_code', 'period', 'Value (£m)'],
    ['spend', 'E08000014', '2024/25', '1.25'],
  ])
  assert.deepEqual(figures, ['2 spend E08000014 2024-04-01 1250000'])
  assert.match(understood[0]?.message ?? '', /times 1000000/)
})

test('columns go by the names their source gives them', () => {
  const rows = [
    ['Wert', 'Ort', 'Wann', 'Was'],
    ['5', 'E08000014', '2024/25', 'recycling'],
  ]
  assert.equal(read(rows).problems.length, 1)
  const columns = { value: 'Wert', area_code: 'Ort', period: 'wann', series_code: 'Was' }
  assert.deepEqual(read(rows, { columns }).figures, ['2 recycling E08000014 2024-04-01 5'])
})

test('the first sheet that is a table of figures is read, and another that looks like one is named', () => {
  const on = (sheet: string, ...rows: string[][]): SheetRow[] =>
    rows.map((cells, index) => ({ sheet, row: index + 1, cells }))
  const header = ['measure_code', 'area_code', 'period', 'value']
  const rows = [
    ...on('Cover', ['Recycling'], ['Contact: the team']),
    ...on('One', header, ['recycling', 'E08000014', '2024/25', '1']),
    ...on('Two', header, ['recycling', 'E08000014', '2024/25', '2']),
  ]
  const { figures, understood, found } = read(rows)
  assert.deepEqual(figures, ['2 recycling E08000014 2024-04-01 1'])
  assert.equal(found?.sheet, 'One')
  assert.match(understood[0]?.message ?? '', /'Two' looks like figures too and was not read/)
  assert.deepEqual(read(rows, { sheet: 'two' }).figures, ['2 recycling E08000014 2024-04-01 2'])
  assert.match(read(rows, { sheet: 'Three' }).problems[0]?.message ?? '', /no sheet 'Three'/)
})

test('a cell is read alike whether its rows come at once or one by one', () => {
  const rows = Array.from(
    { length: 200 },
    (_, index): SheetRow => ({
      sheet: '',
      row: index + 1,
      cells:
        index === 0
          ? ['measure_code', 'area_code', 'period', 'value']
          : ['recycling', `A${index}`, '2024/25', String(index)],
    }),
  )
  const reader = tableReader(settings)
  const figures = rows.flatMap((row) => [...reader.take([row]).observations])
  figures.push(...reader.end().observations)
  assert.equal(figures.length, 199)
  assert.equal(read(rows).figures.length, 199)
})

test('random rows give figures or problems, and never a fault', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'measure_code',
      'area_code',
      'period',
      'value',
      '2023/24',
      'Q1 2024/25',
      'recycling',
      '',
      '5',
      '1,234',
      '[c]',
      '#REF!',
    ),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
      const { figures, problems } = read(rows)
      assert.ok(figures.length + problems.length >= 0)
    }),
    { numRuns: 300 },
  )
})
