import { stringify } from 'csv-stringify/sync'
import type { Cell, Row, Table } from '../domain/report/blocks.ts'
import { isNameOnly } from '../domain/report/row-groups.ts'
import { csvTable, type Digits } from './csv-table.ts'

/** RFC 4180, with a header row. A table in groups gets a first column for them. */
export function csvText(table: Table, digits: Digits): string {
  const { columns, records } = csvTable(table, digits)
  return stringify([columns.map(({ title }) => title), ...records], { record_delimiter: 'windows' })
}

/** What each column of the CSV is, for programs that read it (CSV on the Web, W3C 2015). */
export const csvSchema = (table: Table, digits: Digits): object => ({
  columns: csvTable(table, digits).columns.map(({ key, title, datatype, missing }) => ({
    name: key,
    titles: title,
    datatype,
    // Naming words for what is missing takes the empty cell's own meaning away, so it is named again.
    ...(missing.length > 0 ? { null: ['', ...missing] } : {}),
  })),
})

/** One object a row, by column key. A number that is missing is null, and `KEY_missing` says why. */
export function tableJson(table: Table): object {
  const grouped = table.rows.some(({ role }) => role === 'group')
  const records: object[] = []
  let group: string | null = null
  for (const row of table.rows) {
    if (row.role === 'group' && isNameOnly(row)) group = row.cells[0]?.text ?? null
    else records.push({ ...(grouped ? { group } : {}), ...recordOf(table, row) })
  }
  return { name: table.name, caption: table.caption, notes: table.notes, records }
}

/** The CSV's own description, to stand beside it. */
export function tableMetadata(
  table: Table,
  address: string,
  about: { readonly licence: string; readonly publisher: string },
): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: address,
    'dc:title': table.caption,
    'dc:publisher': about.publisher,
    'dc:license': { '@id': about.licence },
    ...(table.notes.length > 0 ? { 'dc:description': table.notes.join(' ') } : {}),
    dialect: { delimiter: ',', header: true, encoding: 'utf-8' },
    tableSchema: csvSchema(table, 'exact'),
  }
}

const recordOf = (table: Table, row: Row): Record<string, string | number | null> =>
  Object.fromEntries(table.columns.flatMap(({ key }, index) => entriesOf(key, row.cells[index])))

function entriesOf(key: string, cell: Cell | undefined): [string, string | number | null][] {
  if (cell === undefined) return [[key, null]]
  if (cell.kind !== 'number') return [[key, cell.text]]
  if (cell.value !== null) return [[key, Number(cell.value)]]
  return [
    [key, null],
    [`${key}_missing`, cell.text],
  ]
}
