import {
  fundOutturn,
  outturnText,
  type Reaches,
  shareCompared,
  shareLeft,
  streams,
} from '../../domain/finance/collection-fund.ts'
import { percentOf, rateDecimal, rateText } from '../../domain/finance/rate.ts'
import { dayOrMonthText, yearText } from '../../domain/financial-year.ts'
import type { Pence } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, sentenceCase, text } from '../../domain/report/cells.ts'
import type { FundReport, HeldStream } from './queries.ts'
import { bornOutturn } from './words.ts'

const favour = (amount: Pence): string =>
  amount === 0n ? 'No change' : amount > 0n ? 'Adverse' : 'Favourable'

/** A row that heads those of a stream, over so many columns. */
const groupRow = ({ stream }: HeldStream, columns: number): Row => ({
  role: 'group',
  cells: Array.from({ length: columns }, (_, index) => text(index === 0 ? streams[stream] : '')),
})

/** Why each stream's outturn is as it is: the signed items and their total. */
export function itemsTable({ year, asAt, streams: held }: FundReport): Table {
  return {
    name: `collection-fund-${year}-${asAt}`,
    caption: 'What the forecast outturn is made of, £m',
    columns: [
      column('item', 'Item', 'left', 4),
      column('amount', '£m', 'right', 1),
      column('words', 'In words', 'left', 2),
    ],
    rows: held.flatMap((stream): Row[] => [
      groupRow(stream, 3),
      ...stream.items.map(
        (item): Row => ({
          role: 'body',
          cells: [text(item.title), millions(item.amount, item.source), text(favour(item.amount))],
        }),
      ),
      totalRow(`${streams[stream.stream]}: forecast outturn`, fundOutturn(stream.items), stream.source),
      ...(stream.afterGrants === null
        ? []
        : [
            totalRow(`${streams[stream.stream]}: after section 31 grants`, stream.afterGrants, stream.source),
          ]),
    ]),
    notes: [
      'A positive amount is adverse for the council, a negative one favourable. The outturn is computed from its items; what stands after grants is as printed.',
      ...held.flatMap(({ items }) =>
        items.flatMap(({ title, note }) => (note === null ? [] : [`${title}: ${note}`])),
      ),
    ],
  }
}

const totalRow = (name: string, amount: Pence, source: string): Row => ({
  role: 'total',
  cells: [text(name), millions(amount, source), text(sentenceCase(outturnText(amount)))],
})

/** Who has which share of what is collected, as printed and as the amounts have it. */
export function sharesTable({ year, asAt, streams: held }: FundReport): Table {
  return {
    name: `collection-fund-shares-${year}-${asAt}`,
    caption: 'Who shares in what is collected',
    columns: [
      column('body', 'Body', 'left', 3.5),
      column('amount', 'Budget £m', 'right', 1.2),
      column('printed', 'Share printed', 'right', 1.2),
      column('computed', 'Share computed', 'right', 1.2),
      column('compared', 'Compared', 'left', 2),
    ],
    rows: held.flatMap((stream): Row[] => [
      groupRow(stream, 5),
      ...stream.shares.map((share) => {
        const found = share.own ? shareCompared(stream.budget, stream.income, share.printed) : null
        return {
          role: 'body' as const,
          cells: [
            text(share.body),
            share.own ? millions(stream.budget, stream.source) : missing('Not printed'),
            rateCell(share.rate, stream.source),
            found === null
              ? missing('Not printed')
              : {
                  kind: 'number' as const,
                  text: `${found.computed}%`,
                  value: found.computed,
                  source: stream.source,
                },
            text(found === null ? '' : found.agrees ? 'Agrees' : 'Differs'),
          ],
        }
      }),
      ...others(stream),
      {
        role: 'total',
        cells: [
          text('Net income, shared by all'),
          millions(stream.income, stream.source),
          text(''),
          text(''),
          text(''),
        ],
      },
    ]),
    notes: ['A share is compared as finely as it was printed.'],
  }
}

const rateCell = (rate: number, source: string): Cell => ({
  kind: 'number',
  text: rateText(rate),
  value: rateDecimal(rate),
  source,
})

/** Those whom the paper does not name have what is left. */
function others({ shares, budget, income, source }: HeldStream): readonly Row[] {
  const left = shareLeft(shares.map(({ rate }) => rate))
  if (!left.ok || left.value === 0) return []
  return [
    {
      role: 'body',
      cells: [
        text('Precepting bodies, not named in the paper'),
        shares.length === 1 ? millions(income - budget, source) : missing('Not printed'),
        missing('Not printed'),
        rateCell(left.value, source),
        text('What is left'),
      ],
    },
  ]
}

/** The surplus declared for the year before, with this council's part. */
export function declaredTable({ year, asAt, streams: held }: FundReport): Table {
  return {
    name: `collection-fund-declared-${year}-${asAt}`,
    caption: 'What was declared for the year before, £m',
    columns: [
      column('stream', 'Stream', 'left', 2),
      column('when', 'Declared', 'left', 2),
      column('declared', 'Surplus £m', 'right', 1.2),
      column('own', 'Council’s part £m', 'right', 1.2),
      column('share', 'Share computed', 'right', 1.2),
      column('compared', 'Printed', 'left', 2),
      column('reaches', 'Reaches the General Fund', 'left', 2),
    ],
    rows: held.flatMap(({ stream, declared, shares, source }): Row[] => {
      if (declared === null) return []
      const printed = declared.printedShare ?? shares.find(({ own }) => own)?.printed ?? '0'
      const found = shareCompared(declared.own, declared.amount, printed)
      const share = percentOf(declared.own, declared.amount, 1)
      return [
        {
          role: 'body',
          cells: [
            text(streams[stream]),
            text(declared.when === null ? 'Not stated' : dayOrMonthText(declared.when)),
            millions(declared.amount, source),
            millions(declared.own, source),
            share === null ? missing('None') : { kind: 'number', text: `${share}%`, value: share, source },
            text(found === null ? '' : `${printed}%: ${found.agrees ? 'agrees' : 'differs'}`),
            text(`In ${yearText(year)}`),
          ],
        },
      ]
    }),
    notes: ['A surplus is positive here, as the paper prints it.'],
  }
}

/** In which year the General Fund feels what. */
export function reachesTable({ year, asAt, streams: held }: FundReport, reaches: Reaches): Table {
  const source = held[0]?.source ?? ''
  const cell = (stream: HeldStream['stream'], of: (held: HeldStream) => Pence | null): Cell => {
    const found = held.find((each) => each.stream === stream)
    const amount = found === undefined ? null : of(found)
    return amount === null ? missing('Not known yet') : millions(amount, source)
  }
  const row = (inYear: string, what: string, of: (held: HeldStream) => Pence | null): Row => ({
    role: 'body',
    cells: [text(inYear), text(what), cell('council-tax', of), cell('business-rates', of)],
  })
  return {
    name: `collection-fund-reaches-${year}-${asAt}`,
    caption: 'When it reaches the General Fund, £m',
    columns: [
      column('year', 'General Fund year', 'left', 1.5),
      column('what', 'What', 'left', 4),
      column('council-tax', 'Council tax £m', 'right', 1.3),
      column('business-rates', 'Business rates £m', 'right', 1.3),
    ],
    rows: [
      row(yearText(year), 'Surplus declared for the year before', ({ declared }) =>
        declared === null ? null : -declared.own,
      ),
      row(
        reaches.inYear,
        `Forecast outturn of ${yearText(year)}, as it is estimated in ${reaches.estimatedIn}`,
        bornOutturn,
      ),
      row(
        reaches.restInYear,
        `What turns out otherwise, estimated in ${reaches.restEstimatedIn}`,
        () => null,
      ),
    ],
    notes: [
      'A positive amount is adverse, a negative one favourable. The paper says only that it is later years; the years here follow the rule that a surplus or deficit is estimated each January and shared out in the year that follows.',
      'Business rates are shown after section 31 grants where they are told. Grants are paid to the General Fund and not to the collection fund, so they may reach it in another year than the deficit.',
    ],
  }
}
