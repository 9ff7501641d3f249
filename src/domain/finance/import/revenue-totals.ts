import type { FinanceColumn } from './finance-columns.ts'
import type { KnownServices } from './known-services.ts'
import type { MoneyRow } from './money-rows.ts'
import type { MoneyUnit } from './money-unit.ts'
import { serviceFinder } from './revenue-lines.ts'
import type { MonthsRead } from './revenue-months.ts'
import type { RevenueShape } from './revenue-settings.ts'
import { isTotalName, totalOf } from './total-name.ts'
import type { Sorting } from './totals.ts'
import type { VarianceSign } from './variance-sign.ts'

type Facts = {
  readonly shape: RevenueShape
  readonly services: KnownServices
  readonly costCentres: ReadonlyMap<string, string>
  readonly unit: MoneyUnit
  readonly sign: VarianceSign
  readonly months: Pick<MonthsRead, 'monthOf'>
}

const naming: readonly FinanceColumn[] = ['service', 'cost_centre', 'description']

/** How the rows of a revenue position are told apart: what is a line, what a total, and of which lines. */
export function sortRevenueRow({ shape, services, costCentres, unit, sign, months }: Facts): Sorting {
  const serviceOf = serviceFinder(shape, services, costCentres)
  const ofService = (service: string) => (line: MoneyRow) => serviceOf(line) === service
  const namedTotal = (row: MoneyRow) => {
    const name = naming.map(row.cell).find((text) => services.find(text) === null && isTotalName(text))
    if (name === undefined) return null
    const service = services.find(totalOf(name)) ?? services.find(row.cell('service'))
    return { kind: 'total', of: service === null ? null : ofService(service) } as const
  }
  const sortOf: Sorting['sortOf'] = (row) => {
    const named = namedTotal(row)
    if (named) return named
    if (shape === 'table') return { kind: services.find(row.name) === null ? 'unknown' : 'line' }
    if (row.cell('cost_centre') !== '') return { kind: 'line' }
    if (shape === 'sheets') return { kind: 'unknown' }
    const service = services.find(row.name)
    return service === null ? { kind: 'unknown' } : { kind: 'subtotal-or-line', of: ofService(service) }
  }
  return {
    unit,
    sortOf,
    amountOf: ({ amounts }, key) => {
      if (key !== 'variance') return amounts.get(key)?.pence ?? 0n
      const variance = (amounts.get('forecast')?.pence ?? 0n) - (amounts.get('budget')?.pence ?? 0n)
      return sign === 'overspend-positive' ? variance : -variance
    },
    groupOf: months.monthOf,
  }
}
