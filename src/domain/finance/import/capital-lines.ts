import type { Pence } from '../../money.ts'
import { type FinanceProblem, placeText, problemAt } from './finance-problem.ts'
import { yearText } from './financial-month.ts'
import type { KnownServices } from './known-services.ts'
import type { MoneyRow } from './money-rows.ts'
import { moneyText } from './money-text.ts'
import type { MoneyUnit } from './money-unit.ts'

/** A scheme as a file gives it, with its budget by financial year. */
export type SchemeLine = {
  /** As the file writes it; empty where it gives none. */
  readonly code: string
  readonly title: string
  readonly service: string
  readonly budget: Readonly<Record<string, Pence>>
  readonly rows: readonly MoneyRow[]
}

/** The sum of a row over its years, as a column of the file has it. */
export const acrossYears = 'total'

export const titleOf = ({ cell }: MoneyRow): string => cell('scheme') || cell('description')

/** Where a row says which service it is of: in a column, in the words above it, or by its sheet. */
export const serviceTexts = ({ cell, group, sheet }: MoneyRow): string[] =>
  [cell('service'), group, sheet].filter((text) => text !== '')

export const serviceOf = (row: MoneyRow, services: KnownServices): string | null => {
  const own = row.cell('service')
  if (own !== '') return services.find(own)
  for (const text of serviceTexts(row)) {
    const service = services.find(text)
    if (service !== null) return service
  }
  return null
}

/** Gathers the rows of each scheme: of one row with several years, or of a row a year. */
export function schemeLines(rows: readonly MoneyRow[], services: KnownServices, unit: MoneyUnit) {
  const problems: FinanceProblem[] = []
  const schemes = new Map<
    string,
    { line: Omit<SchemeLine, 'budget' | 'rows'>; budget: Record<string, Pence>; rows: MoneyRow[] }
  >()
  for (const row of rows) {
    const [title, code, service] = [titleOf(row), row.cell('scheme_code'), serviceOf(row, services)]
    if (title === '') {
      problems.push(
        problemAt(row, 'scheme', '', 'The row names no scheme. Give its name, or call it a total.'),
      )
      continue
    }
    if (service === null) {
      const text = serviceTexts(row)[0] ?? ''
      const says =
        text === ''
          ? 'The row does not say which service the scheme is of.'
          : `There is no service ‘${text}’ here.${services.like(text)}`
      problems.push(problemAt(row, 'service', text, `${says} Write the service as it is named here.`))
      continue
    }
    problems.push(...totalAcross(row, unit))
    const key = `${service} ${(code || title).toLowerCase()}`
    const held = schemes.get(key) ?? { line: { code, title, service }, budget: {}, rows: [] }
    for (const [year, amount] of row.amounts) {
      if (year === acrossYears) continue
      const before = held.budget[year]
      if (before !== undefined) problems.push(twice(row, held.rows, year, before, amount, unit))
      else held.budget[year] = amount.pence
    }
    held.rows.push(row)
    schemes.set(key, held)
  }
  const lines: SchemeLine[] = [...schemes.values()].map(({ line, budget, rows }) => ({
    ...line,
    budget,
    rows,
  }))
  return { lines, problems }
}

function twice(
  row: MoneyRow,
  earlier: readonly MoneyRow[],
  year: string,
  before: Pence,
  { pence, column, written }: { pence: Pence; column: string; written: string },
  unit: MoneyUnit,
): FinanceProblem {
  const first = earlier.find(({ amounts }) => amounts.has(year))
  const where = first ? placeText(first) : 'an earlier row'
  const message =
    before === pence
      ? `This scheme is given twice for ${yearText(year)}: ${where} is of the same. Keep one of them.`
      : `The year ${yearText(year)} has two budgets for this scheme: ${moneyText(before, unit)} in ${where} and ${moneyText(pence, unit)} here. Keep the one that is right.`
  return problemAt(row, column, written, message)
}

function totalAcross(row: MoneyRow, unit: MoneyUnit): FinanceProblem[] {
  const total = row.amounts.get(acrossYears)
  if (total === undefined) return []
  let sum = 0n
  for (const [key, { pence }] of row.amounts) if (key !== acrossYears) sum += pence
  if (sum === total.pence) return []
  const message = `The years of this row add up to ${moneyText(sum, unit)}, and its total is ${moneyText(total.pence, unit)}. Mend whichever is wrong; a year that is not in the file cannot be in its total.`
  return [problemAt(row, total.column, total.written, message)]
}
