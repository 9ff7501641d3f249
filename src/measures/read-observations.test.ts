import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readObservations } from './read-observations.ts'

const header = 'series_code,area_code,period,value,numerator,denominator,lower,upper,status'
const read = (...rows: string[]) => readObservations([header, ...rows].join('\n'))
const messageOf = (...rows: string[]): string => {
  const { observations, problems } = read(...rows)
  assert.deepEqual(observations, [])
  return problems.map(({ column, message }) => `${column}: ${message}`).join('\n')
}

test('a row is read with its period as two days and its numbers as they were written', () => {
  assert.deepEqual(read('recycling,E08000014,2024-25-q1,41.70,417,1000,38,45,provisional'), {
    observations: [
      {
        row: 2,
        series: 'recycling',
        area: 'E08000014',
        category: '',
        periodStart: '2024-04-01',
        periodEnd: '2024-07-01',
        value: '41.70',
        numerator: '417',
        denominator: '1000',
        lower: '38',
        upper: '45',
        status: 'provisional',
        doubt: null,
        sign: null,
        column: 'value',
      },
    ],
    problems: [],
  })
})

test('the two days of a period are both within it, as public statistics print them', () => {
  const { observations } = readObservations(
    'series_code,area_code,period_start,period_end,value\nx,E08000014,2024-04-01,2025-03-31,1\nx,E08000014,2023-09-30,2023-09-30,2',
  )
  assert.deepEqual(
    observations.map(({ periodStart, periodEnd }) => [periodStart, periodEnd]),
    [
      ['2024-04-01', '2025-04-01'],
      ['2023-09-30', '2023-10-01'],
    ],
  )
})

test('a byte order mark, capitals and spaces in the header, Windows line ends and blank lines do no harm', () => {
  const text = '\uFEFFMeasure_Code , AREA_CODE,Period,Value\r\n\r\n x , E08000014 ,2024-25, 5 \r\n\r\n'
  const { observations, problems } = readObservations(text)
  assert.deepEqual(problems, [])
  assert.equal(observations[0]?.series, 'x')
  assert.equal(observations[0]?.value, '5')
})

test('the row named in a problem is the row of a spreadsheet, whatever stands above it', () => {
  const { problems } = readObservations(
    'series_code,area_code,period,value,note\nx,E08000014,2024-25,1,"two\nlines"\n\nx,E08000015,2024-25,about 12,',
  )
  assert.deepEqual(
    problems.map(({ row, column, value }) => [row, column, value]),
    [[4, 'value', 'about 12']],
  )
})

test('a header that lacks columns says which, and shows a right one', () => {
  const { observations, problems } = readObservations('what,where,when,value\nx,E08000014,2024-25,1')
  assert.deepEqual(observations, [])
  assert.deepEqual(
    problems.map(({ row, message }) => [row, message]),
    [
      [
        1,
        'The header row lacks series_code, area_code, period (or period_start and period_end). The first line must name the columns, for example: series_code,area_code,period,value',
      ],
    ],
  )
})

test('half a period is no period', () => {
  const { problems } = readObservations('series_code,area_code,period_start,value\nx,E08000014,2024-04-01,1')
  assert.match(problems[0]?.message ?? '', /lacks period \(or period_start and period_end\)/)
})

test('a header that names a column twice is refused, for which of them would be meant?', () => {
  const { problems } = readObservations(
    'series_code,measure_code,area_code,period,value\na,b,E08000014,2024-25,1',
  )
  assert.match(problems[0]?.message ?? '', /names series_code twice/)
})

test('a file that is empty, or no table, is said to be so', () => {
  assert.match(readObservations('').problems[0]?.message ?? '', /header row lacks/)
  assert.match(readObservations('series_code,"area').problems[0]?.message ?? '', /not a CSV table/)
  assert.match(
    readObservations('PK\u0003\u0004\u0000binary').problems[0]?.message ?? '',
    /header row lacks|not a CSV/,
  )
})

test('what may be read as a number in more ways than one, or in none, is refused with how to write it', () => {
  for (const written of [
    '"12,34"',
    'about 12',
    '-',
    '£1.2m%',
    '1.2m',
    '(5',
    '--5',
    '1e500',
    'NaN',
    'Infinity',
    '0x10',
    '#REF!',
    '=A1+1',
    '01/02/2024',
    'Jun-24',
    '12.3 [q]',
  ])
    assert.match(
      messageOf(`x,E08000014,2024-25,${written}`),
      /^value: '.*' (is not a number|ends in a mark).* Write digits, for example 1234\.5, or one of \[c\] confidential/,
      written,
    )
})

test('a number with an unquoted separator is not taken for its first part', () => {
  const { observations, problems } = readObservations(
    'series_code,area_code,period,value\nx,E08000014,2024-25,1,234',
  )
  assert.deepEqual(observations, [])
  assert.match(problems[0]?.message ?? '', /more cells than the header names/)
  const trailing = readObservations('series_code,area_code,period,value\nx,E08000014,2024-25,1,,')
  assert.equal(trailing.observations.length, 1)
})

test('very small and very large numbers are read as spreadsheets write them, to the last digit', () => {
  const values = ['-0.00000000000000001', '1.5e-17', '1E+30', '12345678901234567890.123']
  assert.deepEqual(
    read(...values.map((value) => `x,E08000014,2024-25,${value}`)).observations.map(({ value }) => value),
    values,
  )
})

test('a period that is none in the calendar is refused', () => {
  for (const period of ['2024-13', '2024-25-q5', '2023-02-29', 'Q1', '24/25', ''])
    assert.match(messageOf(`x,E08000014,${period},1`), /^period: .*write a financial year as 2024-25/, period)
  const days = readObservations(
    'series_code,area_code,period_start,period_end,value\nx,E08000014,2024-07-01,2024-06-30,1\nx,E08000014,2024-02-30,2024-03-01,1',
  )
  assert.match(days.problems[0]?.message ?? '', /ends \(2024-06-30\) before it starts \(2024-07-01\)/)
  assert.match(days.problems[1]?.message ?? '', /'2024-02-30' is not a date/)
})

test('a value may be missing only where it is suppressed', () => {
  assert.match(messageOf('x,E08000014,2024-25,'), /^value: The value is missing/)
  const { observations } = read('x,E08000014,2024-25,,,,,,suppressed', 'x,E08000015,2024-25,3,,,,,Suppressed')
  assert.deepEqual(
    observations.map(({ value, status }) => [value, status]),
    [
      [null, 'suppressed'],
      [null, 'suppressed'],
    ],
  )
})

test('limits the wrong way round, no denominator to divide by, and an unknown status are refused', () => {
  assert.match(messageOf('x,E08000014,2024-25,5,,,9,4,'), /^lower: The lower limit is above the upper one/)
  assert.match(messageOf('x,E08000014,2024-25,5,1,0,,,'), /^denominator: A denominator must be above nought/)
  assert.match(messageOf('x,E08000014,2024-25,5,,,,,sure'), /^status: 'sure' is not a status/)
})

test('a mark of doubt from the collection becomes a doubt in words', () => {
  const { observations } = read('x,E08000014,2024-25,0,,,,,suspect_zero')
  assert.equal(observations[0]?.status, 'final')
  assert.match(observations[0]?.doubt ?? '', /likely to be a missing value/)
})

test('every problem of a row is told at once', () => {
  const { problems } = read(',E08000014,nonsense,about 12,,,,,sure')
  assert.deepEqual(problems.map(({ column }) => column).sort(), ['period', 'series_code', 'status', 'value'])
})

test('whatever the text, reading it gives observations or problems and never throws', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '1', '.', '-', ' ', 'é', '\u0000') })
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      const { observations, problems } = readObservations(`${header}\n${cells.join(',')}`)
      assert.ok(observations.length + problems.length >= 0)
    }),
  )
})
