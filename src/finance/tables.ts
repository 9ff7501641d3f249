import type { RevenueAmounts } from '../domain/finance/revenue.ts'
import {
  millionsDecimal,
  millionsText,
  type Pence,
  poundsDecimal,
  varianceText,
  wholePoundsText,
} from '../domain/money.ts'
import type { Cell, Row, Table } from '../domain/report/blocks.ts'
import type { CapitalView, RevenueMonitor } from './queries.ts'

const column = (key: string, label: string, align: 'left' | 'right', weight = 1) => ({
  key,
  label,
  align,
  weight,
})
const text = (words: string): Cell => ({ kind: 'text', text: words })
const millions = (amount: Pence, source: string): Cell => ({
  kind: 'number',
  text: millionsText(amount),
  value: millionsDecimal(amount),
  source,
})
const pounds = (amount: Pence, source: string): Cell => ({
  kind: 'number',
  text: wholePoundsText(amount),
  value: poundsDecimal(amount),
  source,
})

/** The revenue statement in £m to three decimals; totals are of the unrounded figures. */
export function revenueTable({ position, financialYear, month, source }: RevenueMonitor): Table {
  const line = (role: Row['role'], name: string, { budget, forecast, variance }: RevenueAmounts): Row => ({
    role,
    cells: [
      text(name),
      millions(budget, source),
      millions(forecast, source),
      millions(variance, source),
      text(sentenceCase(varianceText(variance))),
    ],
  })
  return {
    name: `revenue-${financialYear}-${month}`,
    caption: 'Revenue budget, forecast outturn and variance, £m',
    columns: [
      column('service', 'Service', 'left', 4),
      column('budget', 'Budget £m', 'right', 1.3),
      column('forecast', 'Forecast £m', 'right', 1.3),
      column('variance', 'Variance £m', 'right', 1.3),
      column('words', 'In words', 'left', 2.2),
    ],
    rows: [
      ...position.services.map((each) => line('body', each.name, each)),
      line('total', 'Total service net expenditure', position.serviceTotal),
      ...position.corporate.map((each) => line('body', each.name, each)),
      line('total', 'Total net expenditure', position.total),
    ],
    notes: ['A positive variance is an overspend. Totals are computed from the lines before rounding.'],
  }
}

/** Schemes by service and year in whole pounds, with totals computed from the schemes. */
export function capitalTable({ capital, programme, source }: CapitalView): Table {
  const amounts = (budget: Readonly<Record<string, Pence>>) =>
    capital.years.map((year) => pounds(budget[year] ?? 0n, source))
  return {
    name: `capital-programme-${programme}`,
    caption: 'Capital programme by scheme, £',
    columns: [
      column('scheme', 'Scheme', 'left', 4),
      ...capital.years.map((year) => column(`y${year}`, `${year.replace('-', '/')} £`, 'right', 1.4)),
    ],
    rows: [
      ...capital.services.flatMap((service): Row[] => [
        { role: 'group', cells: [text(service.name)] },
        ...service.schemes.map(
          (scheme): Row => ({ role: 'body', cells: [text(scheme.title), ...amounts(scheme.budget)] }),
        ),
        { role: 'total', cells: [text(`${service.name} total`), ...amounts(service.total)] },
      ]),
      { role: 'total', cells: [text('Total programme'), ...amounts(capital.total)] },
    ],
    notes: ['Totals are computed from the schemes.'],
  }
}

/** The programme by service, for a page or a report that has no room for every scheme. */
export function capitalSummaryTable({ capital, programme, source }: CapitalView): Table {
  const amounts = (budget: Readonly<Record<string, Pence>>) =>
    capital.years.map((year) => pounds(budget[year] ?? 0n, source))
  return {
    name: `capital-by-service-${programme}`,
    caption: 'Capital programme by service, £',
    columns: [
      column('service', 'Service', 'left', 4),
      column('schemes', 'Schemes', 'right', 1),
      ...capital.years.map((year) => column(`y${year}`, `${year.replace('-', '/')} £`, 'right', 1.4)),
    ],
    rows: [
      ...capital.services.map(
        (service): Row => ({
          role: 'body',
          cells: [text(service.name), schemes(service.schemes.length, source), ...amounts(service.total)],
        }),
      ),
      {
        role: 'total',
        cells: [
          text('Total programme'),
          schemes(capital.services.flatMap((service) => service.schemes).length, source),
          ...amounts(capital.total),
        ],
      },
    ],
    notes: [],
  }
}

const schemes = (count: number, source: string): Cell => ({
  kind: 'number',
  text: String(count),
  value: String(count),
  source,
})

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
