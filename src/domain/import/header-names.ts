import type { Sign } from './incoming.ts'
import { plainText } from './plain-text.ts'

/** What a column of a table of figures can hold, with the names it goes by, the surest first. */
export const columnNames = {
  series_code: ['series_code', 'measure_code'],
  series: [
    'code',
    'measure',
    'series',
    'indicator_code',
    'indicator_id',
    'indicator',
    'kpi_code',
    'kpi',
    'metric',
    'measure_id',
    'measure_name',
    'indicator_name',
    'ref',
  ],
  area_code: ['area_code'],
  area: [
    'gss_code',
    'gss',
    'ons_code',
    'new_la_code',
    'la_code',
    'lad_code',
    'areacd',
    'ltla_code',
    'utla_code',
    'geography_code',
    'area',
    'area_name',
    'areanm',
    'local_authority',
    'local_authority_name',
    'la_name',
    'geography',
    'geography_name',
    'council',
    'authority',
  ],
  category: ['category', 'breakdown', 'sub_category', 'dimension'],
  period: ['period', 'time_period', 'reporting_period', 'date', 'time'],
  period_start: ['period_start', 'start_date', 'start', 'from'],
  period_end: ['period_end', 'end_date', 'end', 'to'],
  year: ['financial_year', 'year', 'fin_year', 'fy'],
  quarter: ['quarter', 'qtr'],
  month: ['month'],
  value: ['value', 'figure', 'result', 'actual', 'outturn', 'percentage', 'percent', 'rate', 'count'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'denom', 'den', 'base'],
  lower: [
    'lower',
    'lower_limit',
    'lower_ci',
    'lower_95_ci',
    'lci',
    'lower_confidence_limit',
    'lower_ci_95_0_limit',
  ],
  upper: [
    'upper',
    'upper_limit',
    'upper_ci',
    'upper_95_ci',
    'uci',
    'upper_confidence_limit',
    'upper_ci_95_0_limit',
  ],
  status: ['status', 'flag', 'marker', 'value_note'],
  doubt: ['doubt'],
} as const satisfies Record<string, readonly string[]>

export type ColumnName = keyof typeof columnNames

const byName = new Map<string, ColumnName>(
  (Object.entries(columnNames) as [ColumnName, readonly string[]][]).flatMap(([column, list]) =>
    list.map((name) => [name, column] as const),
  ),
)

/** The column that a header's label names; null when it names none we know. */
export const columnNamed = (label: string): ColumnName | null => byName.get(nameOf(label)) ?? null

/** How sure a name is of its column: 0 is surest. */
export const rankOf = (column: ColumnName, label: string): number =>
  (columnNames[column] as readonly string[]).indexOf(nameOf(label))

/** 'Area Code ' and 'area-code' are area_code. */
export const nameOf = (label: string): string =>
  withoutUnit(label)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')

export type HeaderUnit = { readonly sign: Sign; readonly places: number }

const unitAtEnd =
  /\s*[([]\s*(%|£|£000s?|£'000s?|£k|£m|£million|£bn|000s|'000s?|thousands|millions)\s*[)\]]\s*$|\s+(%|£000s?|£m|£)$/i
const places: Readonly<Record<string, number>> = {
  k: 3,
  '000': 3,
  '000s': 3,
  thousands: 3,
  m: 6,
  million: 6,
  millions: 6,
  bn: 9,
}

/** The unit that a header gives in brackets or at its end: 'Spend (£m)', 'Recycled %'. */
export function unitOf(label: string): HeaderUnit {
  const unit = unitAtEnd.exec(plainText(label))
  const written = (unit?.[1] ?? unit?.[2] ?? '').toLowerCase()
  const sign = written === '%' ? '%' : written.startsWith('£') ? '£' : null
  return { sign, places: places[written.replace(/[£']/g, '')] ?? 0 }
}

export const withoutUnit = (label: string): string => plainText(label).replace(unitAtEnd, '').trim()
