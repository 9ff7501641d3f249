import { type ColumnName, columnNames } from '../../domain/import/header-names.ts'
import type { SourceMapping } from '../import/sources.ts'

/** What each column holds, as people say it. */
export const columnWords: Readonly<Record<ColumnName, string>> = {
  series_code: 'Series, by code',
  series: 'Series, by name',
  area_code: 'Area, by code',
  area: 'Area, by name',
  category: 'Part of the figure',
  period: 'Period',
  period_start: 'First day',
  period_end: 'Last day',
  year: 'Year',
  quarter: 'Quarter',
  month: 'Month',
  value: 'Value',
  numerator: 'Numerator',
  denominator: 'Denominator',
  lower: 'Lower limit',
  upper: 'Upper limit',
  status: 'Status',
  doubt: 'Doubt',
}

export const mainColumns: readonly ColumnName[] = ['series_code', 'area_code', 'period', 'value']
const fixedNames = ['series', 'area', 'period'] as const

/** What stands in the form first: what somebody said, or what was recognised. */
export function mappingFields(
  { sheet, columns = {}, fixed = {} }: Partial<SourceMapping>,
  recognised: Readonly<Record<string, string>>,
): Record<string, string> {
  const names = Object.keys(columnNames) as ColumnName[]
  // A series found by its name is shown where people look for it.
  const known = { series_code: recognised.series, area_code: recognised.area, ...recognised }
  const shown = (name: ColumnName) =>
    columns[name] ?? (mainColumns.includes(name) ? known[name as 'area_code'] : recognised[name])
  return {
    sheet: sheet ?? '',
    ...Object.fromEntries(names.map((name) => [name, shown(name) ?? ''])),
    ...Object.fromEntries(fixedNames.map((name) => [`fixed-${name}`, fixed[name] ?? ''])),
  }
}

/** What is typed there, without what is left empty. */
export function readMapping(body: URLSearchParams): Partial<SourceMapping> {
  const typed = (name: string): string => (body.get(name) ?? '').trim().slice(0, 200)
  const names = (Object.keys(columnNames) as ColumnName[]).filter((name) => typed(name) !== '')
  const fixed = fixedNames.filter((name) => typed(`fixed-${name}`) !== '')
  return {
    ...(typed('sheet') === '' ? {} : { sheet: typed('sheet') }),
    columns: Object.fromEntries(names.map((name) => [name, typed(name)])),
    fixed: Object.fromEntries(fixed.map((name) => [name, typed(`fixed-${name}`)])),
  }
}
