import { NotFound } from '../../../access/refusals.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { poundsMillionText, sumPence } from '../../../domain/money.ts'
import type { Table } from '../../../domain/report/blocks.ts'
import { column, millions, text } from '../../../domain/report/cells.ts'
import { page } from '../../../web/page.ts'
import { type TypicalSpend, typicalSpend } from '../typical-spend.ts'

/** What the council spends its money on, in plain words and for everybody, with the year of the figures. */
export const spendingPage = page({
  path: '/finance/spending',
  action: 'spending.view',
  template: 'finance/revenue/pages/spending.njk',
  view: async ({ db }) => {
    const spent = await typicalSpend(db)
    if (spent.length === 0)
      throw new NotFound('No paper of the council gives what a typical year is spent on.')
    return spendingView(spent)
  },
  title: 'What the council spends its money on',
  tables: ({ table }) => [table],
  published: true,
})

export function spendingView(spent: readonly TypicalSpend[]) {
  const total = sumPence(spent.map(({ amount }) => amount))
  const [first, second] = spent
  const financialYear = first?.financialYear ?? ''
  return {
    year: yearText(financialYear),
    lead: `${poundsMillionText(total)} in ${yearText(financialYear)}. Out of every £10, ${outOfTen(first, total)} went on ${first?.title ?? ''}${second === undefined ? '' : ` and ${outOfTen(second, total)} on ${second.title}`}.`,
    table: spendingTable(financialYear, spent),
    source: first?.source ?? '',
  }
}

/** How much of £10 an amount of the whole is, to the penny: '£3.44'. */
function outOfTen(each: TypicalSpend | undefined, total: bigint): string {
  const pence = each === undefined ? 0n : (each.amount * 1000n + total / 2n) / total
  return `£${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`
}

function spendingTable(financialYear: string, spent: readonly TypicalSpend[]): Table {
  const total = sumPence(spent.map(({ amount }) => amount))
  return {
    name: `spending-${financialYear}`,
    caption: `What the council spent in ${yearText(financialYear)}, £m`,
    columns: [
      column('what', 'On', 'left', 4),
      column('amount', '£m', 'right', 1.2),
      column('ten', 'Out of every £10', 'right', 1.4),
    ],
    rows: [
      ...spent.map((each) => ({
        role: 'body' as const,
        cells: [text(each.title), millions(each.amount, each.source), text(outOfTen(each, total))],
      })),
      {
        role: 'total' as const,
        cells: [text('All of these'), millions(total, spent[0]?.source ?? ''), text('£10.00')],
      },
    ],
    notes: [
      'The names are the paper’s. The total is computed from the lines; the paper prints none. Each part of £10 is rounded to a penny.',
    ],
  }
}
