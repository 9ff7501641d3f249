import type { Table } from '../domain/report/blocks.ts'
import type { MeasureRow } from './row.ts'

/** The measures of a scorecard as one table: for the page, for CSV, and for reports. */
export function measuresTable(
  name: string,
  caption: string,
  rows: readonly MeasureRow[],
  notes: readonly string[],
): Table {
  const column = (key: string, label: string, weight: number, align: 'left' | 'right' = 'left') => ({
    key,
    label,
    align,
    weight,
  })
  return {
    name,
    caption,
    columns: [
      column('measure', 'Measure', 5),
      column('value', 'Latest', 2, 'right'),
      column('period', 'Period', 2),
      column('target', 'Target', 1.5),
      column('status', 'Status', 2.4),
      column('change', 'Real change', 2),
      column('travel', 'Over a year', 1.4),
      column('rank', 'Among similar councils', 1.8),
      column('outlook', 'Reaching target', 1.8),
      column('owner', 'Owner', 2),
      column('basis', 'Figures', 1.6),
    ],
    rows: rows.map((row) => ({
      role: 'body',
      cells: [
        { kind: 'text', text: row.title, href: row.href },
        { kind: 'number', text: row.value ?? row.missing, value: row.exact, source: row.source || null },
        { kind: 'text', text: [row.period ?? '–', row.provisional].filter(Boolean).join(', ') },
        { kind: 'text', text: row.target },
        { kind: 'status', text: row.status, tone: row.tone },
        { kind: 'text', text: row.value === null ? '–' : row.change.word },
        { kind: 'text', text: row.travel || '–' },
        { kind: 'text', text: row.standing || '–' },
        { kind: 'text', text: row.outlook ? `${row.outlook.word}, ${row.outlook.detail}` : '–' },
        { kind: 'text', text: row.owner },
        { kind: 'text', text: row.match || '–' },
      ],
    })),
    notes,
  }
}
