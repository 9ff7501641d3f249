import { counted } from '../../domain/counted.ts'
import { atThisPace } from '../../domain/finance/capital-monitoring.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import {
  type Pence,
  poundsDecimal,
  poundsMillionText,
  poundsText,
  sumPence,
  varianceText,
} from '../../domain/money.ts'
import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { count, figure } from '../../domain/report/figure.ts'
import { laterChangesTable, nowTable, printedChangesTable } from '../../finance/capital/change-tables.ts'
import { estimateTable } from '../../finance/capital/estimate-table.ts'
import { fundingAgainstProgramme, fundingTable, grantTable } from '../../finance/capital/funding-tables.ts'
import { exceptionalTable, monitoringTable, projectTable } from '../../finance/capital/monitoring-tables.ts'
import type { CapitalMonthFacts } from '../../finance/capital/month-facts.ts'
import { firstYear } from '../../finance/capital/programme-words.ts'
import { schemesOf } from '../../finance/capital/scheme.ts'
import { ownSlippageTable, slippageSentence } from '../../finance/capital/slippage-table.ts'
import { capitalSummaryTable } from '../../finance/capital/tables.ts'
import { reconciliationTable, reconciliationWords } from '../../finance/reconciliation-table.ts'

const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 1, text, id })
const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text })
const list = (items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', ordered: false, items })
const table = (table: Table): Block => ({ kind: 'table', table })
const millions = (amount: Pence, source: string) =>
  figure(poundsMillionText(amount), poundsDecimal(amount), source)
const pounds = (amount: Pence, source: string) => figure(poundsText(amount), poundsDecimal(amount), source)

/** The month in brief: programme, spending, forecast, slippage, funding and what waits for approval. */
export function capitalBriefSection(facts: CapitalMonthFacts): Block[] {
  const { view, monitor, funding, estimates } = facts
  const { capital, source } = view
  const first = firstYear(view)
  const { totals, month, monthsGone } = monitor
  const waiting = estimates.filter(({ decision, illustrative }) => decision === null && !illustrative)
  const items: Inline[][] = [
    ...(monitor.services.length === 0
      ? []
      : [
          [
            `Spent by the end of ${monthText(month)}: `,
            millions(totals.spent, monitor.source),
            `, with ${monthsGone} of 12 months gone. At that pace the year would end at `,
            millions(atThisPace(totals.spent, monthsGone), 'Computed from spending to date'),
            '.',
          ],
          [
            'Forecast for the year: ',
            millions(totals.forecast, monitor.source),
            ': ',
            figure(
              varianceText(totals.forecast - totals.budget),
              poundsDecimal(totals.forecast - totals.budget),
              monitor.source,
            ),
            '.',
          ],
        ]),
    [count(atRisk(facts).length, 'Likely slippage'), ' schemes are at risk of slipping into the next year.'],
    ...(funding.lines.length === 0
      ? []
      : [['Funding of the year: ', millions(funding.total, funding.lines[0]?.paper ?? ''), '.']]),
    ...(waiting.length === 0
      ? []
      : [
          [
            count(waiting.length, 'Supplementary estimates'),
            ' supplementary estimates of ',
            pounds(sumPence(waiting.map(({ amount }) => amount)), 'Supplementary estimates'),
            ' together are not known to be approved, and not in the programme.',
          ],
        ]),
  ]
  return [
    heading('The position in brief', 'brief'),
    paragraph(
      `The capital programme of ${yearText(first)} is `,
      pounds(capital.total[first] ?? 0n, source),
      ' in ',
      count(schemesOf(view).length, source),
      ' schemes',
      ...capital.years
        .slice(1)
        .flatMap((year): Inline[] => [`; of ${yearText(year)} `, pounds(capital.total[year] ?? 0n, source)]),
      '.',
    ),
    list(items),
    paragraph('What is exempt from publication, if anything, is not in this report.'),
  ]
}

const atRisk = ({ likely }: CapitalMonthFacts) => likely.filter((each) => each.likely.flag === 'at-risk')

/** The programme by service, then and now. */
export const capitalProgrammeSection = ({ view, changes }: CapitalMonthFacts): Block[] => [
  heading('The programme', 'programme'),
  table(capitalSummaryTable(view)),
  ...(changes.some(({ printed }) => !printed) ? [table(nowTable(view))] : []),
]

/** What changed, and what is asked for beyond the programme. */
export function capitalChangesSection({ view, changes, estimates }: CapitalMonthFacts): Block[] {
  const of = { programme: view.programme, year: firstYear(view) }
  const printed = changes.filter((each) => each.printed)
  const later = changes.filter((each) => !each.printed)
  return [
    heading('Changes to the programme', 'changes'),
    ...(printed.length === 0
      ? [paragraph('No change is listed.')]
      : [table(printedChangesTable(of, printed))]),
    ...(later.length === 0
      ? [paragraph(`No change has been recorded since the meeting of ${monthText(view.programme)}.`)]
      : [table(laterChangesTable(of, later))]),
    heading('Supplementary estimates', 'estimates'),
    ...(estimates.length === 0 ? [paragraph('None is recorded.')] : [table(estimateTable(estimates, null))]),
  ]
}

/** What was spent by the end of the month, and what is forecast. */
export function capitalSpendingSection({ view, monitor }: CapitalMonthFacts): Block[] {
  const titles = new Map(schemesOf(view).map(({ code, title }) => [code, title]))
  const { services, projects, exceptional } = monitor
  const asPlanned = services.length > 0 && services.every(({ profile, spent }) => profile === spent)
  return [
    heading('Spending and forecast', 'spending'),
    ...(services.length === 0
      ? [paragraph('Spending by service is not shown.')]
      : [table(monitoringTable(monitor))]),
    ...(asPlanned
      ? [
          paragraph(
            'In every service what was spent equals the profile to the last digit printed, so the profile cannot show whether a scheme slips.',
          ),
        ]
      : []),
    ...(projects.length === 0 ? [] : [table(projectTable(monitor, (code) => titles.get(code) ?? code))]),
    ...(exceptional.length === 0 ? [] : [table(exceptionalTable(monitor))]),
  ]
}

/** Which schemes are likely to slip, by their own figures. */
export function capitalSlippageSection(facts: CapitalMonthFacts): Block[] {
  const own = facts.likely.filter(({ likely }) => ['history', 'spending'].includes(likely.basis))
  const told = own.filter(({ likely }) => likely.flag === 'at-risk' || likely.flag === 'over')
  const others = facts.likely.length - own.length
  return [
    heading('Likely slippage', 'slippage'),
    ...(told.length === 0
      ? [paragraph('No scheme’s own figures show that it is at risk of slipping.')]
      : [list(told.map((each) => [slippageSentence(each)]))]),
    ...(own.length === 0 ? [] : [table(ownSlippageTable(firstYear(facts.view), own))]),
    ...(others === 0
      ? []
      : [
          paragraph(
            `Of ${counted(others, 'other scheme')} neither past years nor spending of their own are held: nothing is said of them.`,
          ),
        ]),
  ]
}

/** What pays for the programme, and whether it does. */
export const capitalFundingSection = ({ view, funding, grants }: CapitalMonthFacts): Block[] => [
  heading('Funding', 'funding'),
  ...(funding.lines.length === 0
    ? [paragraph('The sources of funding are not shown.')]
    : [table(fundingTable(funding)), table(fundingAgainstProgramme(funding, view))]),
  ...funding.carryForward.map(({ fromYear, toYear, amount, source }) =>
    paragraph(
      millions(amount, source),
      ` was not spent in ${yearText(fromYear)} and is carried into ${yearText(toYear)}. The paper does not say to which schemes.`,
    ),
  ),
  ...(grants.length === 0 ? [] : [table(grantTable(grants, null))]),
]

/** Every printed total held against its lines. */
export function capitalTotalsSection({ view, reconciliations }: CapitalMonthFacts): Block[] {
  const unexplained = reconciliations.filter(({ agrees, byRounding }) => !agrees && !byRounding)
  return [
    heading('Held against the printed totals', 'totals'),
    ...(reconciliations.length === 0
      ? [paragraph('No printed total is held against the lines here.')]
      : [
          paragraph(reconciliationWords(reconciliations)),
          ...(unexplained.length === 0
            ? []
            : [
                {
                  kind: 'callout' as const,
                  tone: 'close' as const,
                  title: 'What nothing explains',
                  text: [unexplained.map(({ says }) => says).join(' ')],
                },
              ]),
          table(reconciliationTable(`capital-totals-${view.programme}`, reconciliations)),
        ]),
  ]
}
