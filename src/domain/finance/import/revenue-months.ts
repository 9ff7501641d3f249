import { type FinanceProblem, placesText, problemAt } from './finance-problem.ts'
import {
  financialYearOf,
  monthWords,
  readFinancialMonth,
  readFinancialYear,
  yearText,
} from './financial-month.ts'
import type { MoneyRow } from './money-rows.ts'
import type { RevenueSettings } from './revenue-settings.ts'

export type MonthOfRow = (row: MoneyRow) => string | null

export type MonthsRead = {
  readonly financialYear: string | null
  readonly month: string | null
  /** The months that rows are of, first to last. */
  readonly found: readonly string[]
  readonly monthOf: MonthOfRow
  readonly problems: readonly FinanceProblem[]
}

type Settings = Pick<RevenueSettings, 'financialYear' | 'month' | 'months'>

/** Which month’s end the position is of, and the month of each row. Several months are not told apart by guessing. */
export function revenueMonths(
  rows: readonly MoneyRow[],
  settings: Settings,
  headingYear: string | null,
  monthsAcross: boolean,
): MonthsRead {
  const problems: FinanceProblem[] = []
  const known = settings.financialYear ?? headingYear ?? (settings.month && financialYearOf(settings.month))
  const read = new Map<MoneyRow, string>()
  for (const row of rows) {
    const written = row.cell('month')
    if (written === '') continue
    const year = row.cell('year') === '' ? null : readFinancialYear(row.cell('year'))
    if (year && !year.ok) problems.push(problemAt(row, 'year', row.cell('year'), year.problem))
    const month = readFinancialMonth(written, year?.ok ? year.value : known)
    if (!month.ok) problems.push(problemAt(row, 'month', written, month.problem))
    else read.set(row, month.value)
  }
  const found = [...new Set(read.values())].toSorted()
  const month =
    settings.month ?? (found.length === 1 && settings.months !== 'amounts' ? (found[0] ?? null) : null)
  const financialYear =
    known ?? (month && financialYearOf(month)) ?? (found[0] ? financialYearOf(found[0]) : null)
  problems.push(
    ...outside(read, financialYear),
    ...notSaid(rows, { month, financialYear, found, settings, monthsAcross }),
  )
  return { financialYear, month, found, monthOf: (row) => read.get(row) ?? null, problems }
}

const outside = (read: ReadonlyMap<MoneyRow, string>, year: string | null): FinanceProblem[] =>
  year === null
    ? []
    : [...read]
        .filter(([, month]) => financialYearOf(month) !== year)
        .map(([row, month]) =>
          problemAt(
            row,
            'month',
            row.cell('month'),
            `${monthWords(month)} is in ${yearText(financialYearOf(month))}, not in ${yearText(year)}. Take the row out, or state the financial year that is meant.`,
          ),
        )

type Said = {
  readonly month: string | null
  readonly financialYear: string | null
  readonly found: readonly string[]
  readonly settings: Settings
  readonly monthsAcross: boolean
}

function notSaid(
  rows: readonly MoneyRow[],
  { month, financialYear, found, settings, monthsAcross }: Said,
): FinanceProblem[] {
  const at = rows[0] ?? { sheet: '', row: 1 }
  const names = found.map(monthWords).join(', ')
  const manyUnexplained = found.length > 1 && settings.months === null
  if (manyUnexplained)
    return [
      problemAt(
        at,
        'month',
        '',
        `The file has rows of ${found.length} months (${names}). Say what they are: each month’s rows the whole year as it was seen then (on the command line --months positions), or each that month’s own amount (--months amounts); and the month whose end the position is of (on the command line --month).`,
      ),
    ]
  if (month === null)
    return [
      problemAt(
        at,
        'month',
        '',
        `The month whose end this position is of is not said${monthsAcross ? ': the months across the top are those of the amounts' : ''}. State it (on the command line --month 2024-06).`,
      ),
    ]
  const wrongYear = financialYear !== null && financialYearOf(month) !== financialYear
  if (wrongYear)
    return [
      problemAt(
        at,
        'month',
        month,
        `${monthWords(month)} is in ${yearText(financialYearOf(month))}, not in ${yearText(financialYear)}. State the month and the year that belong together.`,
      ),
    ]
  if (found.length > 0 && settings.months !== 'amounts' && !found.includes(month))
    return [
      problemAt(
        at,
        'month',
        names,
        `The file has no rows of ${monthWords(month)}: it has ${names}. State one of these.`,
      ),
    ]
  return []
}

/** Rows that belong to the position: of its month, or of every month where each has its own amount. */
export const ofPosition =
  ({ month, monthOf }: MonthsRead, { months }: Settings) =>
  (row: MoneyRow): boolean => {
    const own = monthOf(row)
    return own === null || months === 'amounts' || own === month
  }

/** What is said of the rows of other months. */
export function leftOut(rows: readonly MoneyRow[], { month, monthOf }: MonthsRead): string | null {
  const others = new Set(rows.map(monthOf).filter((each) => each !== null && each !== month))
  if (others.size === 0 || month === null) return null
  const places = rows.filter((row) => others.has(monthOf(row)))
  return `Rows of other months than ${monthWords(month)} are left out: ${[...others].map((each) => monthWords(each ?? '')).join(', ')} (${placesText(places)}).`
}
