import type { Period } from '../period.ts'
import { type ColumnName, columnNamed, nameOf, rankOf, unitOf, withoutUnit } from './header-names.ts'
import type { Sign } from './incoming.ts'
import { readPeriod } from './period-cell.ts'

export type FigurePart = 'value' | 'numerator' | 'denominator' | 'lower' | 'upper' | 'status'

/** A column of a wide table: the period or the series it stands for, as its header says. */
export type DataColumn = {
  readonly index: number
  readonly label: string
  readonly period: Period | null
  readonly series: string | null
  readonly part: FigurePart
}

/** What the header of a table says of its columns. */
export type Header = {
  readonly plain: ReadonlyMap<ColumnName, number>
  readonly data: readonly DataColumn[]
  readonly labels: readonly string[]
  readonly units: readonly { readonly sign: Sign; readonly places: number }[]
  /** A column named twice, when there is one: which of them would be meant? */
  readonly twice: ColumnName | null
}

export type HeaderSettings = {
  /** Columns by the names their source gives them; what is not named here goes by its usual names. */
  readonly columns: Readonly<Partial<Record<ColumnName, string>>>
  /** The code of a series by its code or title; null when there is none. */
  readonly seriesNamed: (text: string) => string | null
}

const figureParts = new Set<ColumnName>(['value', 'numerator', 'denominator', 'lower', 'upper', 'status'])
const isPart = (column: ColumnName | null): column is FigurePart => column !== null && figureParts.has(column)

/** Reads one or more rows as one header. A blank in an upper row goes on with what stands to its left, as merged cells do. */
export function headerOf(rows: readonly (readonly string[])[], settings: HeaderSettings): Header {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const filled = rows.map((row, index) => (index < rows.length - 1 ? carriedRight(row, width) : row))
  const parts = Array.from({ length: width }, (_, column) =>
    filled
      .map((row) => row[column]?.trim() ?? '')
      .filter((part, at, all) => part !== '' && part !== all[at - 1]),
  )
  const claims: { column: ColumnName; index: number; rank: number }[] = []
  const data: DataColumn[] = []
  parts.forEach((labels, index) => {
    const own = settled(labels, settings.columns)
    const column = own ?? columnNamed(labels.at(-1) ?? '') ?? columnNamed(labels.join(' '))
    const wide =
      labels.length === 0 || (column !== null && !isPart(column)) ? null : wideColumn(labels, settings)
    if (wide) data.push({ index, label: labels.join(', '), ...wide, part: isPart(column) ? column : 'value' })
    else if (column)
      claims.push({ column, index, rank: own ? -1 : Math.max(0, rankOf(column, labels.at(-1) ?? '')) })
  })
  return {
    ...surest(claims),
    data,
    labels: parts.map((labels) => labels.join(', ')),
    units: parts.map((labels) => unitOf(labels.at(-1) ?? '')),
  }
}

function carriedRight(row: readonly string[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, index) => {
    last = row[index]?.trim() || last
    return last
  })
}

const settled = (labels: readonly string[], columns: HeaderSettings['columns']): ColumnName | null =>
  (Object.entries(columns) as [ColumnName, string][]).find(([, name]) =>
    [labels.at(-1), labels.join(', ')].some((label) => label !== undefined && nameOf(label) === nameOf(name)),
  )?.[0] ?? null

function wideColumn(labels: readonly string[], { seriesNamed }: HeaderSettings) {
  let period: Period | null = null
  let series: string | null = null
  for (const label of labels) {
    const read = /\d/.test(label) ? readPeriod(withoutUnit(label)) : null
    if (read?.ok) period = read.value
    else series = seriesNamed(label) ?? seriesNamed(withoutUnit(label)) ?? series
  }
  return period || series ? { period, series } : null
}

// 'gss_code' and 'area' beside each other are one area: the surer name is read. Two that are equally sure are refused.
function surest(claims: readonly { column: ColumnName; index: number; rank: number }[]) {
  const plain = new Map<ColumnName, number>()
  let twice: ColumnName | null = null
  const sure: readonly ColumnName[] = ['series_code', 'area_code']
  for (const { column, index } of claims.toSorted((a, b) => a.rank - b.rank)) {
    const same = claims.filter((claim) => claim.column === column)
    const best = Math.min(...same.map(({ rank }) => rank))
    const equals = same.filter(
      ({ rank }) => rank === best || (sure.includes(column) && rank >= 0 && best >= 0),
    )
    if (equals.length > 1) twice ??= column
    if (!plain.has(column)) plain.set(column, index)
  }
  return { plain, twice }
}
