import { positions } from '../../domain/evaluation/distribution.ts'
import { periodText } from '../../domain/period-text.ts'
import type { Block, Table } from '../../domain/report/blocks.ts'
import { publishedText, whatOf } from '../../measures/restatement-table.ts'
import type { Restatement } from '../../measures/restatements.ts'
import type { RestatementsSince } from '../restatements-since.ts'

/** What was changed after it was published: printed in the next report, so that nothing moves silently. */
export function restatementsSection({ restatements, since, isAnyLocked }: RestatementsSince): Block[] {
  const words =
    since !== null ? `since ${periodText(since)} was locked` : 'since the first quarter was locked'
  return [
    { kind: 'heading', level: 1, text: 'Restatements since the last report', id: 'restatements' },
    {
      kind: 'paragraph',
      text: [
        restatements.length > 0
          ? `What had been published and was changed ${words}, with what the measure read and what it would have read.`
          : isAnyLocked
            ? `None: nothing that had been published was changed ${words}.`
            : 'None: no quarter has been locked yet, so nothing is published that could be restated.',
      ],
    },
    ...(restatements.length > 0 ? [{ kind: 'table' as const, table: tableOf(restatements) }] : []),
  ]
}

const tableOf = (restatements: readonly Restatement[]): Table => ({
  name: 'restatements',
  caption: 'Restatements since the last report',
  columns: [
    { key: 'measure', label: 'Measure', align: 'left', weight: 2.4 },
    { key: 'what', label: 'What', align: 'left', weight: 1.3 },
    { key: 'change', label: 'From, to', align: 'left', weight: 1.8 },
    { key: 'status', label: 'Status from, to', align: 'left', weight: 1.8 },
    { key: 'why', label: 'Why, and who agreed', align: 'left', weight: 2.4 },
    { key: 'published', label: 'Published with', align: 'left', weight: 1.7 },
  ],
  rows: restatements.map((each) => ({
    role: 'body',
    cells: [
      {
        kind: 'text',
        text: each.illustrative ? `${each.title} (illustrative)` : each.title,
        href: `/measures/${each.measure}/history`,
      },
      { kind: 'text', text: whatOf(each) },
      { kind: 'text', text: `${each.was} → ${each.becomes}` },
      { kind: 'text', text: statusChange(each) },
      { kind: 'text', text: each.agreedBy === null ? each.reason : `${each.reason} (${each.agreedBy})` },
      { kind: 'text', text: publishedText(each) },
    ],
  })),
  notes: [],
})

const statusChange = ({ before, after }: Restatement): string =>
  before.position === after.position
    ? `${positions[before.position].label}, as before`
    : `${positions[before.position].label} → ${positions[after.position].label}`
