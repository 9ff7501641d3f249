import type { ImportProblem } from '../../domain/import/incoming.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import type { Revision } from '../import/import-input.ts'

const textRow = (...texts: string[]): Row => ({
  role: 'body',
  cells: texts.map((words) => text(words)),
})

/** Problems or warnings by row of the file, for whoever mends it. */
export const problemsTable = (name: string, caption: string, all: readonly ImportProblem[]): Table => ({
  name,
  caption,
  columns: [
    column('row', 'Row'),
    column('column', 'Column', 'left', 2),
    column('value', 'Value', 'left', 2),
    column('says', 'What is wrong', 'left', 6),
  ],
  rows: all.map(({ row, column, value, message }) => textRow(String(row), column, value, message)),
  notes: [],
})

export const revisionsTable = (all: readonly Revision[]): Table => ({
  name: 'revisions',
  caption: 'What would be revised',
  columns: [column('row', 'Row'), column('was', 'Was', 'left', 2), column('becomes', 'Becomes', 'left', 2)],
  rows: all.map(({ row, was, becomes }) => textRow(String(row), was, becomes)),
  notes: [],
})
