import type { CellStyle, ColumnDef, DataValidation, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { MOST_CHARACTERS } from '../../domain/cycle/answer-checks.ts'
import { answerStatusChoices, workbookColumns } from '../../domain/cycle/workbook-columns.ts'
import { quarterText } from '../../domain/period-text.ts'
import type { OwedRow, OwedWork } from './owed.ts'

const given: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, protection: { locked: true } }
const toFill: CellStyle = {
  alignment: { wrapText: true, vertical: 'top' },
  protection: { locked: false },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFFF7D6' } },
}
const heading: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } }

/** The workbook that an officer fills in: a row for each request, what is known of it locked, and a sheet that explains. */
export async function workbookFile(work: OwedWork): Promise<Uint8Array> {
  return writeXlsx({ sheets: [answersSheet(work), guidanceSheet(work)] })
}

function answersSheet({ rows }: OwedWork): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  for (const [column, { field }] of workbookColumns.entries()) {
    cells.set(`0,${column}`, { style: heading })
    for (let row = 1; row <= rows.length; row++)
      cells.set(`${row},${column}`, { style: field === null ? given : toFill })
  }
  const columns: ColumnDef[] = workbookColumns.map(({ width, key }) => ({ width, hidden: key === 'row-key' }))
  return {
    name: 'Answers',
    columns,
    rows: [
      workbookColumns.map(({ label }) => label),
      ...rows.map((row) =>
        workbookColumns.map(({ key, field }) => (field === null ? (row[key as keyof OwedRow] ?? '') : null)),
      ),
    ],
    cells,
    dataValidations: rows.length === 0 ? [] : validations(rows.length),
    freezePane: { rows: 1, columns: 3 },
    // Without a password: it keeps from slips, and whoever has to may lift it.
    protection: { sheet: true, formatColumns: true, formatRows: true, sort: true },
  }
}

function validations(count: number): DataValidation[] {
  const rangeOf = (key: string) => {
    const letter = String.fromCharCode(65 + workbookColumns.findIndex((column) => column.key === key))
    return `${letter}2:${letter}${count + 1}`
  }
  const number = (key: string): DataValidation => ({
    type: 'decimal',
    operator: 'between',
    formula1: '-999999999999999',
    formula2: '999999999999999',
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Digits only',
    errorMessage: 'Write the figure in digits, such as 84.8.',
    range: rangeOf(key),
  })
  const words = (key: string): DataValidation => ({
    type: 'textLength',
    operator: 'lessThanOrEqual',
    formula1: String(MOST_CHARACTERS),
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Too long',
    errorMessage: `Shorten this to ${MOST_CHARACTERS} characters.`,
    range: rangeOf(key),
  })
  return [
    ...['value', 'numerator', 'denominator'].map(number),
    {
      type: 'list',
      values: [...answerStatusChoices],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: 'Not a status',
      errorMessage: 'Choose final, provisional or estimated.',
      range: rangeOf('status'),
    },
    ...['estimation', 'cannot', 'happened', 'do', 'right'].map(words),
  ]
}

function guidanceSheet({ cycle, rows }: OwedWork): WriteSheet {
  const lines = [
    `Answers for ${quarterText(cycle.quarter)}`,
    `${rows.length} ${rows.length === 1 ? 'measure waits' : 'measures wait'} for an answer on the sheet ‘Answers’. Fill in the coloured cells, save, and send the file on the page it came from, under ‘Send it back’.`,
    'A row that is left empty, or taken out, is not answered, and can be answered another day. Rows and columns may stand in any order.',
    'You see what would be stored, and what is wrong, before anything is. All rows are stored, or none.',
    '',
  ]
  return {
    name: 'Guidance',
    columns: [{ width: 30 }, { width: 90 }],
    rows: [
      ...lines.map((line) => [line]),
      ['Column', 'What it is for'],
      ...workbookColumns.map(({ label, says }) => [label, says]),
    ],
    cells: new Map([
      ['0,0', { style: { font: { bold: true } } }],
      [`${lines.length},0`, { style: heading }],
      [`${lines.length},1`, { style: heading }],
    ]),
  }
}
