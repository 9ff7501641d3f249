import { factText, weeklyAgainstYearly } from '../../domain/finance/revenue-facts.ts'
import { savingsTotal } from '../../domain/finance/saving.ts'
import { monthText, yearText } from '../../domain/financial-year.ts'
import { type Pence, poundsDecimal, poundsMillionText, varianceText } from '../../domain/money.ts'
import type { Block, Inline, Table } from '../../domain/report/blocks.ts'
import { figure } from '../../domain/report/figure.ts'
import { reconciliationTable, reconciliationWords } from '../../finance/reconciliation-table.ts'
import { commentaryTable, reviewTable } from '../../finance/revenue/commentary-table.ts'
import type { RevenueMonthFacts } from '../../finance/revenue/month-facts.ts'
import { pressureTable } from '../../finance/revenue/pressure-table.ts'
import { remedialTable } from '../../finance/revenue/remedial-table.ts'
import { revenueTable } from '../../finance/revenue/revenue-table.ts'
import { savingsTable } from '../../finance/revenue/savings-table.ts'
import { virementTable } from '../../finance/revenue/virement-table.ts'

const money = (amount: Pence, source: string) =>
  figure(poundsMillionText(amount), poundsDecimal(amount), source)
const variance = (amount: Pence, source: string) =>
  figure(varianceText(amount), poundsDecimal(amount), source)
const heading = (text: string, id: string): Block => ({ kind: 'heading', level: 1, text, id })
const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text })
const table = (table: Table): Block => ({ kind: 'table', table })

/** The month in brief: the forecast, what is behind it, what is being done and what is still to find. */
export function revenueBriefSection({
  monitor,
  balance,
  savings,
  reserves,
  plan,
}: RevenueMonthFacts): Block[] {
  const { position, financialYear, month, source } = monitor
  const { total, services, corporate } = position
  const off = [...services, ...corporate].filter((line) => line.variance !== 0n)
  const saved = savingsTotal(savings.map(({ standing }) => standing))
  const items: Inline[][] = [
    ...off.map((line): Inline[] => [`${line.name}: `, variance(line.variance, source), '.']),
    [
      ...(balance.approved === 0n
        ? ['No remedial action with a value is approved yet; ']
        : ['Remedial action approved: ', money(balance.approved, source), '; ']),
      money(balance.proposed, source),
      ' is proposed. Still to find if all of it is approved: ',
      money(balance.stillToFind, source),
      '.',
    ],
    ...(savings.length === 0
      ? []
      : [
          [
            'Savings: ',
            money(saved.stillToDeliver, source),
            ' of ',
            money(saved.planned, source),
            ' planned is still to deliver.',
          ],
        ]),
  ]
  return [
    heading('The position in brief', 'brief'),
    paragraph(
      `At the end of ${monthText(month)} the council forecasts `,
      money(total.forecast, source),
      ' for ',
      yearText(financialYear),
      ' against a budget of ',
      money(total.budget, source),
      ': ',
      variance(total.variance, source),
      '.',
    ),
    { kind: 'list', ordered: false, items },
    ...(total.variance > 0n ? reserves : []).map(
      ({ reserve, reason, source: from }): Block => ({
        kind: 'callout',
        tone: 'close',
        title: `${reserve} may not be used`,
        text: [`Reason: ${reason}. Source: ${from}.`],
      }),
    ),
    plan.isDue
      ? { kind: 'callout', tone: 'bad', title: 'A remedial plan for Members is due', text: [plan.says] }
      : paragraph(plan.says),
  ]
}

/** The statement by service, and what lies behind each variance. */
export function revenueStatementSection({ monitor, commentary, trust }: RevenueMonthFacts): Block[] {
  return [
    heading('Budget, forecast and variance', 'statement'),
    table(revenueTable(monitor)),
    paragraph('How much to trust the forecast: ', trust),
    heading('What lies behind the variances', 'pressures'),
    ...(monitor.pressures.length === 0
      ? [paragraph('No pressure is recorded for this month.')]
      : [table(pressureTable(monitor, monitor.pressures))]),
    paragraph('What is exempt from publication, if anything, is not in this report.'),
    heading('Commentary by service', 'commentary'),
    table(commentaryTable(monitor, commentary)),
  ]
}

/** The actions against an overspend, the savings, and the money moved. */
export function revenueActionsSection(facts: RevenueMonthFacts): Block[] {
  const { monitor, balance, savings, virements, reviews } = facts
  const { financialYear, source } = monitor
  return [
    heading('What is being done and what is still to find', 'actions'),
    ...(balance.running.length === 0
      ? [paragraph('No remedial action is recorded.')]
      : [table(remedialTable(monitor, balance, source))]),
    table(reviewTable(monitor, reviews)),
    heading('Savings', 'savings'),
    ...(savings.length === 0
      ? [paragraph('No savings programme is recorded for the year.')]
      : [table(savingsTable(financialYear, savings))]),
    heading('Money moved between budgets', 'virements'),
    ...(virements.length === 0
      ? [paragraph('No virement is in these budgets.')]
      : [table(virementTable(financialYear, virements))]),
  ]
}

/** What the paper says besides, and every printed total held against its lines. */
export function revenueNotesSection({ monitor, facts }: RevenueMonthFacts): Block[] {
  const { reconciliations } = monitor
  return [
    ...(facts.length === 0
      ? []
      : [
          heading('What the paper says besides', 'facts'),
          {
            kind: 'list' as const,
            ordered: false,
            items: facts.map((fact) => [
              `${fact.serviceName === null ? '' : `${fact.serviceName}: `}${fact.title}: ${factText(fact)} (${fact.period}). ${fact.source}.`,
            ]),
          },
          ...weeklyAgainstYearly(facts).map((sentence) => paragraph(sentence)),
        ]),
    heading('Held against the printed totals', 'totals'),
    ...(reconciliations.length === 0
      ? [paragraph('No printed total is held for this month.')]
      : [
          paragraph(reconciliationWords(reconciliations)),
          table(
            reconciliationTable(`revenue-totals-${monitor.financialYear}-${monitor.month}`, reconciliations),
          ),
        ]),
  ]
}
