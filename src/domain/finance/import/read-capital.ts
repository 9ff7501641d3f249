import type { SheetRow } from '../../import/incoming.ts'
import { acrossYears, type SchemeLine, schemeLines, serviceOf, titleOf } from './capital-lines.ts'
import { fileUnit } from './file-unit.ts'
import { type FinanceNotes, financeNotes } from './finance-notes.ts'
import { type FinanceProblem, type FinanceUnderstood, problemAt } from './finance-problem.ts'
import { type AmountColumn, type FinanceTable, findTable } from './finance-table.ts'
import { readFinancialYear } from './financial-month.ts'
import type { KnownServices } from './known-services.ts'
import { type MoneyRow, moneyRows } from './money-rows.ts'
import type { MoneyUnit } from './money-unit.ts'
import { isTotalName, totalOf } from './total-name.ts'
import { type FoundTotal, lineAndTotals, type Sort, type Sorting } from './totals.ts'

export type CapitalSettings = {
  readonly sheet: string | null
  readonly unit: MoneyUnit | null
  /** The month of the meeting that saw the programme: '2024-07'. */
  readonly month: string | null
  /** The year of the amounts, where neither a heading nor a column gives it. */
  readonly financialYear: string | null
}

export type CapitalRead = {
  readonly shape: 'years-across' | 'year-per-row' | null
  readonly unit: MoneyUnit | null
  readonly unitSays: string | null
  readonly tables: readonly FinanceTable[]
  readonly lines: readonly SchemeLine[]
  readonly totals: readonly FoundTotal[]
  readonly problems: readonly FinanceProblem[]
  readonly understood: readonly FinanceUnderstood[]
}

export type CapitalKnown = {
  readonly services: KnownServices
  /** Whether a scheme of that name is held: one called ‘Total …’ is then no total. */
  readonly isScheme: (title: string) => boolean
  readonly commaIsAmbiguous: boolean
}

const nothing: CapitalRead = {
  shape: null,
  unit: null,
  unitSays: null,
  tables: [],
  lines: [],
  totals: [],
  problems: [],
  understood: [],
}

/** Reads a capital programme: schemes by service and year, with the totals of the file held against the schemes. */
export function readCapital(
  sheets: readonly (readonly SheetRow[])[],
  settings: CapitalSettings,
  known: CapitalKnown,
): CapitalRead {
  const looked = settings.sheet === null ? sheets : sheets.filter(([row]) => row?.sheet === settings.sheet)
  const wanted = { quantities: ['amount'], anyOf: ['scheme', 'description'], financialYear: null } as const
  const sought = looked.map((rows) => findTable(rows, wanted))
  const tables = sought.flatMap((each) => (each.ok ? [each.table] : []))
  if (tables.length === 0) return { ...nothing, problems: [whyNone(sought, sheets, settings)] }
  const shape = tables[0]?.amounts.some(({ year }) => year !== null) ? 'years-across' : 'year-per-row'
  const unit = fileUnit(tables, settings.unit)
  const notes = financeNotes()
  const base = { ...nothing, shape, tables, unit: unit.unit, unitSays: unit.says } as const
  if (unit.unit === null || unit.problems.length > 0) return { ...base, problems: unit.problems }
  return { ...base, ...programmeOf(tables, unit.unit, settings, known, notes), understood: notes.all() }
}

function whyNone(
  sought: readonly ReturnType<typeof findTable>[],
  sheets: readonly (readonly SheetRow[])[],
  { sheet }: CapitalSettings,
): FinanceProblem {
  const failed = sought.flatMap((each) => (each.ok ? [] : [each]))
  const [best] = failed.toSorted((a, b) => b.likeness - a.likeness)
  if (best) return best.problem
  const names = sheets.map(([row]) => row?.sheet ?? '').filter(Boolean)
  const says =
    sheet === null
      ? 'The file holds no rows. Choose the file that holds the programme.'
      : `There is no sheet ‘${sheet}’. The sheets are: ${names.join(', ')}.`
  return problemAt({ sheet: '', row: 1 }, '', sheet ?? '', says)
}

function programmeOf(
  tables: readonly FinanceTable[],
  unit: MoneyUnit,
  settings: CapitalSettings,
  known: CapitalKnown,
  notes: FinanceNotes,
): Pick<CapitalRead, 'lines' | 'totals' | 'problems'> {
  const sorting = sortOfSchemes(known, unit)
  const read = tables.map((table) => {
    const keyOf = (column: AmountColumn, cell: MoneyRow['cell']) => yearOf(column, cell, settings)
    const found = moneyRows(table, { unit, commaIsAmbiguous: known.commaIsAmbiguous, keyOf, say: notes.say })
    const parted = lineAndTotals(found.rows, sorting)
    return { ...parted, problems: [...found.problems, ...noYear(table, settings)] }
  })
  const rows = read.flatMap(({ lines }) => lines)
  const schemes = schemeLines(rows, known.services, unit)
  const [table] = tables
  const empty =
    rows.length > 0
      ? []
      : [
          problemAt(
            { sheet: table?.sheet ?? '', row: table?.headerRow ?? 1 },
            '',
            '',
            'No row below the headings is a scheme with an amount.',
          ),
        ]
  return {
    lines: schemes.lines,
    totals: read.flatMap(({ totals }) => totals),
    problems: [...read.flatMap(({ problems }) => problems), ...empty, ...schemes.problems],
  }
}

/** The year an amount is of, by its heading, its row, or what was stated. */
function yearOf(
  { year, label }: AmountColumn,
  cell: MoneyRow['cell'],
  { financialYear }: CapitalSettings,
): string | null {
  if (year !== null) return year
  if (isTotalName(label.replace(/£.*$/, '').trim())) return acrossYears
  const written = cell('year')
  const read = written === '' ? null : readFinancialYear(written)
  return read?.ok ? read.value : financialYear
}

function noYear(
  { sheet, headerRow, names, amounts, below }: FinanceTable,
  { financialYear }: CapitalSettings,
): FinanceProblem[] {
  const unsaid = amounts.find(
    ({ year, label }) => year === null && !isTotalName(label.replace(/£.*$/, '').trim()),
  )
  if (!unsaid || financialYear !== null) return []
  const index = names.get('year')
  if (index === undefined)
    return [
      problemAt(
        { sheet, row: headerRow },
        unsaid.label,
        unsaid.label,
        'Nothing says which financial year these amounts are of. Head the column with it, as in ‘2024/25 £’, add a column for the year, or state it (on the command line --year 2024-25).',
      ),
    ]
  return below.flatMap((row) => {
    const written = row.cells[index]?.trim() ?? ''
    const hasAmount = amounts.some(({ index: at }) => (row.cells[at]?.trim() ?? '') !== '')
    const read = readFinancialYear(written)
    return !hasAmount || read.ok ? [] : [problemAt(row, 'year', written, read.problem)]
  })
}

function sortOfSchemes({ services, isScheme }: CapitalKnown, unit: MoneyUnit): Sorting {
  const ofService = (service: string) => (line: MoneyRow) => serviceOf(line, services) === service
  const sortOf = (row: MoneyRow): Sort => {
    const [title, code, service] = [titleOf(row), row.cell('scheme_code'), row.cell('service')]
    const name = code === '' && !isScheme(title) ? [title, service].find(isTotalName) : undefined
    if (name !== undefined) {
      const of = services.find(totalOf(name)) ?? services.find(service)
      return { kind: 'total', of: of === null ? null : ofService(of) }
    }
    if (title !== '') return { kind: 'line' }
    const of = services.find(service)
    return of === null ? { kind: 'unknown' } : { kind: 'total', of: ofService(of) }
  }
  return {
    unit,
    sortOf,
    amountOf: ({ amounts }, key) => {
      if (key !== acrossYears) return amounts.get(key)?.pence ?? 0n
      return [...amounts].reduce((sum, [year, { pence }]) => (year === acrossYears ? sum : sum + pence), 0n)
    },
    groupOf: () => null,
  }
}
