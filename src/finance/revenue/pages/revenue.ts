import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import { millionsText, varianceText } from '../../../domain/money.ts'
import { parsePeriod, periodText } from '../../../domain/period-text.ts'
import { page } from '../../../web/page.ts'
import { sentenceCase } from '../../cells.ts'
import { financeNav } from '../../finance-nav.ts'
import { type RevenueMonitor, revenueMonitor, revenueMonths } from '../queries.ts'
import { revenueTable } from '../table.ts'

export const revenuePage = page({
  path: '/finance/revenue/:year/:month',
  action: 'finance.view',
  template: 'finance/revenue/pages/revenue.njk',
  view: async ({ db, params }) =>
    revenueView(
      await revenueMonitor(db, { financialYear: params.year, month: params.month }),
      await monthLinks(db),
    ),
  title: (view) => view.title,
  tables: (view) => [view.table, view.pressureTable],
})

/** The latest month held, at the address the navigation knows. */
export const latestRevenuePage = page({
  path: '/finance/revenue',
  action: 'finance.view',
  template: 'finance/revenue/pages/revenue.njk',
  view: async ({ db }) => {
    const [latest] = await revenueMonths(db)
    if (!latest) throw new NotFound('No revenue position has been recorded yet.')
    return revenueView(await revenueMonitor(db, latest), await monthLinks(db))
  },
  title: (view) => view.title,
  tables: (view) => [view.table, view.pressureTable],
})

const monthName = (month: string): string => {
  const parsed = parsePeriod(month)
  return parsed.ok ? periodText(parsed.value) : month
}

const monthLinks = async (db: Db) =>
  (await revenueMonths(db)).map(({ financialYear, month }) => ({
    text: monthName(month),
    href: `/finance/revenue/${financialYear}/${month}`,
  }))

export function revenueView(monitor: RevenueMonitor, months: readonly { text: string; href: string }[]) {
  const { position, pressures, reconciliations } = monitor
  const { total, serviceTotal } = position
  const differing = reconciliations.filter(({ agrees }) => !agrees)
  return {
    nav: financeNav('/finance/revenue'),
    title: `Revenue at the end of ${monthName(monitor.month)}`,
    year: monitor.financialYear.replace('-', '/'),
    lead: `The council forecasts an ${varianceText(total.variance)} for ${monitor.financialYear.replace('-', '/')}: £${millionsText(total.forecast)}m against a budget of £${millionsText(total.budget)}m.`.replace(
      'an on budget',
      'to be on budget',
    ),
    facts: [
      {
        term: 'Services',
        text: sentenceCase(varianceText(serviceTotal.variance)),
        detail: `£${millionsText(serviceTotal.forecast)}m against £${millionsText(serviceTotal.budget)}m`,
        href: null,
      },
      {
        term: 'Whole council',
        text: sentenceCase(varianceText(total.variance)),
        detail: `£${millionsText(total.forecast)}m against £${millionsText(total.budget)}m`,
        href: null,
      },
    ],
    months: months.length > 1 ? months : [],
    table: revenueTable(monitor),
    pressures: pressures
      .filter(({ partOf }) => partOf === null)
      .map((pressure) => ({
        service: pressure.serviceName,
        amount: sentenceCase(varianceText(pressure.amount)),
        title: pressure.title,
        assumption: pressure.assumption,
        parts: pressures
          .filter(({ partOf }) => partOf === pressure.position)
          .map((part) => ({
            text: `£${millionsText(part.amount)}m ${part.title}`,
            assumption: part.assumption,
          })),
      })),
    pressureTable: pressureTable(monitor),
    reconciled:
      differing.length === 0
        ? `All ${reconciliations.length} totals computed here agree with those printed in the paper.`
        : `${differing.length} of ${reconciliations.length} totals computed here differ from those printed in the paper.`,
    reconciliations: reconciliations.map(({ says, agrees }) => ({ says, agrees })),
    source: monitor.source,
  }
}

function pressureTable({ pressures, financialYear, month }: RevenueMonitor) {
  const column = (key: string, label: string, align: 'left' | 'right' = 'left') => ({
    key,
    label,
    align,
    weight: 1,
  })
  return {
    name: `pressures-${financialYear}-${month}`,
    caption: 'What lies behind the variances',
    columns: [
      column('service', 'Service'),
      column('what', 'What'),
      column('amount', 'Amount £m', 'right'),
      column('assumption', 'Assumption'),
    ],
    rows: pressures.map(({ serviceName, title, amount, assumption, source }) => ({
      role: 'body' as const,
      cells: [
        { kind: 'text' as const, text: serviceName },
        { kind: 'text' as const, text: title },
        { kind: 'number' as const, text: millionsText(amount), value: String(amount), source },
        { kind: 'text' as const, text: assumption ?? 'Not stated' },
      ],
    })),
    notes: [],
  }
}
