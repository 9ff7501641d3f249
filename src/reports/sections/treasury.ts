import {
  fundOutturn,
  outturnText,
  reachesGeneralFund,
  streams,
} from '../../domain/finance/collection-fund.ts'
import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { type Pence, poundsDecimal, poundsMillionText, shortMillionsText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { figure } from '../../domain/report/figure.ts'
import type { FundReport } from '../../finance/collection-fund/queries.ts'
import { declaredTable, itemsTable, reachesTable, sharesTable } from '../../finance/collection-fund/tables.ts'
import { grantsSentences } from '../../finance/collection-fund/words.ts'
import { debtBars, debtLine } from '../../finance/prudential/debt-chart.ts'
import { requirementOf } from '../../finance/prudential/prudential-view.ts'
import type { PrudentialReport } from '../../finance/prudential/queries.ts'
import {
  approvedTable,
  debtTable,
  indicatorTable,
  requirementTable,
} from '../../finance/prudential/tables.ts'
import {
  highestSentence,
  pathSentences,
  pathWorkings,
  requirementSentence,
  standings,
} from '../../finance/prudential/words.ts'

const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 1, text, id })
const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text })
const table = (table: Table): Block => ({ kind: 'table', table })
const money = (amount: Pence, source: string) =>
  figure(shortMillionsText(amount), poundsDecimal(amount), source)

/** Debt, where it stands to its limits and where the present path leads. */
export function debtSection(report: PrudentialReport): Block[] {
  const { asAt, position, source } = report
  const { actual, boundary, limit } = position.total
  const standing = standings[position.total.standing]
  const highest = highestSentence(position.total)
  const line = debtLine(report)
  const workings = pathWorkings(report)
  return [
    heading('Debt against its limits', 'debt'),
    paragraph(
      `The council owed `,
      money(actual, source),
      ` on ${dayText(asAt)}. The operational boundary is `,
      money(boundary, source),
      ' and the authorised limit ',
      money(limit, source),
      '.',
    ),
    {
      kind: 'callout',
      tone: standing.tone,
      title: standing.word,
      text: [highest === null ? standing.says : `${standing.says} ${highest}`],
    },
    { kind: 'figure', chart: debtBars(report, requirementOf(report)), source },
    table(debtTable(report)),
    heading('Where the present path leads', 'path'),
    ...(line === null ? [] : [{ kind: 'figure' as const, chart: line, source }]),
    ...pathSentences(report).map((sentence) => paragraph(sentence)),
    ...(workings === null ? [] : [paragraph(workings)]),
  ]
}

/** The need to borrow for capital, and each indicator beside what the council approved. */
export function indicatorsSection(report: PrudentialReport, year: string): Block[] {
  const test = requirementOf(report)
  return [
    heading('Debt against the need to borrow for capital', 'requirement'),
    paragraph(requirementSentence(test)),
    ...(test === null ? [] : [table(requirementTable(report, test))]),
    heading('Against what the council approved', 'approved'),
    table(approvedTable(report, year)),
    heading('Year by year', 'years'),
    table(indicatorTable(report)),
  ]
}

/** The collection fund as it was last reported by then; said to be missing when it was not. */
export function fundSection(fund: FundReport | null): Block[] {
  const title = heading('Collection fund', 'collection-fund')
  if (fund === null) return [title, paragraph('No report of the collection fund of this year is held.')]
  const reaches = reachesGeneralFund(Number(fund.year.slice(0, 4)))
  return [
    title,
    paragraph(
      `As reported on ${dayText(fund.asAt)}. `,
      ...fund.streams.flatMap((stream): Inline[] => {
        const outturn = fundOutturn(stream.items)
        return [
          `${streams[stream.stream]}: `,
          figure(outturnText(outturn), poundsDecimal(outturn), stream.source),
          ...(stream.afterGrants === null
            ? []
            : [
                ', ',
                figure(
                  poundsMillionText(stream.afterGrants),
                  poundsDecimal(stream.afterGrants),
                  stream.source,
                ),
                ' after section 31 grants',
              ]),
          '. ',
        ]
      }),
      `It reaches the General Fund in ${reaches.inYear} at the earliest.`,
    ),
    table(itemsTable(fund)),
    ...fund.streams.flatMap(grantsSentences).map((sentence) => paragraph(sentence)),
    table(reachesTable(fund, reaches)),
    table(declaredTable(fund)),
    table(sharesTable(fund)),
  ]
}

/** Every printed total beside what its parts add up to. */
export function treasuryTotalsSection(reconciliations: readonly Reconciliation[]): Block[] {
  return [
    heading('Held against the printed totals', 'totals'),
    reconciliations.length === 0
      ? paragraph('No printed total is held.')
      : { kind: 'list', ordered: false, items: reconciliations.map(({ says }) => [says]) },
  ]
}
