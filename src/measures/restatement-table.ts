import { positions } from '../domain/evaluation/distribution.ts'
import { restatementKinds } from '../domain/measures/restatement.ts'
import { dayText, parseQuarter, periodText } from '../domain/period-text.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { instantDay } from './changes/instant-text.ts'
import type { Restatement } from './restatements.ts'

/** '2024-25-q1' as it is printed. */
export function quarterName(slug: string): string {
  const parsed = parseQuarter(slug)
  return parsed.ok ? periodText(parsed.value) : slug
}

/** What was restated, in words: 'Figure, 2023/24'. */
export const whatOf = ({ kind, period }: Restatement): string =>
  [restatementKinds[kind], period === null ? null : periodText(period)].filter(Boolean).join(', ')

export const publishedText = ({ publishedIn }: Restatement): string => publishedIn.map(quarterName).join(', ')

/** The ledger as a table: one row for each thing that was changed. */
export function restatementTable(restatements: readonly Restatement[]): Table {
  return {
    name: 'restatements',
    caption: 'What was changed after it was published',
    columns: [
      column('day', 'Day', 'left', 1.2),
      column('measure', 'Measure', 'left', 2.4),
      column('what', 'What', 'left', 1.2),
      column('was', 'Was', 'left', 1.5),
      column('becomes', 'Is now', 'left', 1.5),
      column('before', 'Read', 'left', 2.2),
      column('after', 'Would have read', 'left', 2.2),
      column('why', 'Why', 'left', 2),
      column('agreed', 'Agreed by', 'left', 1.4),
      column('published', 'Published with', 'left', 1.2),
    ],
    rows: restatements.map((each) => ({
      role: 'body',
      cells: [
        text(dayText(instantDay(each.at))),
        text(
          each.illustrative ? `${each.title} (illustrative)` : each.title,
          `/measures/${each.measure}/history`,
        ),
        text(whatOf(each)),
        text(each.was),
        text(each.becomes),
        text(`${positions[each.before.position].label}. ${each.before.says}`),
        text(`${positions[each.after.position].label}. ${each.after.says}`),
        text(each.reason),
        text(each.agreedBy ?? 'Not needed'),
        text(publishedText(each)),
      ],
    })),
    notes: [],
  }
}
