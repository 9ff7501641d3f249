import type { SheetRow } from '../../import/incoming.ts'
import { fileUnit } from './file-unit.ts'
import { type FinanceNotes, financeNotes } from './finance-notes.ts'
import { type FinanceProblem, type FinanceUnderstood, problemAt } from './finance-problem.ts'
import type { AmountColumn, FinanceTable } from './finance-table.ts'
import { financialYearOf, yearText } from './financial-month.ts'
import type { KnownServices } from './known-services.ts'
import { type MoneyRow, moneyRows } from './money-rows.ts'
import type { MoneyUnit } from './money-unit.ts'
import { type ServiceLine, serviceLines, type UnknownCostCentre } from './revenue-lines.ts'
import { leftOut, ofPosition, revenueMonths } from './revenue-months.ts'
import type { RevenueSettings, RevenueShape } from './revenue-settings.ts'
import { revenueTables } from './revenue-tables.ts'
import { sortRevenueRow } from './revenue-totals.ts'
import { type FoundTotal, lineAndTotals } from './totals.ts'
import { varianceProblems } from './variance-sign.ts'

export type RevenueRead = {
  readonly shape: RevenueShape | null
  readonly unit: MoneyUnit | null
  readonly unitSays: string | null
  readonly tables: readonly FinanceTable[]
  readonly financialYear: string | null
  readonly month: string | null
  readonly lines: readonly ServiceLine[]
  readonly totals: readonly FoundTotal[]
  readonly problems: readonly FinanceProblem[]
  readonly understood: readonly FinanceUnderstood[]
  readonly unknownCostCentres: readonly UnknownCostCentre[]
  readonly costCentres: ReadonlyMap<string, string>
}

export type RevenueKnown = {
  readonly services: KnownServices
  readonly costCentres: ReadonlyMap<string, string>
  readonly commaIsAmbiguous: boolean
}

const nothing: RevenueRead = {
  shape: null,
  unit: null,
  unitSays: null,
  tables: [],
  financialYear: null,
  month: null,
  lines: [],
  totals: [],
  problems: [],
  understood: [],
  unknownCostCentres: [],
  costCentres: new Map(),
}

/** Reads a revenue position out of the sheets of a file: which shape, which unit, which lines, and the totals held against them. */
export function readRevenue(
  sheets: readonly (readonly SheetRow[])[],
  settings: RevenueSettings,
  known: RevenueKnown,
): RevenueRead {
  const stated = settings.financialYear ?? (settings.month === null ? null : financialYearOf(settings.month))
  const found = revenueTables(sheets, settings, stated, known.services)
  if (!found.ok) return { ...nothing, shape: settings.shape, problems: [found.problem] }
  const { shape, tables, notRead } = found
  const unit = fileUnit(tables, settings.unit)
  const base = { ...nothing, shape, tables, unit: unit.unit, unitSays: unit.says }
  const notes = financeNotes()
  for (const sheet of notRead)
    notes.say(
      { sheet, row: 1 },
      '',
      '',
      `The sheet ‘${sheet}’ also holds a table of budgets, and was not read. Name the sheet to read it instead.`,
    )
  if (unit.unit === null || unit.problems.length > 0)
    return { ...base, problems: unit.problems, understood: notes.all() }
  return { ...base, ...positionOf({ shape, tables, unit: unit.unit }, settings, known, notes) }
}

type Found = {
  readonly shape: RevenueShape
  readonly tables: readonly FinanceTable[]
  readonly unit: MoneyUnit
}

function positionOf(
  { shape, tables, unit }: Found,
  settings: RevenueSettings,
  known: RevenueKnown,
  notes: FinanceNotes,
): Partial<RevenueRead> {
  const year = yearOfHeadings(tables, settings)
  const keyOf = ({ quantity, year: own }: AmountColumn): string | null => {
    if (quantity === null || quantity === 'actual' || quantity === 'amount') return null
    return own !== null && own !== year ? null : quantity
  }
  const reading = { unit, commaIsAmbiguous: known.commaIsAmbiguous, keyOf, say: notes.say }
  const read = tables.map((table) => moneyRows(table, reading))
  const rows = read.flatMap((each) => each.rows)
  const monthsAcross = tables.some(({ amounts }) => amounts.some(({ month }) => month !== null))
  const months = revenueMonths(rows, settings, year, monthsAcross)
  const sign = settings.varianceSign ?? 'overspend-positive'
  const costCentres = new Map([...known.costCentres, ...Object.entries(settings.costCentres)])
  const sorting = sortRevenueRow({ shape, services: known.services, costCentres, unit, sign, months })
  const parted = read.map((each) => lineAndTotals(each.rows, sorting))
  const ours = ofPosition(months, settings)
  const rowsOfPosition = parted.flatMap(({ lines }) => lines).filter(ours)
  const totals = parted.flatMap((each) => each.totals).filter((each) => each.covers.some(ours))
  for (const says of settings.months === 'amounts' ? [] : [leftOut(rows, months)])
    if (says !== null) notes.say({ sheet: '', row: tables[0]?.headerRow ?? 1 }, 'month', '', says)
  for (const table of tables) sayOfColumns(table, year, notes)
  const sums = serviceLines(rowsOfPosition, { shape, services: known.services, costCentres, unit })
  return {
    financialYear: months.financialYear,
    month: months.month,
    lines: sums.lines,
    totals,
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...outsideHeadings(tables, months.financialYear),
      ...months.problems,
      ...noLines(rows, tables),
      ...sums.problems,
      ...varianceProblems(rowsOfPosition, sign, unit),
    ],
    understood: notes.all(),
    unknownCostCentres: sums.unknown,
    costCentres: new Map([...sums.said].filter(([code, service]) => known.costCentres.get(code) !== service)),
  }
}

/** The year that the headings give: the one that was stated, where they give several. */
function yearOfHeadings(
  tables: readonly FinanceTable[],
  { financialYear, month }: RevenueSettings,
): string | null {
  const years = new Set(
    tables.flatMap(({ amounts }) => amounts.flatMap(({ year }) => (year === null ? [] : [year]))),
  )
  const stated = financialYear ?? (month && financialYearOf(month))
  if (stated) return stated
  return years.size === 1 ? ([...years][0] ?? null) : null
}

const outsideHeadings = (tables: readonly FinanceTable[], year: string | null): FinanceProblem[] =>
  tables.flatMap(({ sheet, headerRow, amounts }) =>
    amounts.flatMap(({ month, label }) =>
      month === null || year === null || financialYearOf(month) === year
        ? []
        : [
            problemAt(
              { sheet, row: headerRow },
              label,
              label,
              `The month of this column is in ${yearText(financialYearOf(month))}, not in ${yearText(year)}. Take the column out, or state the financial year that is meant.`,
            ),
          ],
    ),
  )

const noLines = (rows: readonly MoneyRow[], [table]: readonly FinanceTable[]): FinanceProblem[] =>
  rows.length > 0
    ? []
    : [
        problemAt(
          { sheet: table?.sheet ?? '', row: table?.headerRow ?? 1 },
          '',
          '',
          'No row below the headings holds an amount.',
        ),
      ]

function sayOfColumns(
  { sheet, headerRow: row, amounts }: FinanceTable,
  year: string | null,
  notes: FinanceNotes,
) {
  const actual = amounts.find(({ quantity }) => quantity === 'actual')
  if (actual)
    notes.say(
      { sheet, row },
      actual.label,
      '',
      'Actuals are looked at and not kept: a position holds budget and forecast.',
    )
  for (const { label, year: own } of amounts)
    if (own !== null && own !== year)
      notes.say({ sheet, row }, label, '', `The column ‘${label}’ is of another year, and was not read.`)
}
