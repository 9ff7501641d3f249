import { type Contradiction, contradictionKinds, type Subject } from '../../domain/picture/contradictions.ts'
import type { Inline, Table } from '../../domain/report/blocks.ts'
import { column, text } from '../../domain/report/cells.ts'
import { inlineText } from '../../domain/report/figure.ts'
import { scopeAddress } from './scopes.ts'

export type ContradictionLine = {
  readonly kind: string
  readonly says: string
  /** The same with its numbers bound, for a report. */
  readonly parts: readonly Inline[]
  readonly illustrative: boolean
  readonly subjects: readonly { readonly text: string; readonly href: string }[]
}

/** A contradiction as it is read: its kind, both sides in a sentence, and the way to each. */
export const contradictionLine = ({
  kind,
  says,
  illustrative,
  subjects,
}: Contradiction): ContradictionLine => ({
  kind: contradictionKinds[kind],
  says: inlineText(says),
  parts: says,
  illustrative,
  subjects: subjects.map((subject) => ({ text: subject.title, href: addressOf(subject) })),
})

const addressOf = ({ kind, code }: Subject): string =>
  kind === 'measure'
    ? `/measures/${code}`
    : kind === 'risk'
      ? `/risks/${code}`
      : scopeAddress({ kind: 'service', code })

export const contradictionTable = (lines: readonly ContradictionLine[]): Table => ({
  name: 'contradictions',
  caption: 'What does not fit together',
  columns: [
    column('kind', 'Kind', 'left', 2),
    column('says', 'What is found', 'left', 5),
    column('mark', 'Illustrative'),
  ],
  rows: lines.map(({ kind, says, illustrative }) => ({
    role: 'body',
    cells: [text(kind), text(says), text(illustrative ? 'yes' : 'no')],
  })),
  notes: [],
})
