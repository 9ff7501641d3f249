import { plainText } from '../../import/plain-text.ts'
import { readFinancialMonth, readFinancialYear } from './financial-month.ts'
import { withoutUnit } from './money-unit.ts'

/** What a column of a finance file can name, beside its amounts, with the headings it goes by. */
export const financeColumns = {
  service: ['service', 'service area', 'service name', 'service line', 'budget area'],
  cost_centre: ['cost centre', 'cost center', 'cost centre code', 'cc', 'cost code', 'costc'],
  description: [
    'description',
    'cost centre description',
    'cost centre name',
    'line',
    'budget line',
    'item',
    'detail',
    'subjective',
    'subjective description',
    'account',
    'heading',
  ],
  scheme_code: [
    'scheme code',
    'scheme no',
    'scheme number',
    'scheme ref',
    'scheme id',
    'project code',
    'code',
  ],
  scheme: ['scheme', 'scheme name', 'scheme title', 'project', 'project name', 'capital scheme'],
  month: ['month', 'period', 'accounting period', 'financial period', 'fin period'],
  year: ['year', 'financial year', 'fin year', 'fy'],
  count: [
    'count',
    'placements',
    'placement count',
    'number of placements',
    'headcount',
    'fte',
    'clients',
    'number',
  ],
} as const satisfies Record<string, readonly string[]>

export type FinanceColumn = keyof typeof financeColumns

/** What the amounts of a file are, with the headings they go by. 'amount' is one whose year its row or heading gives. */
export const quantities = {
  budget: [
    'annual budget',
    'full year budget',
    'current budget',
    'revised budget',
    'latest budget',
    'approved budget',
    'working budget',
    'net budget',
    'total budget',
    'budget',
  ],
  forecast: [
    'full year forecast',
    'forecast outturn',
    'forecast full year',
    'year end forecast',
    'projected outturn',
    'latest forecast',
    'forecast',
    'projection',
    'outturn',
  ],
  actual: [
    'actual to date',
    'actuals to date',
    'year to date actual',
    'spend to date',
    'actuals',
    'actual',
    'ytd',
  ],
  variance: [
    'forecast outturn variance',
    'forecast variance',
    'projected variance',
    'outturn variance',
    'over underspend',
    'overspend underspend',
    'variance',
    'variation',
  ],
  amount: ['capital budget', 'amount', 'value', 'total'],
} as const satisfies Record<string, readonly string[]>

export type Quantity = keyof typeof quantities

const words = (text: string): string =>
  withoutUnit(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const byHeading = new Map<string, FinanceColumn>(
  (Object.entries(financeColumns) as [FinanceColumn, readonly string[]][]).flatMap(([column, list]) =>
    list.map((name) => [name, column] as const),
  ),
)

/** What a heading says its column names; null when it is of amounts, or not known. */
export const columnHeaded = (label: string): FinanceColumn | null => byHeading.get(words(label)) ?? null

export type AmountHeading = {
  readonly quantity: Quantity | null
  readonly month: string | null
  readonly year: string | null
}

const phrases = (Object.entries(quantities) as [Quantity, readonly string[]][]).flatMap(([quantity, list]) =>
  list.map((phrase) => ({ quantity, phrase })),
)

/** What a heading says of the amounts below it: 'Budget £m', 'Forecast 2024/25', 'Jun-24'; null when they are none. */
export function amountHeading(label: string, financialYear: string | null): AmountHeading | null {
  const text = withoutUnit(plainText(label))
  const plain = words(text)
  if (plain === '') return null
  for (const { quantity, phrase } of phrases) {
    const at = ` ${plain} `.indexOf(` ${phrase} `)
    if (at < 0) continue
    const rest = text.replace(new RegExp(phrase.split(' ').join('[^a-z0-9]+'), 'i'), ' ').trim()
    if (words(rest) === '') return { quantity, month: null, year: null }
    const when = whenIn(rest, financialYear)
    if (when) return { quantity, ...when }
  }
  const when = whenIn(text, financialYear)
  return when && { quantity: null, ...when }
}

function whenIn(text: string, financialYear: string | null): Omit<AmountHeading, 'quantity'> | null {
  const bare = text.replace(/^[\s(:_,-]+|[\s):_,-]+$/g, '').replaceAll('_', '-')
  if (bare === '' || /^[\d.,]+$/.test(bare)) return null
  const year = readFinancialYear(bare)
  if (year.ok) return { month: null, year: year.value }
  const month = readFinancialMonth(bare, financialYear)
  return month.ok ? { month: month.value, year: null } : null
}
