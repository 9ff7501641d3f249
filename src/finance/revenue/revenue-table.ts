import type { RevenueAmounts } from '../../domain/finance/revenue.ts'
import { varianceText } from '../../domain/money.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, sentenceCase, text } from '../../domain/report/cells.ts'
import type { RevenueMonitor } from './queries.ts'

/** The revenue statement in £m to three decimals; totals are of the unrounded figures. */
export function revenueTable({ position, financialYear, month, source }: RevenueMonitor): Table {
  const line = (role: Row['role'], name: string, { budget, forecast, variance }: RevenueAmounts): Row => ({
    role,
    cells: [
      text(name),
      millions(budget, source),
      millions(forecast, source),
      millions(variance, source),
      text(sentenceCase(varianceText(variance))),
    ],
  })
  return {
    name: `revenue-${financialYear}-${month}`,
    caption: 'Revenue budget, forecast outturn and variance, £m',
    columns: [
      column('service', 'Service', 'left', 4),
      column('budget', 'Budget £m', 'right', 1.3),
      column('forecast', 'Forecast £m', 'right', 1.3),
      column('variance', 'Variance £m', 'right', 1.3),
      column('words', 'In words', 'left', 2.8),
    ],
    rows: [
      ...position.services.map((each) => line('body', each.name, each)),
      line('total', 'Total service net expenditure', position.serviceTotal),
      ...position.corporate.map((each) => line('body', each.name, each)),
      line('total', 'Total net expenditure', position.total),
    ],
    notes: ['A positive variance is an overspend. Totals are computed from the lines before rounding.'],
  }
}
