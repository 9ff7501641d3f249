import { Conflict } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import { inAuthority } from '../../db/transaction.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { AnswerProblem } from '../../domain/cycle/answer-checks.ts'
import { isNumber, readWorkbook, type WorkbookAnswer } from '../../domain/cycle/read-workbook.ts'
import { workbookColumns } from '../../domain/cycle/workbook-columns.ts'
import type { ImportProblem, SheetRow } from '../../domain/import/incoming.ts'
import { rowsOf } from '../../measures/import/rows-of.ts'
import { UnreadableFile } from '../../measures/import/unreadable-file.ts'
import { type AnswersInput, answerRequests } from '../answer-requests.ts'
import { requestsFor } from '../requests.ts'
import { openCycleOf } from './owed.ts'

/** What sending a workbook back would do. */
export type WorkbookTrial = {
  readonly quarter: string
  readonly origin: 'workbook' | 'csv'
  readonly answers: readonly (WorkbookAnswer & { readonly title: string })[]
  readonly untouched: number
  readonly problems: readonly ImportProblem[]
  readonly warnings: readonly { readonly row: number; readonly title: string; readonly text: string }[]
  /** Answered by somebody else since the workbook was fetched: theirs beside what is in it. */
  readonly conflicts: readonly {
    readonly row: number
    readonly title: string
    readonly theirs: string
    readonly by: string
    readonly yours: string
  }[]
}

const mostRows = 5_000

/** Reads a workbook and tries its answers, keeping none. Throws UnreadableFile for what is no table. */
export async function tryWorkbook(db: Db, actor: Actor, path: string): Promise<WorkbookTrial> {
  const rows: SheetRow[] = []
  let origin: WorkbookTrial['origin'] = 'csv'
  for await (const batch of rowsOf(path)) {
    rows.push(...batch.rows)
    if (batch.rows.some(({ sheet }) => sheet !== '')) origin = 'workbook'
    if (rows.length > mostRows)
      throw new UnreadableFile(
        `The file has more than ${mostRows} rows: it is not the workbook that was fetched.`,
      )
  }
  const { cycle, titles, wordsOnly } = await inAuthority(db, actor.authorityId, async (db) => {
    const cycle = await openCycleOf(db)
    const requests = cycle === null ? [] : await requestsFor(db, actor, cycle)
    const wordsOnly = new Set(
      requests.filter(({ asks }) => asks === 'words').map(({ measure }) => measure.code),
    )
    return { cycle, wordsOnly, titles: new Map(requests.map(({ measure }) => [measure.code, measure.title])) }
  })
  if (cycle === null) throw new Conflict('No reporting cycle is open, so there is nothing to answer.')
  const read = readWorkbook(rows, { quarter: cycle.slug, measures: new Set(titles.keys()) })
  const titleOf = (measure: string) => titles.get(measure) ?? measure
  const tried = await answerRequests(db, actor, {
    ...answersOf(read.answers, cycle.slug, origin),
    dryRun: true,
    acceptWarnings: false,
  })
  const rowOf = (measure: string) => read.answers.find((answer) => answer.measure === measure)
  const labels = new Map(workbookColumns.map(({ field, label }) => [field, label]))
  const unread = new Set(read.problems.map(({ row }) => row))
  // A figure that could not be read is not also missing.
  const isToldAlready = ({ measure, field }: AnswerProblem & { readonly measure: string }) =>
    isNumber(field) && unread.has(rowOf(measure)?.row ?? 1)
  return {
    quarter: cycle.slug,
    origin,
    untouched: read.untouched,
    answers: read.answers.map((answer) => ({ ...answer, title: titleOf(answer.measure) })),
    problems: [
      ...read.problems,
      ...read.answers.filter(({ measure }) => wordsOnly.has(measure)).flatMap(figureNotAsked),
      ...tried.problems
        .filter((each) => !isToldAlready(each))
        .map(({ measure, field, text }) => {
          const answer = rowOf(measure)
          const value = field === 'evidence' ? '' : (answer?.given[field] ?? '')
          return {
            row: answer?.row ?? 1,
            column: field === 'evidence' ? '' : (labels.get(field) ?? field),
            value,
            message: text,
          }
        }),
    ].toSorted((a, b) => a.row - b.row),
    warnings: tried.warnings.map(({ measure, text }) => ({
      row: rowOf(measure)?.row ?? 1,
      title: titleOf(measure),
      text,
    })),
    conflicts: tried.conflicts.map((theirs) => {
      const ours = rowOf(theirs.measure)
      return {
        row: ours?.row ?? 1,
        title: titleOf(theirs.measure),
        theirs: saidBy(theirs.given),
        by: theirs.by.name,
        yours: ours ? saidBy(ours.given) : '',
      }
    }),
  }
}

/** A figure beside one that is held would be lost without a word. */
const figureNotAsked = ({ row, given }: WorkbookAnswer): ImportProblem[] =>
  workbookColumns.flatMap(({ field, label }) => {
    if (field === null || !isNumber(field)) return []
    const value = given[field]
    const message =
      'Only words are asked for here: the figure is held already. Leave this empty; if the figure held is wrong, tell Performance and Business Intelligence.'
    return value === '' ? [] : [{ row, column: label, value, message }]
  })

export const answersOf = (
  answers: readonly WorkbookAnswer[],
  quarter: string,
  origin: WorkbookTrial['origin'],
): Omit<AnswersInput, 'acceptWarnings'> => ({
  quarter,
  origin,
  answers: answers.map(({ measure, seen, given }) => ({ measure, seen, given })),
})

/** An answer in one line: its figure, or why there is none, and what happened. */
export function saidBy({
  value,
  numerator,
  denominator,
  status,
  cannotSupply,
  whatHappened,
}: WorkbookAnswer['given']): string {
  const figure = value !== '' ? value : numerator !== '' ? `${numerator} out of ${denominator}` : ''
  const marked = figure === '' || status === 'final' ? figure : `${figure}, ${status}`
  return [marked || (cannotSupply === '' ? '' : `cannot be supplied: ${cannotSupply}`), whatHappened]
    .filter((part) => part !== '')
    .join('. ')
}
