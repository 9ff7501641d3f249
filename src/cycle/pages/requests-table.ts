import type { Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import type { Cycle } from '../cycles.ts'
import { cycleName } from './cycle-words.ts'
import type { RequestRow } from './requests-list.ts'

/** The requests as a file: for whoever chases them, or follows how complete a quarter is. */
export function requestsTable(cycle: Cycle, rows: readonly RequestRow[]): Table {
  return {
    name: `requests-${cycle.slug}`,
    caption: `Requests of the cycle of ${cycleName(cycle)}`,
    columns: [
      column('code', 'Code'),
      column('measure', 'Measure', 'left', 5),
      column('period', 'Period', 'left', 2),
      column('unit', 'Unit', 'left', 3),
      column('state', 'State', 'left', 2),
      column('due', 'Due', 'left', 2),
      column('overdue', 'Overdue'),
      column('value', 'Figure', 'right', 2),
      column('note', 'Note', 'left', 2),
      column('ask', 'Whom to ask', 'left', 3),
    ],
    rows: rows.map((row) => ({
      role: 'body',
      cells: [
        text(row.code),
        text(row.title),
        text(row.period),
        text(row.unit),
        text(row.state),
        text(row.due ?? '–'),
        text(row.overdue ? 'yes' : 'no'),
        { kind: 'number', text: row.figure, value: row.exact, source: null },
        text([row.note, row.illustrative ? 'illustrative' : null].filter(Boolean).join(', ') || '–'),
        text(row.ask ?? '–'),
      ],
    })),
    notes: ['A figure is a draft, and not shown to everybody, until it is assured.'],
  }
}
