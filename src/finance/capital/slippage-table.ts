import { shareText } from '../../domain/finance/capital-monitoring.ts'
import type { Likely } from '../../domain/finance/capital-slippage.ts'
import { poundsMillionText } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, text } from '../../domain/report/cells.ts'
import { schemeHref } from './programme-words.ts'
import type { LikelyScheme } from './scheme-facts.ts'

const flags: Readonly<Record<Likely['flag'], Extract<Cell, { kind: 'status' }>>> = {
  'at-risk': { kind: 'status', tone: 'bad', text: 'At risk of slipping' },
  over: { kind: 'status', tone: 'close', text: 'Over its budget' },
  spent: { kind: 'status', tone: 'good', text: 'All but spent' },
  'no-sign': { kind: 'status', tone: 'neutral', text: 'No sign of slipping' },
  unknown: { kind: 'status', tone: 'none', text: 'Not known' },
}

const notKnown: Cell = { kind: 'number', text: 'Not known', value: null, source: null }

const order: readonly Likely['flag'][] = ['over', 'at-risk', 'no-sign', 'spent', 'unknown']

/** Schemes with figures of their own, by where their year is likely to end, the most remarkable first. */
export function ownSlippageTable(year: string, schemes: readonly LikelyScheme[]): Table {
  const sorted = schemes.toSorted(
    (a, b) => order.indexOf(a.likely.flag) - order.indexOf(b.likely.flag) || compare(gap(b), gap(a)),
  )
  return {
    name: `capital-slippage-${year}`,
    caption: 'Schemes with figures of their own, £m',
    columns: [
      column('scheme', 'Scheme', 'left', 3),
      column('budget', 'Budget £m', 'right', 1.1),
      column('spent', 'Spent £m', 'right', 1.1),
      column('low', 'Likely end, from £m', 'right', 1.2),
      column('high', 'to £m', 'right', 1),
      column('flag', 'What it shows', 'left', 2.2),
      column('evidence', 'What that rests on', 'left', 2.6),
    ],
    rows: sorted.map(
      (each): Row => ({
        role: 'body',
        cells: [
          { kind: 'text', text: each.title, href: schemeHref(year, each.code) },
          millions(each.budget, 'Capital programme'),
          each.spent === null ? notKnown : millions(each.spent, 'Spent by main projects'),
          ...rangeCells(each.likely),
          flags[each.likely.flag],
          text(each.likely.brief),
        ],
      }),
    ),
    notes: schemes.some(({ likely }) => likely.basis === 'spending')
      ? [
          'Where no past year of a scheme is held, its spending so far is one reading, and capital is often spent late in a year: weak evidence. The range goes from the pace so far to the whole budget.',
        ]
      : [],
  }
}

/** Schemes of which only the service's pace is known, under their services. */
export function serviceSlippageTable(year: string, schemes: readonly LikelyScheme[]): Table {
  return {
    name: `capital-slippage-service-${year}`,
    caption: 'Schemes of which only the service’s pace is known, £m',
    columns: [
      column('scheme', 'Scheme', 'left', 4),
      column('budget', 'Budget £m', 'right', 1.1),
      column('low', 'At the service’s pace £m', 'right', 1.4),
    ],
    rows: [...Map.groupBy(schemes, ({ serviceName }) => serviceName)].flatMap(([service, list]): Row[] => [
      { role: 'group', cells: [service, '', ''].map((words) => text(words)) },
      ...list.map(
        (each): Row => ({
          role: 'body',
          cells: [
            { kind: 'text', text: each.title, href: schemeHref(year, each.code) },
            millions(each.budget, 'Capital programme'),
            each.likely.range === null ? notKnown : millions(each.likely.range.low, 'Estimated here'),
          ],
        }),
      ),
    ]),
    notes: [
      'Neither past years nor spending of these schemes are held. The pace is that of the service as a whole, which says little of one scheme.',
    ],
  }
}

export const flagOf = ({ flag }: Likely) => ({ tone: flags[flag].tone, text: flags[flag].text })

/** '£0.488m to £1.231m'; one amount where both ends are the same when printed. */
export function rangeText({ range }: Likely): string | null {
  if (range === null) return null
  const [low, high] = [poundsMillionText(range.low), poundsMillionText(range.high)]
  return low === high ? low : `${low} to ${high}`
}

/** How a scheme at risk is told of in one sentence. */
export const slippageSentence = ({ title, budget, spent, likely }: LikelyScheme): string =>
  likely.flag === 'over'
    ? `${title} has spent ${poundsMillionText(spent ?? 0n)}, more than its budget of ${poundsMillionText(budget)} for the whole year.`
    : `${title} is likely to end the year between ${rangeText(likely)?.replace(' to ', ' and ') ?? ''}, of a budget of ${poundsMillionText(budget)}${spent === null ? '' : `; ${shareText(spent, budget)}% is spent`}.`

function rangeCells({ range }: Likely): Cell[] {
  if (range === null) return [notKnown, notKnown]
  return [millions(range.low, 'Estimated here'), millions(range.high, 'Estimated here')]
}

const gap = ({ budget, likely }: LikelyScheme): bigint => budget - (likely.range?.low ?? budget)
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
