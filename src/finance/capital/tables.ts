import { yearText } from '../../domain/financial-year.ts'
import type { Pence } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, pounds, text } from '../../domain/report/cells.ts'
import { firstYear, schemeHref } from './programme-words.ts'
import type { CapitalView } from './queries.ts'

/** Schemes by service and year in whole pounds, with totals computed from the schemes. */
export function capitalTable({ capital, asOfMeeting, exempt, programme, source }: CapitalView): Table {
  const amounts = (budget: Readonly<Record<string, Pence>>) =>
    capital.years.map((year) => pounds(budget[year] ?? 0n, source))
  return {
    name: `capital-programme-${programme}`,
    caption: 'Capital programme by scheme, £',
    columns: [
      column('scheme', 'Scheme', 'left', 4),
      ...capital.years.map((year) => column(`y${year}`, `${yearText(year)} £`, 'right', 1.4)),
    ],
    rows: [
      ...capital.services.flatMap((service): Row[] => [
        { role: 'group', cells: [text(service.name)] },
        ...service.schemes.map(
          (scheme): Row => ({
            role: 'body',
            cells: [
              {
                kind: 'text',
                text: exempt.has(scheme.code) ? `${scheme.title} (exempt from publication)` : scheme.title,
                href: schemeHref(firstYear({ asOfMeeting }), scheme.code),
              },
              ...amounts(scheme.budget),
            ],
          }),
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
      ...capital.years.map((year) => column(`y${year}`, `${yearText(year)} £`, 'right', 1.4)),
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
