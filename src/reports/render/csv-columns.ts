import type { Cell, Column, Row, Table } from '../../domain/report/blocks.ts'
import { isNameOnly } from './row-groups.ts'

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
 * A table as records for programs: the digits that are printed, without thousands separators, the unit said once in
 * the column's title, and the name of a group beside each of its rows.
 */
export const csvTable = (table: Table): CsvTable => {
  const isGroupName = (row: Row) => row.role === 'group' && isNameOnly(row)
  const grouped = table.rows.some(isGroupName)
  const kept = table.rows.filter((row) => !isGroupName(row))
  const columns = table.columns.map((column, index) =>
    columnOf(
      column,
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
    const cells = row.cells.map((cell, index) => cellText(cell, columns[index]?.isPlain ?? false))
    records.push([...(grouped ? [safeText(group)] : []), ...cells])
  }
  const groupColumn: CsvColumn = { key: 'group', title: 'Group', datatype: 'string', missing: [] }
  return {
    columns: [...(grouped ? [groupColumn] : []), ...columns.map(({ described }) => described)],
    records,
  }
}

const columnOf = (column: Column, cells: readonly Cell[]) => {
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? cell : []))
  const shown = numbers.filter((cell) => cell.value !== null).map((cell) => plainNumber(cell.text))
  const unit = shown[0]?.unit
  const isPlain = shown.length > 0 && shown.every((plain) => plain !== null && plain.unit === unit)
  const isOnlyNumbers = isPlain && cells.every((cell) => cell.kind === 'number')
  const title = isPlain && unit && !column.label.includes(unit) ? `${column.label} (${unit})` : column.label
  const missing = numbers.filter((cell) => cell.value === null).map((cell) => safeText(cell.text))
  const described: CsvColumn = {
    key: column.key,
    title: safeText(title),
    datatype: isOnlyNumbers ? 'decimal' : 'string',
    missing: [...new Set(missing)],
  }
  return { isPlain, described }
}

const cellText = (cell: Cell, isPlain: boolean): string => {
  const plain = cell.kind === 'number' && cell.value !== null && isPlain ? plainNumber(cell.text) : null
  return plain?.digits ?? safeText(cell.text)
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
