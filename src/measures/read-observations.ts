import { parse } from 'csv-parse/sync'
import { periodOfDays } from '../domain/period.ts'
import { parsePeriod } from '../domain/period-text.ts'

/** One figure as a file gives it, read but not yet held against the register. Numbers stay decimal strings: exact. */
export type IncomingObservation = {
  readonly row: number
  readonly series: string
  readonly area: string
  readonly category: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly lower: string | null
  readonly upper: string | null
  readonly status: string
  readonly doubt: string | null
}

/** What is wrong, where, and how to mend it. `row` is the line number a person sees in a spreadsheet. */
export type ImportProblem = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: string
}

export type ReadObservations = {
  readonly observations: readonly IncomingObservation[]
  readonly problems: readonly ImportProblem[]
}

const needed = ['series_code', 'area_code', 'value'] as const
const known = [
  ...needed,
  'category',
  'period',
  'period_start',
  'period_end',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'status',
  'doubt',
] as const
type Column = (typeof known)[number]

/** Why a published value is not to be relied on, by the mark the collection puts in its status column. */
const doubts: Record<string, string> = {
  suspect_zero: 'Published as 0, which is likely to be a missing value',
  suspect_value: 'Far out of line with like councils',
  suspect_source: 'The published figure does not fit the rows around it',
}

/**
 * Reads a CSV of figures: a header row, then one row a figure. `measure_code` may stand for `series_code`. The period is
 * either `period` ('2024-25-q1') or `period_start` and `period_end`, both days included, as public statistics print them.
 */
export function readObservations(text: string): ReadObservations {
  const records = recordsOf(text)
  if (!Array.isArray(records)) return { observations: [], problems: [records] }
  const [first, ...rows] = records
  const header = first?.record ?? []
  const columns = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^measure_code$/, 'series_code'),
  )
  const problem = headerProblem(header, columns)
  if (problem) return { observations: [], problems: [problem] }
  const at = new Map(columns.map((name, index) => [name, index]))
  const observations: IncomingObservation[] = []
  const problems: ImportProblem[] = []
  for (const { record: cells, info } of rows) {
    const cell = (column: Column): string => cells[at.get(column) ?? -1]?.trim() ?? ''
    const row = info.records + info.empty_lines
    const surplus = cells.slice(columns.length).find((extra) => extra.trim() !== '')
    if (surplus !== undefined) {
      problems.push(tooManyCells(row, surplus))
      continue
    }
    const read = readRow(row, cell, at.has('period'))
    if ('problems' in read) problems.push(...read.problems)
    else observations.push(read)
  }
  return { observations, problems }
}

type CsvRow = {
  readonly record: readonly string[]
  /** Their sum is the line number in a spreadsheet, where a cell of several lines is one row. */
  readonly info: { readonly records: number; readonly empty_lines: number }
}

// An unquoted 1,234 is two cells: without this, 1 would be stored as the value.
const tooManyCells = (row: number, value: string): ImportProblem => ({
  row,
  column: '',
  value,
  message: `The row has more cells than the header names. Write numbers without separators (1234, not 1,234), and put quotation marks round text that holds a comma.`,
})

function recordsOf(text: string): CsvRow[] | ImportProblem {
  try {
    return parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as CsvRow[]
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { row: 1, column: '', value: '', message: `The file is not a CSV table: ${message}` }
  }
}

function headerProblem(header: readonly string[], columns: readonly string[]): ImportProblem | null {
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (twice !== undefined)
    return {
      row: 1,
      column: twice,
      value: twice,
      message: `The header row names ${twice} twice. Give each column a name of its own.`,
    }
  const missing = needed.filter((name) => !columns.includes(name)) as string[]
  const hasPeriod =
    columns.includes('period') || (columns.includes('period_start') && columns.includes('period_end'))
  if (!hasPeriod) missing.push('period (or period_start and period_end)')
  if (missing.length === 0) return null
  return {
    row: 1,
    column: '',
    value: header.join(',').slice(0, 200),
    message: `The header row lacks ${missing.join(', ')}. The first line must name the columns, for example: series_code,area_code,period,value`,
  }
}

// The exponent, as spreadsheets write very small and very large numbers, is read exactly by the database.
const decimal = /^-?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i
const statuses = ['final', 'provisional', 'estimated', 'suppressed']

function readRow(
  row: number,
  cell: (column: Column) => string,
  hasPeriod: boolean,
): IncomingObservation | { problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const wrong = (column: Column, message: string) =>
    problems.push({ row, column, value: cell(column), message })
  const number = (column: Column): string | null => {
    const text = cell(column)
    if (text === '') return null
    if (decimal.test(text)) return text
    wrong(
      column,
      `'${text}' is not a number. Write digits with a point and no separators or signs, for example 1234.5`,
    )
    return null
  }
  for (const column of ['series_code', 'area_code'] as const) {
    if (cell(column) === '') wrong(column, `The ${column.replace('_', ' ')} is missing.`)
  }
  const period = hasPeriod
    ? parsePeriod(cell('period'))
    : periodOfDays(cell('period_start'), cell('period_end'))
  if (!period.ok) wrong(hasPeriod ? 'period' : 'period_start', period.problem)
  const mark = cell('status').toLowerCase()
  const status = mark === '' || mark in doubts ? 'final' : mark
  if (!statuses.includes(status)) wrong('status', `'${mark}' is not a status. Use ${statuses.join(', ')}.`)
  const [value, numerator, denominator] = [number('value'), number('numerator'), number('denominator')]
  const [lower, upper] = [number('lower'), number('upper')]
  if (cell('value') === '' && status !== 'suppressed')
    wrong('value', 'The value is missing. Leave the row out, or give its status as suppressed.')
  if (denominator !== null && Number(denominator) <= 0)
    wrong('denominator', 'A denominator must be above nought.')
  if (lower !== null && upper !== null && Number(lower) > Number(upper))
    wrong('lower', 'The lower limit is above the upper one.')
  if (problems.length > 0 || !period.ok) return { problems }
  return {
    row,
    series: cell('series_code'),
    area: cell('area_code'),
    category: cell('category'),
    periodStart: period.value.start,
    periodEnd: period.value.end,
    value: status === 'suppressed' ? null : value,
    numerator,
    denominator,
    lower,
    upper,
    status,
    doubt: cell('doubt') || (doubts[mark] ?? null),
  }
}
