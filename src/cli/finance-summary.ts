import { counted } from '../domain/counted.ts'
import type { FinanceProblem } from '../domain/finance/import/finance-problem.ts'
import { unitWords } from '../domain/finance/import/money-unit.ts'
import type { FinanceImportResult } from '../finance/import/finance-result.ts'
import { shapeWords } from '../finance/import/finance-words.ts'

const shown = 20

/** Says what came of a finance file: how it was read, how its totals stand, what is wrong or asked about, and what to do. */
export function financeSummary(
  result: FinanceImportResult,
  dryRun: boolean,
  out: (text: string) => void,
  err: (text: string) => void,
): void {
  const { file, found, problems, warnings, totals, understood, stored } = result
  const { shape, unit, unitSays } = found
  if (shape !== null)
    err(
      `${file}: ${shapeWords(shape)}${unit === null ? '' : `, in ${unitWords(unit)}, as ${unitSays} says`}.`,
    )
  for (const each of understood)
    err(`${where(file, each)}: ${each.message}${each.count > 1 ? ` (${each.count} times)` : ''}`)
  for (const each of totals.slice(0, shown)) err(`${where(file, { ...each, column: '' })}: ${each.says}`)
  if (totals.length > shown) err(`... and ${totals.length - shown} more totals (--json lists them).`)
  list(problems, file, err, 'problems')
  if (problems.length > 0) {
    err('Nothing was stored.')
    return
  }
  if (warnings.length > 0)
    err(stored ? 'Stored, though it was asked about:' : 'To be looked at before it is stored:')
  list(warnings, file, err, 'questions')
  const { accepted, unchanged } = result
  const lines = result.kind === 'revenue' ? 'line' : 'scheme'
  out(
    `${dryRun || !stored ? 'Would store' : 'Stored'} ${counted(accepted, `new ${lines}`)}; ${unchanged} ${unchanged === 1 ? 'was' : 'were'} held already.`,
  )
  if (!dryRun && !stored)
    err(
      'Nothing was stored. When the amounts are right, import them again with --accept-warnings and --reason TEXT.',
    )
}

const where = (
  file: string,
  { sheet, row, column }: Pick<FinanceProblem, 'sheet' | 'row' | 'column'>,
): string => `${file}${sheet ? `, sheet ${sheet}` : ''}, row ${row}${column ? `, ${column}` : ''}`

function list(
  some: readonly FinanceProblem[],
  file: string,
  err: (text: string) => void,
  what: string,
): void {
  for (const each of some.slice(0, shown)) err(`${where(file, each)}: ${each.message}`)
  if (some.length > shown) err(`... and ${some.length - shown} more ${what} (--json lists them).`)
}
