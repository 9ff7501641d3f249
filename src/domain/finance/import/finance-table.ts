import type { SheetRow } from '../../import/incoming.ts'
import {
  type AmountHeading,
  amountHeading,
  columnHeaded,
  type FinanceColumn,
  type Quantity,
} from './finance-columns.ts'
import { type FinanceProblem, problemAt } from './finance-problem.ts'
import { type MoneyUnit, unitInHeading, withoutUnit } from './money-unit.ts'

export type AmountColumn = AmountHeading & {
  readonly index: number
  readonly label: string
  readonly unit: MoneyUnit | null
}

/** A table of one sheet: where it begins, what its columns name, and which hold amounts. */
export type FinanceTable = {
  readonly sheet: string
  readonly headerRow: number
  readonly names: ReadonlyMap<FinanceColumn, number>
  readonly labels: readonly string[]
  readonly amounts: readonly AmountColumn[]
  /** The rows above the header and those below it. */
  readonly above: readonly SheetRow[]
  readonly below: readonly SheetRow[]
}

/** Which amounts a table must have: a revenue statement both budget and forecast, a programme one of a year. */
export type Wanted = {
  readonly quantities: readonly Quantity[]
  /** A column that has to be there for the rows to be of anything. */
  readonly anyOf: readonly FinanceColumn[]
  readonly financialYear: string | null
}

export type TableSought =
  | { readonly ok: true; readonly table: FinanceTable }
  | { readonly ok: false; readonly problem: FinanceProblem; readonly likeness: number }

const rowsLookedAt = 60

/** Finds the table of a sheet: its header may stand below lines of words, have two rows, and a row of units under it. */
export function findTable(rows: readonly SheetRow[], wanted: Wanted): TableSought {
  let best: { likeness: number; header: Header; row: SheetRow } | null = null
  for (const [at, row] of rows.slice(0, rowsLookedAt).entries()) {
    const one = headerOf([row], wanted)
    const likeness = one.names.size + one.amounts.length
    if (likeness > (best?.likeness ?? 0)) best = { likeness, header: one, row }
    const two = headerOf(rows.slice(at, at + 2), wanted)
    // Quantities over months: the upper row alone would do, and the months would be taken for amounts.
    const deeper = two.amounts.length > one.amounts.length || lacking(one, wanted).length > 0
    const adds = headsColumns(row, wanted)
    const [header, depth] = adds && deeper && lacking(two, wanted).length === 0 ? [two, 2] : [one, 1]
    if (lacking(header, wanted).length > 0) continue
    if (header.twice !== null) return { ok: false, likeness, problem: headedTwice(row, header.twice) }
    return { ok: true, table: tableAt(rows, at, depth, header) }
  }
  const row = best?.row ?? rows[0] ?? { sheet: '', row: 1, cells: [] }
  const missing = lacking(best?.header ?? emptyHeader, wanted)
  return {
    ok: false,
    likeness: best?.likeness ?? 0,
    problem: problemAt(
      row,
      '',
      row.cells.join(',').slice(0, 200),
      `No row of headings was found: the likeliest lacks ${missing.join(' and ')}. Head the columns, for example ${exampleOf(wanted)}.`,
    ),
  }
}

const headedTwice = (row: SheetRow, column: string): FinanceProblem =>
  problemAt(
    row,
    column,
    column,
    `Two columns are headed as ${column}. Give each a heading of its own, or take out the one that is not meant.`,
  )

type Header = Pick<FinanceTable, 'names' | 'labels' | 'amounts'> & { readonly twice: string | null }

const emptyHeader: Header = { names: new Map(), labels: [], amounts: [], twice: null }

const exampleOf = ({ quantities }: Wanted): string =>
  quantities.includes('amount')
    ? 'Service, Scheme, 2024/25 £, 2025/26 £'
    : 'Service, Budget £m, Forecast £m, Variance £m'

/** A title above a table is no heading of its columns. */
const isHeading = (text: string, financialYear: string | null): boolean =>
  amountHeading(text, financialYear) !== null ||
  columnHeaded(text) !== null ||
  (unitInHeading(text) !== null && withoutUnit(text) === '')

const headsColumns = ({ cells }: SheetRow, { financialYear }: Wanted): boolean =>
  cells.some((cell, index) => index > 0 && isHeading(cell, financialYear))

function headerOf(rows: readonly SheetRow[], { financialYear, quantities }: Wanted): Header {
  const lower = rows.at(-1)?.cells ?? []
  const upper = rows.length > 1 ? carriedRight(rows[0]?.cells ?? [], lower.length) : []
  const overOf = (text: string): string => (isHeading(text, financialYear) ? text : '')
  const names = new Map<FinanceColumn, number>()
  const amounts: AmountColumn[] = []
  let twice: string | null = null
  for (const [index, cell] of lower.entries()) {
    const [label, over] = [cell.trim(), overOf(upper[index] ?? '')]
    const column = columnHeaded(label) ?? (label === '' ? columnHeaded(over) : null)
    const own = column ? null : amountHeading(label, financialYear)
    const above = over === '' || column ? null : amountHeading(over, financialYear)
    if (column) {
      if (names.has(column)) twice ??= column
      else names.set(column, index)
    } else if (own || (above && label === '')) {
      const quantity = own?.quantity ?? above?.quantity ?? null
      const found = {
        index,
        label: [over, label].filter(Boolean).join(', '),
        quantity: quantities.includes('amount') && (quantity ?? 'budget') === 'budget' ? 'amount' : quantity,
        month: own?.month ?? above?.month ?? null,
        year: own?.year ?? above?.year ?? null,
        unit: unitInHeading(label) ?? unitInHeading(over),
      } as const
      if (quantity !== 'actual' && amounts.some((each) => isSame(each, found))) twice ??= found.label
      amounts.push(found)
    }
  }
  const labels = lower.map((cell, index) =>
    [overOf(upper[index] ?? ''), cell.trim()].filter(Boolean).join(', '),
  )
  return { names: withBlankFirst(names, lower, amounts), labels, amounts, twice }
}

const isSame = (a: AmountHeading, b: AmountHeading): boolean =>
  a.quantity === b.quantity && a.month === b.month && a.year === b.year

function carriedRight(cells: readonly string[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, index) => {
    const own = cells[index]?.trim() ?? ''
    // What stands above the names is a title, or a heading of its own column.
    if (index > 0) last = own || last
    return own || last
  })
}

/** In a statement of a paper nothing stands above the names: the first column without a heading holds them. */
function withBlankFirst(
  names: ReadonlyMap<FinanceColumn, number>,
  cells: readonly string[],
  amounts: readonly AmountColumn[],
): ReadonlyMap<FinanceColumn, number> {
  const first = amounts[0]?.index ?? 0
  const blank = cells.findIndex((cell) => cell.trim() === '')
  const named =
    names.has('service') || names.has('description') || names.has('scheme') || names.has('cost_centre')
  return named || blank < 0 || blank >= first ? names : new Map([...names, ['description', blank]])
}

function lacking({ names, amounts }: Header, { quantities, anyOf }: Wanted): string[] {
  const absent = quantities.filter((quantity) => !amounts.some((each) => each.quantity === quantity))
  return [
    ...(anyOf.some((column) => names.has(column))
      ? []
      : [anyOf.map((column) => column.replace('_', ' ')).join(' or ')]),
    ...absent.map((quantity) => (quantity === 'amount' ? 'a financial year' : quantity)),
  ]
}

function tableAt(rows: readonly SheetRow[], at: number, depth: number, header: Header): FinanceTable {
  const first = rows[at]
  const below = rows.slice(at + depth)
  const units = unitsRow(below[0], header)
  return {
    sheet: first?.sheet ?? '',
    headerRow: first?.row ?? 1,
    names: header.names,
    labels: header.labels,
    amounts: units
      ? header.amounts.map((each) => ({
          ...each,
          unit: each.unit ?? unitInHeading(units.cells[each.index] ?? ''),
        }))
      : header.amounts,
    above: rows.slice(0, at),
    below: units ? below.slice(1) : below,
  }
}

/** The row under the header, when it holds nothing but units: '£m' in each column. */
function unitsRow(row: SheetRow | undefined, { amounts }: Header): SheetRow | null {
  const filled = row?.cells.filter((cell) => cell.trim() !== '') ?? []
  const isUnits =
    filled.length > 0 && filled.every((cell) => unitInHeading(cell) !== null && !/[1-9]/.test(cell))
  return isUnits && row && amounts.some(({ index }) => row.cells[index]?.trim()) ? row : null
}
