import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import type { MeasureRow } from './row.ts'

/** The measures of a scorecard as one table: for the page, for CSV, and for reports. */
export function measuresTable(
  name: string,
  caption: string,
  rows: readonly MeasureRow[],
  notes: readonly string[],
): Table {
  return {
    name,
    caption,
    columns: [
      column('measure', 'Measure', 'left', 5),
      column('value', 'Latest', 'right', 2),
      column('period', 'Period', 'left', 2),
      column('target', 'Target', 'left', 1.5),
      column('status', 'Status', 'left', 2.4),
      column('change', 'Real change', 'left', 2),
      column('travel', 'Over a year', 'left', 1.4),
      column('rank', 'Among similar councils', 'left', 1.8),
      column('outlook', 'Reaching target', 'left', 1.8),
      column('owner', 'Owner', 'left', 2),
      column('basis', 'Figures', 'left', 1.6),
    ],
    rows: rows.map((row) => ({
      role: 'body',
      cells: [
        text(row.title, row.href),
        { kind: 'number', text: row.value ?? row.missing, value: row.exact, source: row.source || null },
        text([row.period ?? '–', row.provisional].filter(Boolean).join(', ')),
        text(row.target),
        { kind: 'status', text: row.status, tone: row.tone },
        text(row.value === null ? '–' : row.change.word),
        text(row.travel || '–'),
        text(row.standing || '–'),
        text(row.outlook ? `${row.outlook.word}, ${row.outlook.detail}` : '–'),
        text(row.owner),
        text(row.match || '–'),
      ],
    })),
    notes,
  }
}
