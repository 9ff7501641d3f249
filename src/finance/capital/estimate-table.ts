import { sumPence } from '../../domain/money.ts'
import type { Table } from '../../domain/report/blocks.ts'
import { column, pounds, text } from '../../domain/report/cells.ts'
import type { HeldEstimate } from './estimates.ts'

/** The supplementary estimates, each with what it rests on and where it stands. `base` begins their addresses. */
export function estimateTable(estimates: readonly HeldEstimate[], base: string | null): Table {
  const waiting = estimates.filter(({ decision, illustrative }) => decision === null && !illustrative)
  return {
    name: 'supplementary-estimates',
    caption: 'Supplementary estimates, £',
    columns: [
      column('estimate', 'Estimate', 'left', 3.4),
      column('amount', 'Amount £', 'right', 1.2),
      column('funding', 'Funding', 'left', 1.6),
      column('revenue', 'Effect on revenue', 'left', 2.4),
      column('standing', 'Where it stands', 'left', 2.6),
    ],
    rows: [
      ...estimates.map((each) => ({
        role: 'body' as const,
        cells: [
          {
            kind: 'text' as const,
            text: `${each.title}${each.exempt ? ' (exempt from publication)' : ''}${each.illustrative ? ' (illustrative)' : ''}`,
            ...(base === null ? {} : { href: `${base}/${each.id}` }),
          },
          pounds(each.amount, each.source),
          text(each.funding ?? 'Not stated'),
          text(each.revenueEffect ?? 'Not stated'),
          text(each.standing.text),
        ],
      })),
      ...(waiting.length > 1
        ? [
            {
              role: 'total' as const,
              cells: [
                text('Not known to be approved'),
                pounds(sumPence(waiting.map(({ amount }) => amount)), 'Computed from the estimates'),
                text(''),
                text(''),
                text('Not in the programme'),
              ],
            },
          ]
        : []),
    ],
    notes: estimates.flatMap(({ title, note, funding, fundingElsewhere }) => [
      ...(note === null ? [] : [`${title}: ${note}.`]),
      ...(fundingElsewhere === null || fundingElsewhere === funding
        ? []
        : [
            `${title}: the body of the paper says ${fundingElsewhere.toLowerCase()}, the recommendation ${(funding ?? 'nothing').toLowerCase()}.`,
          ]),
    ]),
  }
}
