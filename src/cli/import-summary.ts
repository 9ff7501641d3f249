import type { ImportProblem } from '../domain/import/incoming.ts'
import type { ImportResult } from '../measures/import/import-input.ts'

const shown = 20
const count = (n: number): string => n.toLocaleString('en-GB')

/** Says what came of an import: how it was read, what is wrong or unlikely, what changed, and what to do. */
export function importSummary(
  result: ImportResult,
  dryRun: boolean,
  out: (text: string) => void,
  err: (text: string) => void,
): void {
  const { accepted, revised, unchanged, problems, warnings, revisions, file, table, understood } = result
  if (table)
    err(
      `${file}: a ${table.kind} table${table.sheet ? ` on the sheet '${table.sheet}'` : ''}, header in row ${table.headerRow}: ${Object.entries(
        table.columns,
      )
        .map(([column, header]) => (column === header ? column : `${column} = ${header}`))
        .join(', ')}.`,
    )
  for (const { row, column, count: times, message } of understood)
    err(`${where(file, row, column)}: ${message}${times > 1 ? ` (${count(times)} times)` : ''}`)
  list(problems, file, err, 'problems')
  if (problems.length > 0) {
    err('Nothing was stored.')
    return
  }
  if (warnings.length > 0) err(`To be looked at before it is stored:`)
  list(warnings, file, err, 'warnings')
  if (dryRun)
    for (const { row, was, becomes } of revisions.slice(0, shown))
      out(`row ${row}: ${was} becomes ${becomes}`)
  const would = dryRun || !result.stored
  out(
    `${would ? 'Would store' : 'Stored'} ${count(accepted)} new figures and ${count(revised)} revisions; ${count(unchanged)} were held already.`,
  )
  if (!dryRun && !result.stored)
    err('Nothing was stored. When the figures are right, import them again with --accept-warnings.')
}

const where = (file: string, row: number, column: string): string =>
  `${file}, row ${row}${column ? `, ${column}` : ''}`

function list(some: readonly ImportProblem[], file: string, err: (text: string) => void, what: string): void {
  for (const { row, column, message } of some.slice(0, shown)) err(`${where(file, row, column)}: ${message}`)
  if (some.length > shown) err(`... and ${count(some.length - shown)} more ${what} (--json lists them).`)
}
