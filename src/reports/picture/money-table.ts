import { sumPence, varianceText } from '../../domain/money.ts'
import type { PictureBudget } from '../../domain/picture/parts.ts'
import type { Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, sentenceCase, text } from '../../domain/report/cells.ts'

/** The revenue budgets of one priority, service or portfolio; the total is of the unrounded figures. */
export function moneyTable(budgets: readonly PictureBudget[]): Table {
  const line = (
    role: Row['role'],
    name: string,
    { budget, variance, source }: Pick<PictureBudget, 'budget' | 'variance' | 'source'>,
  ): Row => ({
    role,
    cells: [
      text(name),
      millions(budget, source),
      millions(budget + variance, source),
      text(sentenceCase(varianceText(variance))),
    ],
  })
  const total = {
    budget: sumPence(budgets.map(({ budget }) => budget)),
    variance: sumPence(budgets.map(({ variance }) => variance)),
    source: [...new Set(budgets.map(({ source }) => source))].join('; '),
  }
  return {
    name: 'money',
    caption: 'Revenue budget and forecast, £m',
    columns: [
      column('service', 'Service', 'left', 3),
      column('budget', 'Budget £m', 'right', 1),
      column('forecast', 'Forecast £m', 'right', 1),
      column('words', 'Variance', 'left', 2),
    ],
    rows: [
      ...budgets.map((budget) => line('body', budget.name, budget)),
      ...(budgets.length > 1 ? [line('total', 'Together', total)] : []),
    ],
    notes: [],
  }
}
