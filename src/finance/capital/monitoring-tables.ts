import { counted } from '../../domain/counted.ts'
import { atThisPace, type MonitoringTotals, shareText } from '../../domain/finance/capital-monitoring.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import { type Pence, poundsMillionText, sumPence, varianceText } from '../../domain/money.ts'
import type { Cell, Row, Table } from '../../domain/report/blocks.ts'
import { column, millions, text } from '../../domain/report/cells.ts'
import type { CapitalMonitor } from './monitor.ts'

/** A service's spending by the end of the month against its profile, and its forecast against its budget. */
export function monitoringTable(monitor: CapitalMonitor): Table {
  const { services, totals, source, month, financialYear } = monitor
  const row = (role: Row['role'], name: string, each: MonitoringTotals): Row => ({
    role,
    cells: [
      text(name),
      millions(each.profile, source),
      millions(each.spent, source),
      millions(each.spent - each.profile, source),
      millions(each.budget, source),
      share(each.spent, each.budget, source),
      millions(each.forecast, source),
      millions(each.forecast - each.budget, source),
    ],
  })
  const until = monthText(month).replace(/ \d{4}$/, '')
  return {
    name: `capital-monitoring-${month}`,
    caption: `Spending to ${monthText(month)} and forecast for ${yearText(financialYear)}, £m`,
    columns: [
      column('service', 'Service', 'left', 3),
      column('profile', `Profile to ${until} £m`, 'right', 1.2),
      column('spent', `Spent to ${until} £m`, 'right', 1.2),
      column('variance-to-date', 'Variance to date £m', 'right', 1.2),
      column('budget', 'Budget £m', 'right', 1.2),
      column('share', 'Spent of budget', 'right', 1.1),
      column('forecast', 'Forecast £m', 'right', 1.2),
      column('variance', 'Variance £m', 'right', 1.2),
    ],
    rows: [...services.map((each) => row('body', each.name, each)), row('total', 'Total programme', totals)],
    notes: ['A positive variance is more than was planned. Totals are computed from the lines.'],
  }
}

const share = (part: Pence, whole: Pence, source: string): Cell => {
  const percent = shareText(part, whole)
  return { kind: 'number', text: percent === null ? 'No budget' : `${percent}%`, value: percent, source }
}

/** What the main projects had spent, with the schemes that they are taken to be. */
export function projectTable(
  { projects, month, totals }: CapitalMonitor,
  titleOf: (scheme: string) => string,
): Table {
  const total = sumPence(projects.map(({ spent }) => spent))
  const of = shareText(total, totals.spent)
  return {
    name: `capital-projects-${month}`,
    caption: `Spent by main projects to ${monthText(month)}, £m`,
    columns: [
      column('project', 'Project', 'left', 3.4),
      column('service', 'Service', 'left', 2.4),
      column('spent', 'Spent £m', 'right', 1.2),
      column('scheme', 'Taken to be the scheme', 'left', 3.4),
    ],
    rows: [
      ...projects.map(
        (each): Row => ({
          role: 'body',
          cells: [
            text(each.title),
            text(each.serviceName),
            millions(each.spent, each.source),
            text(
              each.schemes.length === 0
                ? 'Not one scheme of the programme'
                : each.schemes.map(titleOf).join(', together with '),
            ),
          ],
        }),
      ),
      {
        role: 'total',
        cells: [
          text('Main projects together'),
          text(''),
          millions(total, 'Computed from the projects'),
          text(''),
        ],
      },
    ],
    notes: [
      'The paper names projects, not schemes; which scheme each is was taken from the names.',
      ...(of === null ? [] : [`They are ${of}% of what the services together had spent.`]),
    ],
  }
}

/** The items that the paper singles out, which stand for most of the year’s programme. */
export function exceptionalTable({ exceptional, financialYear, totals, month }: CapitalMonitor): Table {
  const total = sumPence(exceptional.map(({ amount }) => amount))
  const of = shareText(total, totals.budget)
  return {
    name: `capital-exceptional-${month}`,
    caption: `Exceptional items in ${yearText(financialYear)}, £m`,
    columns: [column('item', 'Item', 'left', 4), column('amount', 'Amount £m', 'right', 1.2)],
    rows: [
      ...exceptional.map(
        (each): Row => ({
          role: 'body',
          cells: [text(each.title), millions(each.amount, each.source)],
        }),
      ),
      {
        role: 'total',
        cells: [text('Exceptional items together'), millions(total, 'Computed from the items')],
      },
    ],
    notes: of === null ? [] : [`They are ${of}% of the year’s budget. The paper prints no total of them.`],
  }
}

/** What the month tells, in sentences: how much was spent in how much of the year, and what the forecast supposes. */
export function monitoringWords({ totals, services, monthsGone, month }: CapitalMonitor): string[] {
  const percent = shareText(totals.spent, totals.budget)
  if (services.length === 0 || percent === null) return []
  const pace = atThisPace(totals.spent, monthsGone)
  const [rest, left] = [totals.forecast - totals.spent, 12 - monthsGone]
  const needs = `That needs ${poundsMillionText(rest)} in the ${counted(left, 'month')} left; at the pace so far the year would end at ${poundsMillionText(pace)}.`
  return [
    `${poundsMillionText(totals.spent)} was spent by the end of ${monthText(month)}: ${percent}% of the year’s budget, with ${monthsGone} of 12 months gone.`,
    `The services forecast ${poundsMillionText(totals.forecast)}: ${varianceText(totals.forecast - totals.budget)}.${left === 0 ? '' : ` ${needs}`}`,
    ...(services.every(({ profile, spent }) => profile === spent)
      ? [
          'In every service what was spent equals the profile to the last digit printed. So the profile cannot show whether a scheme slips.',
        ]
      : []),
  ]
}
