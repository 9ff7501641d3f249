import { workbookColumns } from '../../domain/cycle/workbook-columns.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { csvText } from '../../web/table-files.ts'
import type { OwedRow, OwedWork } from './owed.ts'

/** The same as a plain file, for whoever has no spreadsheet. */
export const workbookCsv = ({ rows }: OwedWork): string => csvText(tableOf(rows), 'printed')

const tableOf = (rows: readonly OwedRow[]): Table => ({
  name: 'answers',
  caption: 'Answers',
  columns: workbookColumns.map(({ key, label }) => ({ key, label, align: 'left', weight: 1 })),
  rows: rows.map((row) => ({
    role: 'body',
    cells: workbookColumns.map(({ key, field }) => ({
      kind: 'text',
      text: field === null ? (row[key as keyof OwedRow] ?? '') : '',
    })),
  })),
  notes: [],
})
