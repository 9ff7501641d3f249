import {
  fundOutturn,
  outturnText,
  reachesGeneralFund,
  streams,
} from '../../domain/finance/collection-fund.ts'
import { yearText } from '../../domain/financial-year.ts'
import { poundsMillionText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { financeNav } from '../finance-nav.ts'
import { reconciledView } from '../reconciliation-table.ts'
import type { FundReport } from './queries.ts'
import { declaredTable, itemsTable, reachesTable, sharesTable } from './tables.ts'
import { fundSentence, grantsSentences } from './words.ts'

export const fundAddress = (year: string, asAt: string): string =>
  `/finance/collection-fund/${year}?reported=${asAt}`

/** Everything the page says of a year's collection fund. */
export function fundView(
  report: FundReport,
  {
    reports,
    recordHref,
    recorded,
  }: {
    readonly reports: readonly { readonly year: string; readonly asAt: string }[]
    readonly recordHref: string | null
    readonly recorded: boolean
  },
) {
  const year = yearText(report.year)
  const reaches = reachesGeneralFund(Number(report.year.slice(0, 4)))
  return {
    nav: financeNav('/finance/collection-fund'),
    title: `Collection fund ${year}`,
    caption: `As reported on ${dayText(report.asAt)}`,
    lead: fundSentence(report.streams, year, reaches),
    illustrative: report.streams.some(({ illustrative }) => illustrative),
    facts: report.streams.map((stream) => ({
      term: streams[stream.stream],
      text: sentenceCase(outturnText(fundOutturn(stream.items))),
      detail: `The council budgets ${poundsMillionText(stream.budget)} of the ${poundsMillionText(stream.income)} collected`,
      href: null,
    })),
    items: itemsTable(report),
    grants: report.streams.flatMap(grantsSentences),
    reaches: reachesTable(report, reaches),
    declared: declaredTable(report),
    shares: sharesTable(report),
    reconciled: reconciledView(
      report.streams.flatMap(({ reconciliations }) => reconciliations),
      report.streams[0]?.source ?? '',
    ),
    recordHref,
    notice: recorded ? 'It is recorded.' : null,
    periods: {
      label: 'Reported',
      current: `${year}, ${dayText(report.asAt)}`,
      choices: reports.map((each) => ({
        text: `${yearText(each.year)}, ${dayText(each.asAt)}`,
        href: fundAddress(each.year, each.asAt),
      })),
    },
  }
}
