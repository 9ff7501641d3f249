import { approvalText } from '../../domain/finance/capital-approval.ts'
import { changeKinds } from '../../domain/finance/capital-changes.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import { poundsDecimal, poundsText, wholePoundsText } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, pounds, text } from '../../domain/report/cells.ts'
import type { HeldChange } from './changes.ts'
import { schemeHref } from './programme-words.ts'
import type { CapitalView } from './queries.ts'

/** A programme and the year by which it is addressed. */
export type Programme = { readonly programme: string; readonly year: string }

const notStated: Cell = { kind: 'number', text: 'Not stated', value: null, source: null }
const saidOr = (words: string | null): Cell => text(words ?? 'Not stated')

/** '2024/25', '2024/25 to 2025/26', 'To 2025/26', 'Not stated'. */
export function yearsText({
  fromYear,
  toYear,
  kind,
}: Pick<HeldChange, 'fromYear' | 'toYear' | 'kind'>): string {
  if (fromYear === null) return toYear === null ? 'Not stated' : `To ${yearText(toYear)}`
  if (toYear === null) return yearText(fromYear)
  return `${yearText(fromYear)} ${kind === 'added' ? 'and' : 'to'} ${yearText(toYear)}`
}

/** The changes that the paper lists, under their services, in £m as it prints them. */
export const printedChangesTable = (of: Programme, changes: readonly HeldChange[]): Table => ({
  name: `capital-changes-${of.programme}`,
  caption: 'Changes that the paper lists, £m',
  columns: [
    column('scheme', 'Scheme', 'left', 3.6),
    column('kind', 'Kind', 'left', 1.7),
    column('amount', 'Amount £m', 'right', 1.4),
    column('years', 'Year', 'left', 1.6),
    column('funding', 'Funding', 'left', 2.4),
    column('approval', 'Approval', 'left', 1.6),
  ],
  rows: [...Map.groupBy(changes, ({ serviceName }) => serviceName)].flatMap(([service, list]): Row[] => [
    { role: 'group', cells: [service, '', '', '', '', ''].map((words) => text(words)) },
    ...list.map(
      (each): Row => ({
        role: 'body',
        cells: [
          schemeCell(of.year, each),
          text(kindText(each)),
          each.amount === null ? notStated : millions(each.amount, each.source),
          text(yearsText(each)),
          saidOr(each.funding),
          text(approvalText(each.approval)),
        ],
      }),
    ),
  ]),
  notes: ['They are in the programme as the meeting saw it.', ...notesOf(changes)],
})

/** The changes recorded since the meeting, in pounds. */
export const laterChangesTable = (of: Programme, changes: readonly HeldChange[]): Table => ({
  name: `capital-changes-since-${of.programme}`,
  caption: 'Changes since the meeting, £',
  columns: [
    column('scheme', 'Scheme', 'left', 3.2),
    column('kind', 'Kind', 'left', 1.7),
    column('amount', 'Amount £', 'right', 1.3),
    column('years', 'Year', 'left', 1.6),
    column('funding', 'Funding', 'left', 2),
    column('approval', 'Approval', 'left', 1.8),
    column('by', 'Recorded by', 'left', 1.6),
  ],
  rows: changes.map((each) => ({
    role: 'body',
    cells: [
      schemeCell(of.year, each),
      text(kindText(each)),
      each.amount === null ? notStated : pence(each.amount),
      text(each.kind === 'moved' ? 'All years' : yearsText(each)),
      saidOr(each.funding),
      text(approvalText(each.approval)),
      text(each.by ?? ''),
    ],
  })),
  notes: notesOf(changes),
})

/** The programme as the meeting saw it, what changed since, and the programme now. */
export function nowTable({ programme, capital, asOfMeeting }: CapitalView): Table {
  const row = (role: Row['role'], name: string, of: (year: string) => bigint): Row => ({
    role,
    cells: [text(name), ...capital.years.map((year) => pounds(of(year), 'Computed from the schemes'))],
  })
  const before = (year: string) => asOfMeeting.total[year] ?? 0n
  const now = (year: string) => capital.total[year] ?? 0n
  return {
    name: `capital-now-${programme}`,
    caption: 'The programme then and now, £',
    columns: [
      column('what', 'Programme', 'left', 3),
      ...capital.years.map((year) => column(`y${year}`, `${yearText(year)} £`, 'right', 1.4)),
    ],
    rows: [
      row('body', `As the meeting of ${monthText(programme)} saw it`, before),
      row('body', 'Changes since', (year) => now(year) - before(year)),
      row('total', 'Now', now),
    ],
    notes: [],
  }
}

const kindText = ({ kind, toServiceName, toTitle }: HeldChange): string => {
  const to = toTitle ?? (kind === 'moved' ? toServiceName : null)
  return to === null ? changeKinds[kind].text : `${changeKinds[kind].text} to ${to}`
}

function schemeCell(year: string, { title, scheme, partOf, illustrative }: HeldChange): Cell {
  const words = `${partOf === null ? '' : '– '}${title}${illustrative ? ' (illustrative)' : ''}`
  return scheme === null ? text(words) : { kind: 'text', text: words, href: schemeHref(year, scheme) }
}

const notesOf = (changes: readonly HeldChange[]): string[] =>
  changes.flatMap(({ title, note }) => (note === null ? [] : [`${title}: ${note}.`]))

const pence = (amount: bigint): Cell => ({
  kind: 'number',
  text: amount % 100n === 0n ? wholePoundsText(amount) : poundsText(amount).replace('£', ''),
  value: poundsDecimal(amount),
  source: 'Recorded here',
})
