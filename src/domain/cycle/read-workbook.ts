import { readCell } from '../import/cell-value.ts'
import type { ImportProblem, SheetRow } from '../import/incoming.ts'
import { type AnswerGiven, nothingGiven } from './answer-checks.ts'
import { keyLabel, type RowKey, readRowKey, workbookColumns } from './workbook-columns.ts'

/** A row of the workbook that says something. */
export type WorkbookAnswer = RowKey & { readonly row: number; readonly given: AnswerGiven }

export type WorkbookRead = {
  readonly answers: readonly WorkbookAnswer[]
  /** Rows that were left as they came. */
  readonly untouched: number
  readonly problems: readonly ImportProblem[]
}

/** What is known of the requests that whoever sends the workbook may answer. */
export type Owed = { readonly quarter: string; readonly measures: ReadonlySet<string> }

const numbers = ['value', 'numerator', 'denominator'] as const
export const isNumber = (field: string): field is (typeof numbers)[number] =>
  numbers.includes(field as 'value')

/** Reads a workbook that was filled in, whatever was done to its order: by the names of its columns and the keys of its rows. */
export function readWorkbook(rows: readonly SheetRow[], owed: Owed): WorkbookRead {
  const headerAt = rows.findIndex(({ cells }) => cells.some((cell) => same(cell, keyLabel)))
  const header = rows[headerAt]
  if (header === undefined) return { answers: [], untouched: 0, problems: [noHeader(rows[0]?.row ?? 1)] }
  const at = (label: string) => header.cells.findIndex((cell) => same(cell, label))
  const fields = workbookColumns.flatMap(({ field, label }) =>
    field === null ? [] : [{ field, label, index: at(label) }],
  )
  const missing = fields.filter(({ index }) => index < 0)
  if (missing.length > 0)
    return { answers: [], untouched: 0, problems: missing.map(({ label }) => noColumn(header.row, label)) }
  const keyIndex = at(keyLabel)
  const answers: WorkbookAnswer[] = []
  const problems: ImportProblem[] = []
  let untouched = 0
  for (const { sheet, row, cells } of rows.slice(headerAt + 1)) {
    if (sheet !== header.sheet || cells.every((cell) => cell.trim() === '')) continue
    const key = cells[keyIndex] ?? ''
    const typed = fields.map(({ field, label, index }) => ({
      field,
      label,
      text: wordsOf(cells[index] ?? ''),
    }))
    if (typed.every(({ field, text }) => text === '' || field === 'status')) {
      untouched += 1
      continue
    }
    const known = readRowKey(key)
    const refused = known === null ? changedKey(row, key) : notOwed(row, known, owed)
    if (known === null || refused !== null) {
      if (refused !== null) problems.push(refused)
      continue
    }
    const given: Record<string, string> = {}
    for (const { field, label, text } of typed) {
      const read = isNumber(field) ? numberIn(text) : { ok: true as const, text }
      if (read.ok) given[field] = read.text
      else problems.push({ row, column: label, value: text, message: read.problem })
    }
    const status = (given.status ?? '').toLowerCase() || 'final'
    answers.push({ ...known, row, given: { ...nothingGiven, ...given, status } })
  }
  return { answers, untouched, problems }
}

const same = (cell: string, label: string): boolean => cell.trim().toLowerCase() === label.toLowerCase()

/** Files of ours put an apostrophe before words that a spreadsheet would run as a formula. */
const wordsOf = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '')

function numberIn(text: string): { ok: true; text: string } | { ok: false; problem: string } {
  const read = readCell(text)
  if (read.kind === 'blank') return { ok: true, text: '' }
  if (read.kind === 'number') return { ok: true, text: read.decimal }
  const problem = `‘${text}’ is not a number. Write digits only, such as 84.8, or leave it empty and say why it cannot be supplied.`
  return { ok: false, problem }
}

const noHeader = (row: number): ImportProblem => ({
  row,
  column: '',
  value: '',
  message: `No row of headers with ‘${keyLabel}’ was found. Send the workbook that was fetched from here, with its columns.`,
})

const noColumn = (row: number, label: string): ImportProblem => ({
  row,
  column: label,
  value: '',
  message: `The column ‘${label}’ is not there. Put it back, or fetch the workbook again and copy what you have filled in.`,
})

const changedKey = (row: number, value: string): ImportProblem => ({
  row,
  column: keyLabel,
  value,
  message:
    'The key of this row was changed, so it is not known what it answers. Fetch the workbook again and copy this row’s answer into it.',
})

function notOwed(row: number, key: RowKey, { quarter, measures }: Owed): ImportProblem | null {
  const problem = { row, column: keyLabel, value: `${key.quarter}/${key.measure}` }
  if (key.quarter !== quarter)
    return {
      ...problem,
      message: `This row is of the cycle ${key.quarter}, and the open one is ${quarter}. Fetch a new workbook.`,
    }
  return measures.has(key.measure)
    ? null
    : { ...problem, message: `${key.measure} is not among the measures you answer for. Take the row out.` }
}
