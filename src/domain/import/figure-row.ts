import { type Parsed, type Period, periodOfDays } from '../period.ts'
import { type CellHabits, readCell } from './cell-value.ts'
import { shiftDecimal } from './decimal-text.ts'
import type { DataColumn, FigurePart } from './header.ts'
import type { ColumnName } from './header-names.ts'
import type { ImportProblem, IncomingObservation, SheetRow, Sign } from './incoming.ts'
import type { Fixed, Layout } from './layout.ts'
import { readPeriod } from './period-cell.ts'
import { statusOf, statusWords } from './status-word.ts'
import type { NoteTaker } from './understood.ts'

export type RowReader = (row: SheetRow) => {
  readonly observations: readonly IncomingObservation[]
  readonly problems: readonly ImportProblem[]
}

type Reading = CellHabits & { readonly fixed: Fixed; readonly notes: NoteTaker }
/** Where the parts of one figure stand in a row, and what its header already says of it. */
type Place = {
  readonly at: ReadonlyMap<FigurePart, number>
  readonly series: string | null
  readonly period: Period | null
  readonly wide: boolean
}

const figureParts: readonly FigurePart[] = ['value', 'numerator', 'denominator', 'lower', 'upper', 'status']

/** How the rows below a header are read: each gives its figures, or says what is wrong with it, all at once. */
export function rowReader(layout: Layout, reading: Reading): RowReader {
  const places = layout.kind === 'tidy' ? [tidyPlace(layout)] : widePlaces(layout.data)
  const periods = periodReader()
  return (row) => {
    const surplus =
      row.cells.length > layout.labels.length
        ? row.cells.slice(layout.labels.length).find((cell) => cell.trim() !== '')
        : undefined
    if (surplus !== undefined) return { observations: [], problems: [tooManyCells(row.row, surplus)] }
    const observations: IncomingObservation[] = []
    const problems: ImportProblem[] = []
    for (const place of places) readPlace(row, place, layout, reading, periods, observations, problems)
    return { observations, problems }
  }
}

const tidyPlace = ({ plain }: Layout): Place => ({
  at: new Map(
    figureParts.flatMap((part) => (plain.has(part) ? [[part, plain.get(part) ?? -1] as const] : [])),
  ),
  series: null,
  period: null,
  wide: false,
})

const widePlaces = (columns: readonly DataColumn[]): Place[] =>
  [...Map.groupBy(columns, ({ series, period }) => `${series} ${period?.start} ${period?.end}`).values()].map(
    (group) => ({
      at: new Map(group.map(({ part, index }) => [part, index] as const)),
      series: group[0]?.series ?? null,
      period: group[0]?.period ?? null,
      wide: true,
    }),
  )

// An unquoted 1,234 is two cells: without this, 1 would be stored as the value.
const tooManyCells = (row: number, value: string): ImportProblem => ({
  row,
  column: '',
  value,
  message: `The row has more cells than the header names. Write numbers without separators (1234, not 1,234), and put quotation marks round text that holds a comma.`,
})

function readPlace(
  { row, cells }: SheetRow,
  place: Place,
  { plain, labels, units }: Layout,
  { fixed, notes, ...habits }: Reading,
  periods: ReturnType<typeof periodReader>,
  observations: IncomingObservation[],
  problems: ImportProblem[],
): void {
  const before = problems.length
  const cell = (column: ColumnName): string => cells[plain.get(column) ?? -1]?.trim() ?? ''
  const partCell = (part: FigurePart): string => cells[place.at.get(part) ?? -1]?.trim() ?? ''
  const columnOf = (part: FigurePart): string =>
    place.wide ? (labels[place.at.get(part) ?? -1] ?? part) : part
  if (place.wide && figureParts.every((part) => partCell(part) === '')) return
  const wrong = (column: string, value: string, message: string) =>
    problems.push({ row, column, value, message })
  const series = place.series ?? (cell('series_code') || cell('series') || (fixed.series ?? ''))
  const area = cell('area_code') || cell('area') || (fixed.area ?? '')
  if (series === '') wrong('series_code', '', 'The series code is missing.')
  if (area === '') wrong('area_code', '', 'The area code is missing.')
  const when = place.period
    ? { period: { ok: true, value: place.period } as const, column: 'period', value: '' }
    : periods(cell, plain, fixed)
  if (!when.period.ok) wrong(when.column, when.value, when.period.problem)
  else if (when.says) notes.say({ row, column: when.column, value: when.value, message: when.says })
  const mark = partCell('status')
  const told = statusOf(mark)
  if (told === null)
    wrong(columnOf('status'), mark, `'${mark.toLowerCase()}' is not a status. Use ${statusWords.join(', ')}.`)
  let { status, doubt } = told ?? { status: 'final', doubt: null }
  let sign: Sign = null
  let left = false
  const number = (part: Exclude<FigurePart, 'status'>): string | null => {
    const index = place.at.get(part)
    const text = index === undefined ? '' : (cells[index] ?? '')
    if (text === '') return null
    const read = readCell(text.trim(), habits)
    if (read.kind === 'blank') return null
    if (read.kind === 'unreadable') {
      wrong(columnOf(part), text.trim(), read.problem)
      return null
    }
    for (const message of read.says) notes.say({ row, column: columnOf(part), value: text.trim(), message })
    if (read.kind !== 'number') {
      if (part !== 'value') return null
      if (read.kind === 'suppressed') status = 'suppressed'
      else left = true
      return null
    }
    const unit = units[index ?? -1]
    const places = part === 'value' && read.sign === null ? (unit?.places ?? 0) : 0
    if (part === 'value') {
      sign = read.sign ?? unit?.sign ?? null
      if (read.status !== null && status === 'final') status = read.status
      doubt ??= read.doubt
    } else if (read.sign === '%') wrong(columnOf(part), text.trim(), `A ${part} cannot be a percentage.`)
    if (places > 0)
      notes.say({
        row,
        column: columnOf(part),
        value: text.trim(),
        message: `The header's unit was read: figures are times 1${'0'.repeat(places)}.`,
      })
    return shiftDecimal(read.decimal, places)
  }
  const [value, numerator, denominator] = [number('value'), number('numerator'), number('denominator')]
  const [lower, upper] = [number('lower'), number('upper')]
  if (value === null && status !== 'suppressed' && !left && partCell('value') === '')
    wrong(columnOf('value'), '', 'The value is missing. Leave the row out, or give its status as suppressed.')
  if (denominator !== null && Number(denominator) <= 0)
    wrong(columnOf('denominator'), partCell('denominator'), 'A denominator must be above nought.')
  if (lower !== null && upper !== null && Number(lower) > Number(upper))
    wrong(columnOf('lower'), partCell('lower'), 'The lower limit is above the upper one.')
  if (problems.length > before || !when.period.ok || left) return
  observations.push({
    row,
    series,
    area,
    category: cell('category'),
    periodStart: when.period.value.start,
    periodEnd: when.period.value.end,
    value: status === 'suppressed' ? null : value,
    numerator,
    denominator,
    lower,
    upper,
    status,
    doubt: cell('doubt') || doubt,
    sign,
    column: columnOf('value'),
  })
}

type When = {
  readonly period: Parsed<Period>
  readonly column: string
  readonly value: string
  readonly says?: string | undefined
}
const mostPeriodsKept = 20_000

/** Reads the period of a row, remembering those read before: a file has few, and reading a date is slow. */
function periodReader() {
  const known = new Map<string, When>()
  const remembered = (key: string, read: () => When): When => {
    const held = known.get(key)
    if (held) return held
    const fresh = read()
    if (known.size < mostPeriodsKept) known.set(key, fresh)
    return fresh
  }
  const written = (column: string, text: string): When =>
    remembered(text, () => {
      const read = readPeriod(text)
      return { period: read, column, value: text, says: read.says }
    })
  return (cell: (column: ColumnName) => string, plain: Layout['plain'], fixed: Fixed): When => {
    if (
      plain.has('period_start') &&
      plain.has('period_end') &&
      (!plain.has('period') || cell('period_start') !== '')
    ) {
      const [start, end] = [cell('period_start'), cell('period_end')]
      return remembered(`${start}\t${end}`, () => daysOf(start, end))
    }
    if (plain.has('period')) return written('period', cell('period'))
    const year = cell('year')
    const part = cell('quarter') || cell('month')
    if (year !== '' && part !== '')
      return written('period', `${/^\d$/.test(part) ? `Q${part}` : part} ${year}`)
    const alone = year || cell('month') || cell('quarter')
    return written('period', alone || (fixed.period ?? ''))
  }
}

function daysOf(start: string, end: string): When {
  const period = periodOfDays(start, end)
  if (period.ok || start === '' || end === '') return { period, column: 'period_start', value: start }
  // Dates in another form than year-month-day: 30/06/2024, or a spreadsheet's number.
  const [first, last] = [readPeriod(start), readPeriod(end)]
  if (!first.ok || !last.ok || first.value.granularity !== 'moment' || last.value.granularity !== 'moment')
    return { period, column: 'period_start', value: start }
  return {
    period: periodOfDays(first.value.start, last.value.start),
    column: 'period_start',
    value: start,
    says: first.says ?? last.says,
  }
}
