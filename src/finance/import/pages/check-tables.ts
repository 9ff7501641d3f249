import type { FinanceProblem } from '../../../domain/finance/import/finance-problem.ts'
import { yearText } from '../../../domain/finance/import/financial-month.ts'
import { type Pence, parseMoney, sumPence } from '../../../domain/money.ts'
import type { Row, Table } from '../../../domain/report/blocks.ts'
import { column, millions, pounds, sentenceCase, text } from '../../../domain/report/cells.ts'
import type { FinanceImportResult, ToldTotal } from '../finance-result.ts'

const sheetColumn = (sheeted: boolean) => (sheeted ? [column('sheet', 'Sheet', 'left', 2)] : [])
const textRow = (...texts: string[]): Row => ({ role: 'body', cells: texts.map((words) => text(words)) })

/** Problems or questions by row of the file, for whoever mends it. */
export const problemsTable = (
  name: string,
  caption: string,
  all: readonly FinanceProblem[],
  sheeted: boolean,
): Table => ({
  name,
  caption,
  columns: [
    ...sheetColumn(sheeted),
    column('row', 'Row', 'left', 1),
    column('column', 'Column', 'left', 2),
    column('value', 'Value', 'left', 2),
    column('says', 'What is wrong, and how to mend it', 'left', 6),
  ],
  rows: all.map(({ sheet, row, column: at, value, message }) =>
    textRow(...(sheeted ? [sheet] : []), String(row), at, value, message),
  ),
  notes: [],
})

export const totalsTable = (totals: readonly ToldTotal[], sheeted: boolean): Table => ({
  name: 'totals',
  caption: 'Totals of the file beside their lines',
  columns: [
    ...sheetColumn(sheeted),
    column('row', 'Row', 'left', 1),
    column('standing', 'Standing', 'left', 1),
    column('says', 'What the lines add up to', 'left', 6),
  ],
  rows: totals.map(({ sheet, row, agrees, says }) =>
    textRow(...(sheeted ? [sheet] : []), String(row), agrees ? 'Agrees' : 'Differs', says),
  ),
  notes: [],
})

// Written by this program as an exact decimal in pounds.
const penceOf = (pounds: string | undefined): Pence => {
  const read = parseMoney(pounds ?? '0', 'pounds')
  return read.ok ? read.value : 0n
}

/** What the lines of a file come to: a revenue position in £m, a programme in pounds, each with its total. */
export function linesTable({ kind, lines, file }: FinanceImportResult): Table {
  const keys = kind === 'revenue' ? ['budget', 'forecast', 'variance'] : yearsOf(lines)
  const cell = kind === 'revenue' ? millions : pounds
  const label = (key: string) => (kind === 'revenue' ? `${sentenceCase(key)} £m` : `${yearText(key)} £`)
  const row = (role: Row['role'], name: string, amountOf: (key: string) => Pence): Row => ({
    role,
    cells: [text(name), ...keys.map((key) => cell(amountOf(key), file))],
  })
  return {
    name: 'lines',
    caption:
      kind === 'revenue' ? 'What the file comes to by service, £m' : 'What the file comes to by scheme, £',
    columns: [
      column('name', kind === 'revenue' ? 'Service' : 'Scheme', 'left', 4),
      ...keys.map((key) => column(key, label(key), 'right', 1.4)),
    ],
    rows:
      lines.length === 0
        ? []
        : [
            ...lines.map(({ name, amounts }) => row('body', name, (key) => penceOf(amounts[key]))),
            row('total', 'Total of the lines', (key) =>
              sumPence(lines.map(({ amounts }) => penceOf(amounts[key]))),
            ),
          ],
    notes: [
      kind === 'revenue'
        ? 'A positive variance is an overspend. The total is of the unrounded lines.'
        : 'The total is of the schemes in the file.',
    ],
  }
}

const yearsOf = (lines: FinanceImportResult['lines']): string[] =>
  [...new Set(lines.flatMap(({ amounts }) => Object.keys(amounts)))]
    .filter((key) => key !== 'total')
    .toSorted()
