import type { CapitalInput } from '../../finance/capital/record-programme.ts'
import type { ControlTotalInput } from '../../finance/control-totals.ts'
import { shipped, slug, sourceOf } from '../csv.ts'
import { amount, onePound, thousandPounds } from './amount.ts'

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
