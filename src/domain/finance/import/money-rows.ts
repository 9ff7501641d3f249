import type { SheetRow } from '../../import/incoming.ts'
import type { Pence } from '../../money.ts'
import { readAmount } from './amount-cell.ts'
import type { FinanceColumn } from './finance-columns.ts'
import { type FinanceProblem, type Place, problemAt } from './finance-problem.ts'
import type { AmountColumn, FinanceTable } from './finance-table.ts'
import type { MoneyUnit } from './money-unit.ts'

export type Amount = {
  readonly pence: Pence
  /** The smallest sum that the decimals of its column tell. */
  readonly step: Pence
  /** The heading of the column, or of the first of several that were added. */
  readonly column: string
  readonly written: string
}

/** One row of a table that holds amounts, by what they are: 'budget', 'forecast', or a year of a programme. */
export type MoneyRow = Place & {
  readonly cell: (column: FinanceColumn) => string
  /** The words that name the row: what its columns of names hold, the first first. */
  readonly name: string
  /** The row of words above it, under which it stands. */
  readonly group: string
  readonly amounts: ReadonlyMap<string, Amount>
}

export type Reading = {
  readonly unit: MoneyUnit
  readonly commaIsAmbiguous: boolean
  /** What an amount of that column is of; null when the column is not kept. */
  readonly keyOf: (column: AmountColumn, cell: MoneyRow['cell']) => string | null
  readonly say: (place: Place, column: string, value: string, message: string) => void
}

const naming: readonly FinanceColumn[] = ['service', 'scheme', 'cost_centre', 'scheme_code', 'description']

/** The rows of a table with their amounts read, and what is wrong with those that cannot be. Rows without any amount are words. */
export function moneyRows(table: FinanceTable, reading: Reading) {
  const rows: MoneyRow[] = []
  const problems: FinanceProblem[] = []
  let group = ''
  for (const row of table.below) {
    const cell = (column: FinanceColumn): string => row.cells[table.names.get(column) ?? -1]?.trim() ?? ''
    const name = naming.map(cell).find((text) => text !== '') ?? ''
    if (table.amounts.every(({ index }) => (row.cells[index]?.trim() ?? '') === '')) {
      if (row.cells.some((text) => text.trim() !== '')) group = name || group
      continue
    }
    problems.push(...countProblem(row, table, cell))
    const { amounts, wrong } = amountsOf(row, table, cell, reading)
    problems.push(...wrong)
    if (wrong.length === 0 && amounts.size > 0)
      rows.push({ sheet: row.sheet, row: row.row, cell, name, group, amounts })
  }
  return { rows: inFinestSteps(rows), problems }
}

function amountsOf(row: SheetRow, table: FinanceTable, cell: MoneyRow['cell'], reading: Reading) {
  const amounts = new Map<string, Amount>()
  const wrong: FinanceProblem[] = []
  for (const column of table.amounts) {
    const written = row.cells[column.index]?.trim() ?? ''
    const read = readAmount(written, reading.unit, reading)
    if (read.kind === 'blank') continue
    if (read.kind === 'unreadable') {
      wrong.push(problemAt(row, column.label, written, read.problem))
      continue
    }
    for (const message of read.says) reading.say(row, column.label, written, message)
    const key = reading.keyOf(column, cell)
    if (key === null) continue
    const before = amounts.get(key)
    amounts.set(
      key,
      before
        ? {
            ...before,
            pence: before.pence + read.pence,
            step: before.step < read.step ? before.step : read.step,
          }
        : { pence: read.pence, step: read.step, column: column.label, written },
    )
  }
  return { amounts, wrong }
}

/** A spreadsheet drops the noughts at the end of a decimal: a column is as fine as its finest cell. */
function inFinestSteps(rows: readonly MoneyRow[]): MoneyRow[] {
  const finest = new Map<string, Pence>()
  for (const { amounts } of rows)
    for (const [key, { step }] of amounts) {
      const held = finest.get(key)
      if (held === undefined || step < held) finest.set(key, step)
    }
  return rows.map((row) => ({
    ...row,
    amounts: new Map(
      [...row.amounts].map(([key, each]) => [key, { ...each, step: finest.get(key) ?? each.step }]),
    ),
  }))
}

function countProblem(
  row: SheetRow,
  { names, labels }: FinanceTable,
  cell: MoneyRow['cell'],
): FinanceProblem[] {
  const index = names.get('count')
  const value = cell('count')
  if (index === undefined || value === '') return []
  const label = labels[index] ?? 'count'
  const number = /^(\()?([-−–]?)[\d,]*\.?\d+\)?$/.exec(value)
  if (!number)
    return [problemAt(row, label, value, `'${value}' is not a count. Write digits, or leave the cell empty.`)]
  const negative = Boolean(number[1] || number[2]) && /[1-9]/.test(value)
  return negative
    ? [
        problemAt(
          row,
          label,
          value,
          `A count cannot be below nought: '${value}'. Write how many there are; a change belongs in a column of its own.`,
        ),
      ]
    : []
}
