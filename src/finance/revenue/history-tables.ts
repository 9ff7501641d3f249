import { changeText, errorText } from '../../domain/finance/forecast-history.ts'
import { monthText } from '../../domain/financial-year.ts'
import { varianceText } from '../../domain/money.ts'
import type { Cell, Table } from '../../domain/report/blocks.ts'
import { column, millions, missing, sentenceCase, text } from '../../domain/report/cells.ts'
import { revenueHref } from './addresses.ts'
import { type ForecastHistory, outturnTotal } from './outturns.ts'
import type { HeldLine } from './queries.ts'

/** How each month's forecast of a year stood, to the month before and to what the year came to. */
export function historyTable(financialYear: string, { months, lines }: ForecastHistory): Table {
  const held = months.filter((each) => each.financialYear === financialYear)
  return {
    name: `forecasts-${financialYear}`,
    caption: 'How each month’s forecast stood, £m',
    columns: [
      column('month', 'At the end of', 'left', 1.6),
      column('budget', 'Budget £m', 'right', 1.2),
      column('forecast', 'Forecast £m', 'right', 1.2),
      column('variance', 'Variance £m', 'right', 1.2),
      column('words', 'In words', 'left', 2),
      column('change', 'Forecast since the month before', 'left', 2.4),
      column('outturn', 'Against the outturn', 'left', 2.2),
    ],
    rows: held.map((each, index) => {
      const source = lines.get(each.month)?.[0]?.source ?? ''
      return {
        role: 'body',
        cells: [
          text(monthText(each.month), revenueHref(each)),
          millions(each.budget, source),
          millions(each.forecast, source),
          millions(each.variance, source),
          text(sentenceCase(varianceText(each.variance))),
          text(changeText(each.change, monthText(held[index - 1]?.month ?? ''))),
          text(errorText(each.error)),
        ],
      }
    }),
    notes: [
      'A forecast is too high when the year came to less. Totals are computed from the lines before rounding.',
    ],
  }
}

/** The variance of each service as each month of a year forecast it, and as the year came to. */
export function serviceHistoryTable(
  financialYear: string,
  { months, lines, outturns }: ForecastHistory,
): Table {
  const held = months
    .filter((each) => each.financialYear === financialYear)
    .map((each) => ({ ...each, statement: lines.get(each.month) ?? [] }))
  const outturn = outturns.get(financialYear)
  const latest = held.at(-1)
  const services = new Map(
    held.flatMap(({ statement }) => statement.map(({ service, name }) => [service, name] as const)),
  )
  const came = (service: string): Cell => {
    const found = outturn?.get(service)
    const budget = latest?.statement.find((line) => line.service === service)?.budget ?? 0n
    return found === undefined ? noLine : millions(found.amount - budget, found.source)
  }
  return {
    name: `variances-${financialYear}`,
    caption: 'The variance of each service, month by month, £m',
    columns: [
      column('service', 'Service', 'left', 3),
      ...held.map(({ month }) => column(month, `${monthText(month)} £m`, 'right', 1.2)),
      ...(outturn === undefined ? [] : [column('outturn', 'Outturn £m', 'right', 1.2)]),
    ],
    rows: [
      ...[...services].map(([service, name]) => ({
        role: 'body' as const,
        cells: [
          text(name),
          ...held.map(({ statement }) => varianceCell(statement.find((line) => line.service === service))),
          ...(outturn === undefined ? [] : [came(service)]),
        ],
      })),
      {
        role: 'total' as const,
        cells: [
          text('Whole council'),
          ...held.map(({ variance, statement }) => millions(variance, statement[0]?.source ?? '')),
          ...(outturn === undefined
            ? []
            : [
                millions(
                  outturnTotal(outturn) - (latest?.budget ?? 0n),
                  [...outturn.values()][0]?.source ?? '',
                ),
              ]),
        ],
      },
    ],
    notes: [
      'A positive variance is an overspend. The outturn is held against the budget of the latest month.',
    ],
  }
}

const noLine = missing('No line')

const varianceCell = (line: HeldLine | undefined): Cell =>
  line === undefined ? noLine : millions(line.forecast - line.budget, line.source)
