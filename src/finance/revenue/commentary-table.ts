import { type Pence, poundsMillionText, varianceText } from '../../domain/money.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, millions, sentenceCase, text } from '../../domain/report/cells.ts'
import { type RevenueCommentary, reviewedSpend, type SpendReview } from './commentary.ts'
import { tellsWhy } from './pressure-table.ts'
import type { Pressure } from './pressures.ts'
import type { RevenueMonitor } from './queries.ts'

export type Said = 'said' | 'in-pressures' | 'owed' | 'none'

/** Whether a line of the statement says why it is off its budget: in words of its own, or by its pressures. */
export function saidOf(
  { service, variance }: { readonly service: string; readonly variance: Pence },
  pressures: readonly Pressure[],
  commentary: ReadonlyMap<string, RevenueCommentary>,
): Said {
  if (commentary.has(service)) return 'said'
  if (variance === 0n) return 'none'
  return pressures.some((each) => each.service === service && tellsWhy(each)) ? 'in-pressures' : 'owed'
}

const notSaid: Readonly<Record<Exclude<Said, 'said'>, string>> = {
  'in-pressures': 'None beyond its pressures',
  owed: 'None: owed',
  none: 'None',
}

/** What each service says of the month, and where one that is off its budget says nothing. */
export function commentaryTable(
  { financialYear, month, position, pressures, source }: RevenueMonitor,
  commentary: ReadonlyMap<string, RevenueCommentary>,
): Table {
  return {
    name: `commentary-${financialYear}-${month}`,
    caption: 'What each service says',
    columns: [
      column('service', 'Service', 'left', 2.4),
      column('variance', 'Variance £m', 'right', 1.1),
      column('words', 'In words', 'left', 1.8),
      column('commentary', 'Commentary', 'left', 5),
    ],
    rows: [...position.services, ...position.corporate].map((line) => {
      const { service, name, variance } = line
      const said = saidOf(line, pressures, commentary)
      const own = commentary.get(service)
      return {
        role: 'body',
        cells: [
          text(name),
          millions(variance, source),
          text(sentenceCase(varianceText(variance))),
          text(said === 'said' ? `${own?.words} (${own?.by})` : notSaid[said]),
        ],
      }
    }),
    notes: ['A line that is off its budget owes commentary, unless its pressures say why.'],
  }
}

/** The reviews of spend on people who are not employed; a kind that was not reviewed says so. */
export function reviewTable(
  { financialYear, month }: Pick<RevenueMonitor, 'financialYear' | 'month'>,
  reviews: readonly SpendReview[],
): Table {
  return {
    name: `spend-reviews-${financialYear}-${month}`,
    caption: 'Agency, interim and consultancy spend reviewed in the monitoring',
    columns: [
      column('kind', 'Spend', 'left', 1.6),
      column('service', 'Where', 'left', 2),
      column('amount', 'Spent', 'left', 1.2),
      column('words', 'What came of the review', 'left', 5),
    ],
    rows: Object.entries(reviewedSpend).flatMap(([kind, name]) => {
      const held = reviews.filter((each) => each.kind === kind)
      const row = (...cells: string[]) => ({
        role: 'body' as const,
        cells: [name, ...cells].map((words) => text(words)),
      })
      if (held.length === 0) return [row('–', '–', 'No review is recorded for this month')]
      return held.map(({ serviceName, spend, words, by }) =>
        row(
          serviceName ?? 'The whole council',
          spend === null ? 'Not stated' : poundsMillionText(spend),
          `${words} (${by})`,
        ),
      )
    }),
    notes: [],
  }
}
