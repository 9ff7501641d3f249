import { nextDue } from '../domain/high-needs/commitment.ts'
import { actionProgress, isOverdue } from '../domain/high-needs/recovery.ts'
import { periodText } from '../domain/period-text.ts'
import type { Cell, Row, Table } from '../domain/report/blocks.ts'
import { column, groupRow, millions, missing, text } from '../domain/report/cells.ts'
import type { StatusTone } from '../domain/report/chart.ts'
import type { commitmentsOf, ToldAction } from './recovery.ts'
import { periodWords, shortMonth } from './words.ts'

/** The recovery plan by workstream: when, what it is worth, how far it has come. */
export function recoveryTable(actions: readonly ToldAction[], today: string, linked = true): Table {
  return {
    name: 'recovery-plan',
    caption: 'Actions of the recovery plan',
    columns: [
      column('action', 'Action', 'left', 3),
      column('from', 'From', 'left', 1.1),
      column('to', 'To', 'left', 1.1),
      column('dates', 'Dates are', 'left', 1.1),
      column('value', 'Full-year value £m', 'right', 1.2),
      column('progress', 'Progress', 'left', 2.1),
    ],
    rows: [...Map.groupBy(actions, ({ workstream }) => workstream)].flatMap(([workstream, some]): Row[] => [
      groupRow(workstream, 6),
      ...some.map(
        (action): Row => ({
          role: 'body',
          cells: [
            text(
              `${action.title}${action.illustrative ? ' (illustrative)' : ''}`,
              linked ? `/high-needs/recovery-plan/${action.code}` : undefined,
            ),
            monthCell(action.startsIn),
            monthCell(action.endsIn),
            text(action.datesBasis),
            action.value === null ? missing('not stated') : millions(action.value, action.source),
            progressCell(action, today),
          ],
        }),
      ),
    ]),
    notes: ['Inferred dates are read off a picture in the paper: a bar’s place among the months.'],
  }
}

const monthCell = (month: string | null): Cell =>
  month === null ? missing('not stated') : text(shortMonth(month))

function progressCell(action: ToldAction, today: string): Cell {
  return { kind: 'status', ...standingOf(action, today) }
}

/** How far an action has come; what nobody told of is no fault of the action's, so it is said without alarm. */
export function standingOf(action: ToldAction, today: string): { text: string; tone: StatusTone } {
  const { text: words, tone } = actionProgress[action.progress]
  if (!isOverdue(action, today)) return { text: words, tone }
  return action.progress === 'not stated'
    ? { text: 'Not stated; dates past', tone }
    : { text: `${words}; dates past`, tone: 'close' }
}

type Promised = Awaited<ReturnType<typeof commitmentsOf>>[number]

/** What was promised to be reported or done, and when it is next due. */
export const commitmentTable = (commitments: readonly Promised[], today: string): Table => ({
  name: 'high-needs-commitments',
  caption: 'What was promised, and when it is due',
  columns: [
    column('what', 'What', 'left', 3),
    column('due', 'Due, as printed', 'left', 1.4),
    column('next', 'Next due', 'left', 1.4),
    column('source', 'Source', 'left', 2),
  ],
  rows: commitments.map((each): Row => {
    const next = nextDue(each, today)
    return {
      role: 'body',
      cells: [
        text(`${each.commitment}${each.illustrative ? ' (illustrative)' : ''}`),
        text(printedDue(each.due)),
        text(next ? periodText(next) : each.dueFrom === null ? 'no date' : 'its day is past'),
        text(each.source),
      ],
    }
  }),
  notes: [],
})

const printedDue = (due: string): string => {
  const [, month, rest] = /^(\d{4}-\d{2})(.*)$/.exec(due) ?? []
  return month === undefined ? due : `${periodWords(month)}${rest}`
}
