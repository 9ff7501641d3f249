import { type Pence, parseMoney } from '../../domain/money.ts'
import type { CapitalInput, ControlTotalInput, RevenueInput } from '../../finance/commands.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'

const amount = (text: string | undefined, unit: 'pounds' | 'millions'): Pence => {
  const parsed = parseMoney(text ?? '', unit)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}
const thousandPounds = 100_000n
const onePound = 100n

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

const years = { budget_2024_25: '2024-25', budget_2025_26: '2025-26', budget_2026_27: '2026-27' } as const
type YearColumn = keyof typeof years
const yearColumns = Object.keys(years) as YearColumn[]

/** The capital programme put to Cabinet in July 2024: 68 schemes over three years. */
export function capitalProgrammeJuly2024(): CapitalInput {
  const rows = shipped('sefton/finance/capital_programme_appendix_a.csv')
  const schemes = rows.filter((row) => row.row_type === 'scheme')
  const printed = rows.filter((row) => row.row_type === 'total_printed')
  return {
    programme: '2024-07',
    schemes: schemes.map((row) => ({
      code: `capital-${row.scheme_no}`,
      service: slug(row.service ?? ''),
      title: row.scheme ?? '',
      source: sourceOf(row),
      budget: Object.fromEntries(yearColumns.map((column) => [years[column], amount(row[column], 'pounds')])),
    })),
    controlTotals: [...printed.flatMap(programmeTotals), ...serviceTotals()],
  }
}

const programmeTotals = (row: Readonly<Record<string, string>>): ControlTotalInput[] =>
  yearColumns.map((column) => ({
    line: 'total',
    quantity: years[column],
    title: `Total programme ${years[column].replace('-', '/')}`,
    printed: amount(row[column], 'pounds'),
    precision: onePound,
    source: sourceOf(row),
  }))

/** Another table of the same paper prints each service's budget in £m; it shows in which service a difference lies. */
const serviceTotals = (): ControlTotalInput[] =>
  shipped('sefton/finance/capital_forecast.csv')
    .filter((row) => row.row_type === 'service')
    .flatMap((row) =>
      yearColumns.map((column) => ({
        line: slug(row.service ?? ''),
        quantity: years[column],
        title: `${row.service} ${years[column].replace('-', '/')}`,
        printed: amount(row[`${column}_m`], 'millions'),
        precision: thousandPounds,
        source: sourceOf(row),
      })),
    )
