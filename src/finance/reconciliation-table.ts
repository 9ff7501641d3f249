import type { Reconciliation } from '../domain/finance/reconcile.ts'
import { poundsDecimal, poundsMillionText, poundsText } from '../domain/money.ts'
import type { Cell, Row, Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'

/** Printed totals beside what their lines add up to, each in the unit in which it was printed. */
export function reconciliationTable(name: string, reconciliations: readonly Reconciliation[]): Table {
  return {
    name,
    caption: 'Printed totals and what their lines add up to',
    columns: [
      column('total', 'Total', 'left', 3.6),
      column('printed', 'Printed', 'right', 1.4),
      column('computed', 'Its lines add up to', 'right', 1.6),
      column('difference', 'Difference', 'right', 1.3),
      column('agrees', 'Agrees', 'left', 1.9),
    ],
    rows: reconciliations.map((each): Row => {
      const amount = (pence: bigint): Cell => ({
        kind: 'number',
        text: each.precision >= 100_000n ? poundsMillionText(pence) : poundsText(pence),
        value: poundsDecimal(pence),
        source: each.source,
      })
      return {
        role: 'body',
        cells: [
          text(each.title),
          amount(each.printed),
          amount(each.computed),
          amount(each.difference),
          { kind: 'status', ...verdict(each) },
        ],
      }
    }),
    notes: [
      'A total printed in £m is held against its lines rounded in the same way. A difference is shown and never forced away.',
    ],
  }
}

const verdict = ({ agrees, byRounding }: Reconciliation) => {
  if (agrees) return { tone: 'good', text: 'Agrees' } as const
  return byRounding
    ? ({ tone: 'neutral', text: 'Rounding' } as const)
    : ({ tone: 'close', text: 'Unexplained' } as const)
}

/** The same in sentences, for a page that is about the lines themselves. */
export const reconciledView = (reconciliations: readonly Reconciliation[], source: string) => ({
  lead: reconciliationWords(reconciliations),
  totals: reconciliations.map((each) => {
    const { tone, text } = verdict(each)
    return { tone, word: text, says: each.says }
  }),
  source,
})

/** How many agree, how many differ by rounding, and how many nothing explains: in one sentence. */
export function reconciliationWords(all: readonly Reconciliation[]): string {
  if (all.length === 0) return 'No printed total is recorded to hold the lines against.'
  const differing = all.filter(({ agrees }) => !agrees)
  const rounding = differing.filter(({ byRounding }) => byRounding).length
  if (differing.length === 0) return `All ${all.length} printed totals agree with their lines.`
  const unexplained = differing.length - rounding
  return [
    `${all.length - differing.length} of ${all.length} printed totals agree with their lines`,
    ...(rounding > 0 ? [`${rounding} differ by what rounding the lines can make`] : []),
    ...(unexplained > 0
      ? [`${unexplained} differ${unexplained === 1 ? 's' : ''} without an explanation`]
      : []),
  ]
    .join('; ')
    .concat('.')
}
