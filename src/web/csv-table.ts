import type { Cell, Column, Row, Table } from '../domain/report/blocks.ts'
import { isNameOnly } from '../domain/report/row-groups.ts'

export type CsvColumn = {
  readonly key: string
  readonly title: string
  readonly datatype: 'decimal' | 'string'
  /** The words that stand where a number is missing. */
  readonly missing: readonly string[]
}

export type CsvTable = {
  readonly columns: readonly CsvColumn[]
  readonly records: readonly (readonly string[])[]
}

/**
 * Which digits a file carries: the ones that are printed, as a report's files must agree with its words; or the exact
 * ones, as people who work on with the data of a page need them.
 */
export type Digits = 'printed' | 'exact'

/**
 * A table as records for programs: numbers without thousands separators, a unit that a whole printed column shares said
 * once in its title, and the name of a group beside each of its rows.
 */
export const csvTable = (table: Table, digits: Digits): CsvTable => {
  const isGroupName = (row: Row) => row.role === 'group' && isNameOnly(row)
  const grouped = table.rows.some(isGroupName)
  const kept = table.rows.filter((row) => !isGroupName(row))
  const columns = table.columns.map((column, index) =>
    columnOf(
      column,
      digits,
      kept.flatMap((row) => row.cells[index] ?? []),
    ),
  )
  const records: string[][] = []
  let group = ''
  for (const row of table.rows) {
    if (isGroupName(row)) {
      group = row.cells[0]?.text ?? ''
      continue
    }
    const cells = row.cells.map((cell, index) => columns[index]?.write(cell) ?? safeText(cell.text))
    records.push([...(grouped ? [safeText(group)] : []), ...cells])
  }
  const groupColumn: CsvColumn = { key: 'group', title: 'Group', datatype: 'string', missing: [] }
  return {
    columns: [...(grouped ? [groupColumn] : []), ...columns.map(({ described }) => described)],
    records,
  }
}

const columnOf = (column: Column, digits: Digits, cells: readonly Cell[]) => {
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? cell : []))
  const shown = numbers.filter((cell) => cell.value !== null).map((cell) => plainNumber(cell.text))
  const unit = shown[0]?.unit
  const isPlain = shown.length > 0 && shown.every((plain) => plain !== null && plain.unit === unit)
  const isOnlyNumbers =
    (digits === 'exact' || isPlain) && numbers.length > 0 && numbers.length === cells.length
  const title = isPlain && unit && !column.label.includes(unit) ? `${column.label} (${unit})` : column.label
  const missing = numbers.filter((cell) => cell.value === null).map((cell) => safeText(cell.text))
  const described: CsvColumn = {
    key: column.key,
    title: safeText(title),
    datatype: isOnlyNumbers ? 'decimal' : 'string',
    missing: [...new Set(missing)],
  }
  const write = (cell: Cell): string => {
    if (cell.kind !== 'number' || cell.value === null) return safeText(cell.text)
    if (digits === 'exact') return cell.value
    return (isPlain ? plainNumber(cell.text)?.digits : null) ?? safeText(cell.text)
  }
  return { described, write }
}

/** Sign, unit before, sign again, digits, unit after: '−£1,234.5m' is -1234.5 and the unit '£m'. */
const printedNumber = /^([+−-]?)([£$€]?)([+−-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%|[\p{L} ]*)$/u

const plainNumber = (text: string): { readonly digits: string; readonly unit: string } | null => {
  const [matched, before, currency, after, whole, decimals, suffix] = printedNumber.exec(text.trim()) ?? []
  if (matched === undefined || whole === undefined) return null
  const sign = `${before}${after}`
  const minus = sign === '−' || sign === '-' ? '-' : ''
  return { digits: `${minus}${whole.replaceAll(',', '')}${decimals ?? ''}`, unit: `${currency}${suffix}` }
}

const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/

/** Spreadsheets run a cell that begins like a formula; an apostrophe makes them read it as words. */
const safeText = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !number.test(text) ? `'${text}` : text
