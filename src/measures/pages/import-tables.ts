import type { ImportProblem } from '../../domain/import/incoming.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import type { Revision } from '../import/import-input.ts'

const column = (key: string, label: string, weight: number) =>
  ({ key, label, align: 'left', weight }) as const
const textRow = (...texts: string[]): Row => ({
  role: 'body',
  cells: texts.map((text) => ({ kind: 'text', text })),
})

/** Problems or warnings by row of the file, for whoever mends it. */
export const problemsTable = (name: string, caption: string, all: readonly ImportProblem[]): Table => ({
  name,
  caption,
  columns: [
    column('row', 'Row', 1),
    column('column', 'Column', 2),
    column('value', 'Value', 2),
    column('says', 'What is wrong', 6),
  ],
  rows: all.map(({ row, column, value, message }) => textRow(String(row), column, value, message)),
  notes: [],
})

export const revisionsTable = (all: readonly Revision[]): Table => ({
  name: 'revisions',
  caption: 'What would be revised',
  columns: [column('row', 'Row', 1), column('was', 'Was', 2), column('becomes', 'Becomes', 2)],
  rows: all.map(({ row, was, becomes }) => textRow(String(row), was, becomes)),
  notes: [],
})
