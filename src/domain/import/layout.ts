import { readCell } from './cell-value.ts'
import { type Header, type HeaderSettings, headerOf } from './header.ts'
import { type ColumnName, columnNamed } from './header-names.ts'
import type { ImportProblem, SheetRow } from './incoming.ts'
import { readPeriod } from './period-cell.ts'

/** What is the same for every figure of a file, and so stands in none of its columns. */
export type Fixed = { readonly series?: string; readonly area?: string; readonly period?: string }
export type LayoutSettings = HeaderSettings & { readonly fixed: Fixed }

export type Layout = Header & {
  readonly kind: 'tidy' | 'wide'
  /** How many of the rows looked at come before the first figure. */
  readonly rowsBefore: number
  readonly headerRow: number
}

export type Recognised =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly problem: ImportProblem }

/** Rows at the top of a sheet among which the header is looked for. */
export const rowsLookedAt = 60
const deepest = 3

/**
 * Finds the header among the first rows of a sheet: below any lines of preamble, of up to three rows, naming the columns
 * of a tidy table (a figure a row) or of a wide one (periods, or series, across the top).
 */
export function recogniseLayout(rows: readonly SheetRow[], settings: LayoutSettings): Recognised {
  let best: { header: Header; row: SheetRow; missing: string[] } | null = null
  for (let start = 0; start < rows.length; start++) {
    for (let depth = 1; depth <= Math.min(deepest, rows.length - start); depth++) {
      const header = headerAt(rows, start, depth, settings)
      const missing = lacking(header, settings.fixed)
      const row = rows[start] as SheetRow
      if (depth === 1 && (!best || isLikelier(header, missing, best))) best = { header, row, missing }
      if (missing.length > 0) continue
      const [from, deep] = tightest(rows, start, deepestLike(rows, start, depth, settings), settings)
      return accepted(rows, from, deep, settings)
    }
  }
  return { ok: false, problem: headerProblem(rows, best) }
}

/** Of rows that will not do as a header, the one that names most columns was meant as one. */
const isLikelier = (
  header: Header,
  missing: readonly string[],
  best: { header: Header; missing: string[] },
) =>
  header.plain.size > best.header.plain.size ||
  (header.plain.size === best.header.plain.size && missing.length < best.missing.length)

const headerAt = (
  rows: readonly SheetRow[],
  start: number,
  depth: number,
  settings: LayoutSettings,
): Header =>
  headerOf(
    rows.slice(start, start + depth).map(({ cells }) => cells),
    settings,
  )

/** Goes on into the next row while it holds labels below the columns of a wide table, and no figures. */
function deepestLike(
  rows: readonly SheetRow[],
  start: number,
  depth: number,
  settings: LayoutSettings,
): number {
  const next = rows[start + depth]
  if (!next || depth >= deepest) return depth
  const header = headerAt(rows, start, depth, settings)
  const deeper = headerAt(rows, start, depth + 1, settings)
  if (header.data.length === 0 || lacking(deeper, settings.fixed).length > 0 || deeper.twice) return depth
  const from = Math.min(...header.data.map(({ index }) => index))
  const below = next.cells.slice(from).filter((cell) => cell.trim() !== '')
  const isLabel = (cell: string) =>
    readCell(cell).kind === 'unreadable' &&
    (columnNamed(cell) !== null || settings.seriesNamed(cell) !== null || readPeriod(cell).ok)
  return below.length > 0 && below.every(isLabel) ? deepestLike(rows, start, depth + 1, settings) : depth
}

/** Leaves out a line above the header that adds nothing to it. */
function tightest(
  rows: readonly SheetRow[],
  start: number,
  depth: number,
  settings: LayoutSettings,
): [start: number, depth: number] {
  if (depth === 1) return [start, depth]
  const whole = headerAt(rows, start, depth, settings)
  const less = headerAt(rows, start + 1, depth - 1, settings)
  const same =
    lacking(less, settings.fixed).length === 0 &&
    less.plain.size === whole.plain.size &&
    less.data.length === whole.data.length &&
    less.data.every(({ period, series }, at) => {
      const other = whole.data[at]
      return period?.start === other?.period?.start && series === other?.series
    })
  return same ? tightest(rows, start + 1, depth - 1, settings) : [start, depth]
}

function accepted(
  rows: readonly SheetRow[],
  start: number,
  depth: number,
  settings: LayoutSettings,
): Recognised {
  const header = headerAt(rows, start, depth, settings)
  const headerRow = rows[start]?.row ?? 1
  const { twice } = header
  if (twice !== null)
    return {
      ok: false,
      problem: {
        row: headerRow,
        column: twice,
        value: twice,
        message: `The header row names ${twice} twice. Give each column a name of its own.`,
      },
    }
  const kind = header.data.length > 0 && !isTidy(header, settings.fixed) ? 'wide' : 'tidy'
  return { ok: true, layout: { ...header, kind, rowsBefore: start + depth, headerRow } }
}

const hasAny = (header: Header, ...columns: readonly ColumnName[]) =>
  columns.some((name) => header.plain.has(name))
const hasPeriod = (header: Header, fixed: Fixed) =>
  fixed.period !== undefined ||
  hasAny(header, 'period', 'year', 'month') ||
  (header.plain.has('period_start') && header.plain.has('period_end'))
const hasSeries = (header: Header, fixed: Fixed) =>
  fixed.series !== undefined || hasAny(header, 'series_code', 'series')
const isTidy = (header: Header, fixed: Fixed) =>
  header.plain.has('value') && hasSeries(header, fixed) && hasPeriod(header, fixed)

function lacking(header: Header, fixed: Fixed): string[] {
  const { data } = header
  const tidy = isTidy(header, fixed)
  // A row of figures may hold what could be years: without a column's name it is no header.
  const onlyNumbers =
    header.plain.size === 0 && data.some(({ label }) => /^[\d.]+$/.test(label.split(', ').at(-1) ?? ''))
  const across = (has: (column: (typeof data)[number]) => boolean) => data.length > 0 && data.every(has)
  return [
    ...(hasSeries(header, fixed) || across(({ series }) => series !== null) ? [] : ['series_code']),
    ...(fixed.area !== undefined || hasAny(header, 'area_code', 'area') ? [] : ['area_code']),
    ...(header.plain.has('value') || (data.length > 0 && !tidy && !onlyNumbers) ? [] : ['value']),
    ...(hasPeriod(header, fixed) || across(({ period }) => period !== null)
      ? []
      : ['period (or period_start and period_end)']),
  ]
}

function headerProblem(
  rows: readonly SheetRow[],
  best: { row: SheetRow; missing: readonly string[] } | null,
): ImportProblem {
  const row = best?.row ?? rows[0]
  const missing = best?.missing ?? [
    'series_code',
    'area_code',
    'value',
    'period (or period_start and period_end)',
  ]
  return {
    row: row?.row ?? 1,
    column: '',
    value: (row?.cells ?? []).join(',').slice(0, 200),
    message: `The header row lacks ${missing.join(', ')}. The first line must name the columns, for example: series_code,area_code,period,value`,
  }
}
