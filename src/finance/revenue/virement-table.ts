import { dayOrMonthText, monthText } from '../../domain/financial-year.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, text } from '../../domain/report/cells.ts'
import type { Virement } from './virements.ts'

/** Moves of money between budgets, with who approved each and when. */
export function virementTable(financialYear: string, virements: readonly Virement[]): Table {
  const side = ({ lines }: Virement, isGiven: boolean): string =>
    lines
      .filter(({ amount }) => amount > 0n === isGiven)
      .map(({ serviceName, subjective }) =>
        subjective === '' ? serviceName : `${serviceName}, ${subjective}`,
      )
      .join('; ')
  const row = (virement: Virement): Row => ({
    role: 'body',
    cells: [
      text(virement.purpose),
      text(side(virement, false)),
      text(side(virement, true)),
      millions(virement.amount, virement.source),
      text(`${virement.route}, ${dayOrMonthText(virement.approvedWhen)}`),
      text(monthText(virement.inBudgetFrom)),
    ],
  })
  return {
    name: `virements-${financialYear}`,
    caption: 'Money moved between budgets, £m',
    columns: [
      column('purpose', 'What for', 'left', 3),
      column('from', 'From', 'left', 2.4),
      column('to', 'To', 'left', 2.4),
      column('amount', '£m', 'right', 1),
      column('approved', 'Approved by', 'left', 1.6),
      column('since', 'In the budgets from', 'left', 1.4),
    ],
    rows: virements.map(row),
    notes: [
      'What a virement takes from one budget it gives to another: the council’s total does not change.',
    ],
  }
}
