import type { RevenueInput } from '../../finance/revenue/record-position.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'
import { amount, thousandPounds } from './amount.ts'

/** The position at the end of June 2024, month 3 of 2024/25. */
export function revenueMonth3(): RevenueInput {
  const rows = shipped('sefton/finance/revenue_budget_2024_25_m3.csv')
  return {
    financialYear: '2024-25',
    month: '2024-06',
    lines: rows
      .filter((row) => row.is_total === 'no')
      .map((row) => ({
        service: slug(row.service ?? ''),
        budget: amount(row.budget_m, 'millions'),
        forecast: amount(row.forecast_m, 'millions'),
        source: sourceOf(row),
      })),
    pressures: shipped('sefton/finance/revenue_pressures.csv')
      .filter((row) => row.service !== '')
      .map((row) => ({
        position: Number(row.order),
        service: slug(row.service ?? ''),
        // 'of which' parts stand under the pressure printed before them.
        partOf: row.item_paraphrased?.startsWith('of which') ? 2 : null,
        title: row.item_paraphrased ?? '',
        amount: amount(row.amount_m, 'millions'),
        assumption: orNull(row.nature),
        source: sourceOf(row),
      })),
    controlTotals: rows
      .filter((row) => row.is_total === 'yes')
      .flatMap((row) =>
        (['budget', 'forecast', 'variance'] as const)
          .filter((quantity) => row[`${quantity}_m`] !== '')
          .map((quantity) => ({
            line: row.row_type === 'subtotal' ? 'services' : 'total',
            quantity,
            title: `${row.service}, ${quantity}`,
            printed: amount(row[`${quantity}_m`], 'millions'),
            precision: thousandPounds,
            source: sourceOf(row),
          })),
      ),
  }
}
