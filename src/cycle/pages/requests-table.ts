import type { Table } from '../../domain/report/blocks.ts'
import type { Cycle } from '../cycles.ts'
import { cycleName } from './cycle-words.ts'
import type { RequestRow } from './requests-list.ts'

/** The requests as a file: for whoever chases them, or follows how complete a quarter is. */
export function requestsTable(cycle: Cycle, rows: readonly RequestRow[]): Table {
  const column = (key: string, label: string, weight: number, align: 'left' | 'right' = 'left') => ({
    key,
    label,
    align,
    weight,
  })
  return {
    name: `requests-${cycle.slug}`,
    caption: `Requests of the cycle of ${cycleName(cycle)}`,
    columns: [
      column('code', 'Code', 1),
      column('measure', 'Measure', 5),
      column('period', 'Period', 2),
      column('unit', 'Unit', 3),
      column('state', 'State', 2),
      column('due', 'Due', 2),
      column('overdue', 'Overdue', 1),
      column('value', 'Figure', 2, 'right'),
      column('note', 'Note', 2),
      column('ask', 'Whom to ask', 3),
    ],
    rows: rows.map((row) => ({
      role: 'body',
      cells: [
        { kind: 'text', text: row.code },
        { kind: 'text', text: row.title },
        { kind: 'text', text: row.period },
        { kind: 'text', text: row.unit },
        { kind: 'text', text: row.state },
        { kind: 'text', text: row.due ?? '–' },
        { kind: 'text', text: row.overdue ? 'yes' : 'no' },
        { kind: 'number', text: row.figure, value: row.exact, source: null },
        {
          kind: 'text',
          text: [row.note, row.illustrative ? 'illustrative' : null].filter(Boolean).join(', ') || '–',
        },
        { kind: 'text', text: row.ask ?? '–' },
      ],
    })),
    notes: ['A figure is a draft, and not shown to everybody, until it is assured.'],
  }
}
