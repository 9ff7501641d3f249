import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { yearText } from '../../domain/financial-year.ts'
import { poundsDecimal, poundsMillionText, varianceText, wholePoundsText } from '../../domain/money.ts'
import type { Block, Inline } from '../../domain/report/blocks.ts'
import { sentenceCase } from '../../domain/report/cells.ts'
import { count, figure } from '../../domain/report/figure.ts'
import { withheldSentence } from '../../finance/capital/exemptions.ts'
import { capitalSummaryTable } from '../../finance/capital/tables.ts'
import { reconciliationWords } from '../../finance/reconciliation-table.ts'
import { revenueTable } from '../../finance/revenue/revenue-table.ts'
import type { CouncilFacts } from '../home-facts.ts'

/** The revenue position: the statement, what lies behind it, and how it stands to the printed totals. */
export function revenueSection({ revenue }: CouncilFacts): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Revenue', id: 'revenue' }
  if (!revenue)
    return [heading, { kind: 'paragraph', text: ['No revenue position is held for this quarter.'] }]
  const { total } = revenue.position
  const { pressures, source } = revenue
  return [
    heading,
    {
      kind: 'paragraph',
      text: [
        'The forecast for the year is ',
        figure(poundsMillionText(total.forecast), poundsDecimal(total.forecast), source),
        ' against a budget of ',
        figure(poundsMillionText(total.budget), poundsDecimal(total.budget), source),
        ': ',
        figure(varianceText(total.variance), poundsDecimal(total.variance), source),
        '.',
      ],
    },
    { kind: 'table', table: revenueTable(revenue) },
    {
      kind: 'list',
      ordered: false,
      items: pressures.map(({ serviceName, title, amount, assumption, partOf, source: from }): Inline[] => [
        `${serviceName}: `,
        figure(sentenceCase(varianceText(amount)), poundsDecimal(amount), from),
        `, ${partOf === null ? title.toLowerCase() : title}${assumption ? ` (${assumption})` : ''}.`,
      ]),
    },
    reconciled(revenue.reconciliations),
  ]
}

/** The capital programme by service, and how it stands to the printed totals. */
export function capitalSection({ capital }: CouncilFacts): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: 'Capital programme', id: 'capital' }
  if (!capital)
    return [heading, { kind: 'paragraph', text: ['No capital programme is held for this quarter.'] }]
  const { years, total, services } = capital.capital
  const schemes = services.flatMap((service) => service.schemes).length
  const byYear = years.flatMap((year, index): Inline[] => [
    index === 0 ? '' : ', ',
    figure(`£${wholePoundsText(total[year] ?? 0n)}`, poundsDecimal(total[year] ?? 0n), capital.source),
    ` in ${yearText(year)}`,
  ])
  const placed = capital.byService.filter(({ agrees }) => !agrees)
  return [
    heading,
    {
      kind: 'paragraph',
      text: [count(schemes, capital.source), ' schemes: ', ...byYear.filter((each) => each !== ''), '.'],
    },
    { kind: 'table', table: capitalSummaryTable(capital) },
    ...(capital.withheld
      ? [{ kind: 'paragraph' as const, text: [withheldSentence] }]
      : [reconciled(capital.totals)]),
    ...(placed.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: [
              'Another table of the same paper prints each service’s budget, and places the difference. ',
              ...placed.map(({ says }) => says),
            ],
          },
        ]
      : []),
  ]
}

function reconciled(list: readonly Reconciliation[]): Block {
  if (list.length === 0) return { kind: 'paragraph', text: [reconciliationWords(list)] }
  const differing = list.filter(({ agrees }) => !agrees)
  if (differing.length === 0)
    return {
      kind: 'callout',
      tone: 'good',
      title: 'Agrees with the printed totals',
      text: [reconciliationWords(list)],
    }
  return {
    kind: 'callout',
    tone: 'close',
    title: `${differing.length} of ${list.length} totals differ from the printed ones`,
    text: [differing.map(({ says }) => says).join(' ')],
  }
}
