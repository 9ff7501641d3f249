import { stringify } from 'csv-stringify/sync'
import type { Cell, Column, Table } from '../domain/report/blocks.ts'

type Value = { readonly column: Column; readonly cell: Cell | undefined }
type Record_ = { readonly group: string | null; readonly values: readonly Value[] }

/** RFC 4180. Numbers are exact, and a missing one is said in words. A table in groups gets a first column for them. */
export function tableCsv(table: Table): string {
  const records = recordsOf(table)
  const grouped = isGrouped(table)
  return stringify(
    [
      [...(grouped ? [groupColumn.label] : []), ...table.columns.map(({ label }) => label)],
      ...records.map(({ group, values }) => [
        ...(grouped ? [group ?? ''] : []),
        ...values.map(({ cell }) => csvText(cell)),
      ]),
    ],
    { record_delimiter: 'windows' },
  )
}

/** One object a row, by column key. A number that is missing is null, and `KEY_missing` says why. */
export function tableJson(table: Table): object {
  const grouped = isGrouped(table)
  return {
    name: table.name,
    caption: table.caption,
    notes: table.notes,
    records: recordsOf(table).map(({ group, values }) => ({
      ...(grouped ? { [groupColumn.key]: group } : {}),
      ...Object.fromEntries(values.flatMap(jsonEntries)),
    })),
  }
}

/** CSV on the Web (W3C, 2015): what each column is, for programs that read the CSV. */
export function tableMetadata(
  table: Table,
  address: string,
  about: { licence: string; publisher: string },
): object {
  const columns = isGrouped(table) ? [groupColumn, ...table.columns] : table.columns
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: address,
    'dc:title': table.caption,
    'dc:publisher': about.publisher,
    'dc:license': { '@id': about.licence },
    ...(table.notes.length > 0 ? { 'dc:description': table.notes.join(' ') } : {}),
    dialect: { delimiter: ',', header: true, encoding: 'utf-8' },
    tableSchema: {
      columns: columns.map((column) => {
        const missing = wordsForMissing(table, column)
        return {
          name: column.key,
          titles: column.label,
          datatype: isNumeric(table, column) ? 'decimal' : 'string',
          ...(missing.length > 0 ? { null: missing } : {}),
        }
      }),
    },
  }
}

const groupColumn = { key: 'group', label: 'Group' } as const

function recordsOf(table: Table): readonly Record_[] {
  const records: Record_[] = []
  let group: string | null = null
  for (const { role, cells } of table.rows) {
    if (role === 'group') group = cells[0]?.text ?? null
    else
      records.push({ group, values: table.columns.map((column, index) => ({ column, cell: cells[index] })) })
  }
  return records
}

function csvText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (cell.kind === 'number') return cell.value ?? cell.text
  // Spreadsheets run text that begins like a formula; an apostrophe makes them read it as text.
  return /^[=+\-@\t\r]/.test(cell.text) ? `'${cell.text}` : cell.text
}

function jsonEntries({ column, cell }: Value): [string, string | number | null][] {
  if (cell === undefined) return [[column.key, null]]
  if (cell.kind !== 'number') return [[column.key, cell.text]]
  if (cell.value !== null) return [[column.key, Number(cell.value)]]
  return [
    [column.key, null],
    [`${column.key}_missing`, cell.text],
  ]
}

function isGrouped(table: Table): boolean {
  return table.rows.some(({ role }) => role === 'group')
}

function cellsOf(table: Table, column: Pick<Column, 'key'>): readonly Cell[] {
  const index = table.columns.findIndex(({ key }) => key === column.key)
  return table.rows.flatMap(({ role, cells }) => {
    const cell = role === 'group' ? undefined : cells[index]
    return cell === undefined ? [] : [cell]
  })
}

function isNumeric(table: Table, column: Pick<Column, 'key'>): boolean {
  const cells = cellsOf(table, column)
  return cells.length > 0 && cells.every(({ kind }) => kind === 'number')
}

function wordsForMissing(table: Table, column: Pick<Column, 'key'>): readonly string[] {
  const words = cellsOf(table, column).flatMap((cell) =>
    cell.kind === 'number' && cell.value === null ? [cell.text] : [],
  )
  return [...new Set(words)]
}
