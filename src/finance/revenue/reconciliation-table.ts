import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, millions, text } from '../../domain/report/cells.ts'
import type { RevenueMonth } from './queries.ts'

/** Every printed total of a month beside the one computed from its lines, with the difference. */
export function reconciliationTable(
  { financialYear, month }: RevenueMonth,
  reconciliations: readonly Reconciliation[],
): Table {
  return {
    name: `revenue-totals-${financialYear}-${month}`,
    caption: 'Every printed total and the one computed from the lines, £m',
    columns: [
      column('total', 'Total', 'left', 4),
      column('printed', 'Printed £m', 'right', 1.3),
      column('computed', 'Computed £m', 'right', 1.4),
      column('difference', 'Difference £m', 'right', 1.4),
      column('agrees', 'Result', 'left', 1.4),
    ],
    rows: reconciliations.map(({ title, printed, computed, difference, agrees, source }) => ({
      role: 'body',
      cells: [
        text(title),
        millions(printed, source),
        millions(computed, source),
        millions(difference, source),
        { kind: 'status', tone: agrees ? 'good' : 'close', text: agrees ? 'Agrees' : 'Differs, unexplained' },
      ],
    })),
    notes: ['The difference is computed less printed, after rounding as the paper rounded.'],
  }
}
