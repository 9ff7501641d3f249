import { type Requirement, requirementTest } from '../../domain/finance/financing-requirement.ts'
import { financialYearOf, yearText } from '../../domain/financial-year.ts'
import { quarterContaining } from '../../domain/period.ts'
import { dayText, periodSlug, periodText } from '../../domain/period-text.ts'
import { financeNav } from '../finance-nav.ts'
import { reconciledView } from '../reconciliation-table.ts'
import { debtBars, debtLine } from './debt-chart.ts'
import type { PrudentialReport } from './queries.ts'
import { approvedTable, debtTable, indicatorTable, requirementTable } from './tables.ts'
import {
  debtSentence,
  highestSentence,
  pathSentences,
  pathWorkings,
  requirementSentence,
  standings,
} from './words.ts'

export const prudentialAddress = (asAt: string): string =>
  `/finance/prudential/${periodSlug(quarterContaining(asAt))}`

/** Everything the page says of a quarter; `quarters` are those held, latest first. */
export function prudentialView(
  report: PrudentialReport,
  {
    quarters,
    nextHref,
    recorded,
  }: { readonly quarters: readonly string[]; readonly nextHref: string | null; readonly recorded: boolean },
) {
  const year = financialYearOf(report.asAt)
  const test = requirementOf(report)
  const { total } = report.position
  return {
    nav: financeNav('/finance/prudential'),
    title: `Prudential indicators at ${dayText(report.asAt)}`,
    year: yearText(year),
    lead: debtSentence(report),
    illustrative: report.illustrative,
    standing: standings[total.standing],
    highest: highestSentence(total),
    bars: debtBars(report, test),
    line: debtLine(report),
    debt: debtTable(report),
    requirement: requirementSentence(test),
    requirementTone: test === null ? ('none' as const) : test.holds ? ('good' as const) : ('close' as const),
    requirementTable: test === null ? null : requirementTable(report, test),
    path: pathSentences(report),
    pathWorkings: pathWorkings(report),
    approved: approvedTable(report, year),
    indicators: indicatorTable(report),
    reconciled: reconciledView(report.reconciliations, report.source),
    source: report.source,
    nextHref,
    notice: recorded ? 'The quarter is recorded.' : null,
    periods: {
      label: 'Quarter',
      current: periodText(quarterContaining(report.asAt)),
      choices: quarters.map((asAt) => ({
        text: periodText(quarterContaining(asAt)),
        href: prudentialAddress(asAt),
      })),
    },
  }
}

/** Debt held against the requirement of the years around the quarter; null when one of them is not reported. */
export const requirementOf = (report: PrudentialReport) =>
  requirementTest(report.position.total.actual, requirementsOf(report))

/** The requirement at the end of the year before, this year and the next two, as far as it is reported. */
const requirementsOf = ({ asAt, figures }: PrudentialReport): readonly Requirement[] =>
  [-1, 0, 1, 2].flatMap((after) => {
    const year = financialYearOf(asAt, after)
    const found = figures.find(
      (each) => each.indicator === 'financing-requirement' && each.year === year && each.basis !== 'approved',
    )
    return found?.value.unit === 'money' ? [{ year, amount: found.value.amount }] : []
  })
