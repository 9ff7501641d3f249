import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { poundsDecimal, poundsMillionText, poundsText } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, text } from '../cells.ts'

/** Printed totals beside what their lines add up to, each in the unit in which it was printed. */
export function reconciliationTable(name: string, reconciliations: readonly Reconciliation[]): Table {
  return {
    name,
    caption: 'Printed totals and what their lines add up to',
    columns: [
      column('total', 'Total', 'left', 4),
      column('printed', 'Printed', 'right', 1.4),
      column('computed', 'Its lines add up to', 'right', 1.6),
      column('difference', 'Difference', 'right', 1.3),
      column('agrees', 'Agrees', 'left', 1.2),
    ],
    rows: reconciliations.map((each): Row => {
      const amount = (pence: bigint): Cell => ({
        kind: 'number',
        text: each.precision >= 100_000n ? poundsMillionText(pence) : poundsText(pence),
        value: poundsDecimal(pence),
        source: each.source,
      })
      return {
        role: 'body',
        cells: [
          text(each.title),
          amount(each.printed),
          amount(each.computed),
          amount(each.difference),
          { kind: 'status', tone: each.agrees ? 'good' : 'close', text: each.agrees ? 'Agrees' : 'Differs' },
        ],
      }
    }),
    notes: [
      'A total printed in £m is held against its lines rounded in the same way. A difference is shown and never forced away.',
    ],
  }
}
