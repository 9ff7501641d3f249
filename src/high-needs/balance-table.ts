import { yearText } from '../domain/high-needs/base-model.ts'
import type { Lever, ToBalance } from '../domain/high-needs/to-balance.ts'
import { numberText } from '../domain/quantity.ts'
import type { Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import { percentText, roughly } from './words.ts'

const levers: Record<Lever, { readonly title: string; readonly write: (value: number) => string }> = {
  arrivals: { title: 'New plans a year', write: (value) => numberText(value, 0) },
  'unit-cost': { title: 'Average cost of a plan', write: (value) => `£${numberText(value, 0)}` },
  'grant-growth': { title: 'Growth of the grant a year', write: (value) => percentText(value) },
  mitigation: {
    title: 'Share of the planned mitigations’ value delivered',
    write: (value) => percentText(value, 0),
  },
}

/** What would have to be true for a year to balance, each thing by itself. */
export function balanceTable(list: readonly ToBalance[], startYear: number, pricesOf: string): Table {
  return {
    name: 'high-needs-to-balance',
    caption: `What would have to be true for ${yearText(startYear)} to end without a deficit of its own`,
    columns: [
      column('lever', 'This alone', 'left', 2),
      column('now', 'Likeliest now', 'right'),
      column('needed', 'Would have to be', 'right'),
      column('words', 'In words', 'left', 2.5),
    ],
    rows: list.map((each) => {
      const { title, write } = levers[each.lever]
      return {
        role: 'body',
        cells: [
          text(each.lever === 'unit-cost' ? `${title}, ${pricesOf} prices` : title),
          text(write(each.now)),
          text(each.needed === null ? 'Not enough alone' : write(each.needed)),
          text(inWords(each)),
        ],
      }
    }),
    notes: [
      'Each row changes one thing from the first year on and leaves everything else as it is likeliest.',
    ],
  }
}

function inWords({ lever, now, needed, left }: ToBalance): string {
  if (needed === null) {
    if (lever === 'mitigation' && now === 0) return 'There are no mitigations that could be delivered.'
    const most = lever === 'arrivals' ? 'Even with no new plans at all' : 'Even at its limit'
    return `${most}, ${roughly(left)} would be left.`
  }
  if (needed === now) return 'The year balances as it is.'
  switch (lever) {
    case 'arrivals':
      return `${percentText((now - needed) / now, 0)} fewer new plans than likely, every year.`
    case 'unit-cost':
      return `${percentText((now - needed) / now, 0)} less for each plan, before inflation.`
    case 'grant-growth':
      return `${percentText(needed)} more grant every year, against the ${percentText(now)} that is likely.`
    case 'mitigation':
      return `${numberText(needed, 1)} times what is planned would have to be saved.`
    default:
      return lever satisfies never
  }
}
