import type { DebtPart } from '../../domain/finance/debt.ts'
import type { Basis, Indicator, IndicatorFigure } from '../../domain/finance/prudential.ts'
import { parseRate } from '../../domain/finance/rate.ts'
import { financialYearOf } from '../../domain/financial-year.ts'
import type { PrudentialInput } from '../../finance/prudential/record-quarter.ts'
import { type CsvRecord, shipped, sourceOf } from '../csv.ts'
import { amount } from './amount.ts'

const asAt = '2024-06-30'
const aMillion = 100_000_000n

const parts: Readonly<Record<string, DebtPart>> = {
  Borrowing: 'borrowing',
  'Other Long-Term Liabilities': 'other-long-term',
}
const columns = {
  actual: 'actual_2024_06_30_m',
  highest: 'max_actual_to_date_m',
  boundary: 'operational_boundary_m',
  limit: 'authorised_limit_m',
} as const
const quantities = Object.keys(columns) as (keyof typeof columns)[]
const titles = {
  actual: 'Total debt at 30 June 2024',
  highest: 'Highest total debt in the year to date',
  boundary: 'Operational boundary',
  limit: 'Authorised limit',
} as const

const indicators: Readonly<Record<string, Indicator>> = {
  'Capital Expenditure': 'capital-expenditure',
  'Capital Financing Requirement': 'financing-requirement',
  'Net Income from Commercial and Service Investments to Net Revenue Stream': 'commercial-income',
  'Financing Costs to Net Revenue Stream': 'financing-costs',
}

/** The prudential indicators at 30 June 2024. The paper prints debt in whole millions. */
export function prudentialJune2024(): PrudentialInput {
  const debt = shipped('sefton/finance/debt_limits.csv')
  const figures = shipped('sefton/finance/prudential_indicators.csv')
  const of = (row: CsvRecord, quantity: keyof typeof columns) => amount(row[columns[quantity]], 'millions')
  return {
    asAt,
    source: 'Cabinet papers, 25 July 2024: Item 10 para 8',
    debt: debt.flatMap((row) => {
      const part = parts[row.item ?? '']
      if (part === undefined) return []
      const [actual, highest, boundary, limit] = [
        of(row, 'actual'),
        of(row, 'highest'),
        of(row, 'boundary'),
        of(row, 'limit'),
      ]
      return [{ part, actual, highest, boundary, limit, source: sourceOf(row) }]
    }),
    figures: figures.flatMap(figureOf),
    controlTotals: debt
      .filter((row) => row.row_type === 'total')
      .flatMap((row) =>
        quantities.map((quantity) => ({
          line: 'total',
          quantity,
          title: titles[quantity],
          printed: of(row, quantity),
          precision: aMillion,
          source: sourceOf(row),
        })),
      ),
  }
}

function figureOf(row: CsvRecord): IndicatorFigure[] {
  const indicator = indicators[row.indicator ?? '']
  // Debt stands in a file of its own, beside its limits.
  if (indicator === undefined) return []
  const known: readonly string[] = ['actual', 'budget', 'forecast']
  const approved = !known.includes(row.basis ?? '')
  return [
    {
      indicator,
      year: yearOf(row.period ?? ''),
      basis: approved ? 'approved' : (row.basis as Basis),
      value:
        row.unit === '%'
          ? { unit: 'rate', rate: rate(row.value ?? '') }
          : { unit: 'money', amount: amount(row.value, 'millions') },
      words: approved ? (row.basis ?? null) : null,
      source: sourceOf(row),
    },
  ]
}

/** '2023/24', or the year that ends on the day. */
const yearOf = (period: string): string =>
  period.includes('/') ? period.replace('/', '-') : financialYearOf(period)

function rate(text: string): number {
  const parsed = parseRate(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}
