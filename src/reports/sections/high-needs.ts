import type { Reconciliation } from '../../domain/finance/reconcile.ts'
import { yearText } from '../../domain/high-needs/base-model.ts'
import { knownDeficit, openingDeficit, yearsThatMatter } from '../../domain/high-needs/outlook.ts'
import { extraPlaces, totalPlaces } from '../../domain/high-needs/places.ts'
import { toBalance } from '../../domain/high-needs/to-balance.ts'
import { type Pence, poundsDecimal, wholePoundsText } from '../../domain/money.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Block, Figure, Inline } from '../../domain/report/blocks.ts'
import { count, figure } from '../../domain/report/figure.ts'
import { assumptionTable } from '../../high-needs/assumption-table.ts'
import { backTestTable, increaseTable } from '../../high-needs/back-test-tables.ts'
import { balanceTable } from '../../high-needs/balance-table.ts'
import { besideCouncil } from '../../high-needs/beside-council.ts'
import { shortFigureTable } from '../../high-needs/figure-table.ts'
import { outlookChart } from '../../high-needs/outlook-chart.ts'
import { outlookTable, workingsTable } from '../../high-needs/outlook-table.ts'
import { placeTotalsTable, projectTable, provisionTable } from '../../high-needs/place-tables.ts'
import { planWords } from '../../high-needs/plan-words.ts'
import { plansChart } from '../../high-needs/plans-chart.ts'
import { commitmentTable, recoveryTable } from '../../high-needs/recovery-tables.ts'
import type { HighNeedsReportFacts } from '../../high-needs/report-facts.ts'
import { monthText, roughly } from '../../high-needs/words.ts'

const modelled = 'The high needs model'
const money = (amount: Pence, source: string): Figure =>
  figure(roughly(amount), poundsDecimal(amount), source)
const heading = (text: string, id: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text, id })
const paragraph = (...text: Inline[]): Block => ({ kind: 'paragraph', text })

/** What somebody must know who reads no further. */
export function highNeedsBrief(told: HighNeedsReportFacts): Block[] {
  const { base, facts, outlook, forecasts, places, actions, day } = told
  const known = knownDeficit(facts, base)
  const { outOfBorough, provisions, projects } = places
  const awaiting = extraPlaces(projects, 'awaiting approval')
  const items: Inline[][] = [
    ['The accumulated deficit was ', money(known.amount, known.source), ` on ${dayText(known.day)}.`],
    ...yearsThatMatter(outlook, forecasts).map(({ day: end, spread }): Inline[] => {
      const council = forecasts.findLast((each) => each.day === end && each.estimated !== null)
      const { lower80, upper80 } = spread.cumulative.mitigated
      return [
        `By ${dayText(end)} the model expects `,
        money(lower80, modelled),
        ' to ',
        money(upper80, modelled),
        ' after mitigations (8 runs in 10)',
        ...(council
          ? [
              '; the council’s own forecast is ',
              money(council.estimated ?? 0n, council.source),
              council.madeIn === '' ? '' : `, made in ${monthText(council.madeIn)}`,
            ].filter((part) => part !== '')
          : []),
        '.',
      ]
    }),
    ...(provisions.length === 0
      ? []
      : [
          [
            count(totalPlaces(provisions).places, 'Special places by school, added up'),
            ' special places are listed; projects that await approval would add ',
            count(awaiting.places, 'Projects that add places'),
            '.',
          ],
        ]),
    ...(outOfBorough?.each
      ? [
          [
            'For want of a place ',
            count(outOfBorough.children, outOfBorough.source),
            ' children were placed in independent provision, for ',
            money(outOfBorough.extraCost, outOfBorough.source),
            ' more: ',
            figure(
              `£${wholePoundsText(outOfBorough.each)}`,
              poundsDecimal(outOfBorough.each),
              outOfBorough.source,
            ),
            ' each.',
          ],
        ]
      : []),
    [`Recovery plan: ${planWords(actions, day, 0n).lead}`],
  ]
  return [heading('In brief', 'brief'), { kind: 'list', ordered: false, items }]
}

/** The deficit as it is and may become, the council’s forecast beside the model, and what would balance it. */
export function highNeedsDeficit(told: HighNeedsReportFacts): Block[] {
  const { base, facts, outlook, forecasts, tested } = told
  const matter = yearsThatMatter(outlook, forecasts)
  const last = matter.at(-1)
  const beside = forecasts.flatMap((forecast): Inline[][] => {
    const words = besideCouncil(outlook, forecast)
    return words === null ? [] : [[`${dayText(forecast.day)}: the council’s ${words}`]]
  })
  return [
    heading('The deficit', 'deficit'),
    {
      kind: 'figure',
      chart: outlookChart({ facts, outlook, forecasts, opening: openingDeficit(base), matter }),
      source: 'The high needs model; the council’s forecast from its papers',
    },
    ...(beside.length > 0 ? [{ kind: 'list' as const, ordered: false, items: beside }] : []),
    { kind: 'table', table: outlookTable(outlook, forecasts) },
    heading('What it is made of', 'made-of', 2),
    { kind: 'table', table: workingsTable(outlook) },
    ...(last
      ? [
          heading('What would have to be true to balance', 'to-balance', 2),
          {
            kind: 'table' as const,
            table: balanceTable(
              toBalance(base.model, last.startYear),
              last.startYear,
              yearText(base.model.firstYear - 1),
            ),
          },
        ]
      : []),
    heading('Earlier forecasts against what came', 'back-test', 2),
    ...(tested.forecasts.length > 0
      ? [{ kind: 'table' as const, table: backTestTable(tested.forecasts) }]
      : [paragraph('No earlier forecast of the council’s is recorded.')]),
    ...(tested.increases.length > 0
      ? [{ kind: 'table' as const, table: increaseTable(tested.increases) }]
      : []),
  ]
}

/** Demand as the papers count it: plans, early years, post 16, transport. */
export function highNeedsDemand({ facts }: HighNeedsReportFacts): Block[] {
  const demand = facts.filter(({ subject }) => subject !== 'deficit' && subject !== 'places')
  const chart = plansChart(facts)
  return [
    heading('Demand', 'demand'),
    ...(chart
      ? [{ kind: 'figure' as const, chart, source: 'The council’s papers, in the table below' }]
      : []),
    { kind: 'table', table: shortFigureTable(demand) },
  ]
}

/** Places, what adds to them, and how they stand to what the papers print. */
export function highNeedsPlaces({ places }: HighNeedsReportFacts): Block[] {
  const { provisions, projects, needed, checks, aim } = places
  const start = heading('Places', 'places')
  if (provisions.length === 0) return [start, paragraph('No special places are recorded.')]
  return [
    start,
    ...(aim
      ? [
          paragraph(
            'The aim is ',
            count(aim.places, aim.source),
            ' new places. The paper names ',
            count(aim.named, aim.source),
            ' of them and does not say where the others will be.',
          ),
        ]
      : []),
    { kind: 'table', table: placeTotalsTable(provisions, needed) },
    { kind: 'table', table: projectTable(projects) },
    { kind: 'list', ordered: false, items: checks.map(({ says }) => [says]) },
    { kind: 'table', table: provisionTable(provisions) },
  ]
}

/** The recovery plan, and what was promised by when. */
export function highNeedsRecovery({ actions, commitments, base, day }: HighNeedsReportFacts): Block[] {
  const planned = base.model.mitigations.reduce((total, { fullYearValue }) => total + fullYearValue, 0n)
  const { lead, worth } = planWords(actions, day, planned)
  return [
    heading('Recovery plan', 'recovery-plan'),
    paragraph(lead),
    ...(worth === '' ? [] : [paragraph(worth)]),
    ...(actions.length > 0 ? [{ kind: 'table' as const, table: recoveryTable(actions, day, false) }] : []),
    heading('What was promised, and when it is due', 'commitments', 2),
    { kind: 'table', table: commitmentTable(commitments, day) },
  ]
}

/** What the model starts from, and the papers’ own sums done again. */
export function highNeedsNotes({ base, reconciliations }: HighNeedsReportFacts, council: string): Block[] {
  return [
    heading('What the model starts from', 'starts-from'),
    paragraph('What the papers do not give is assumed, and said to be. None of it is the council’s.'),
    { kind: 'table', table: assumptionTable(base, council) },
    heading('The papers’ own sums, done again', 'sums', 2),
    summed(reconciliations),
  ]
}

function summed(list: readonly Reconciliation[]): Block {
  const differing = list.filter(({ agrees }) => !agrees)
  return {
    kind: 'callout',
    tone: differing.length === 0 ? 'good' : 'close',
    title:
      differing.length === 0
        ? `All ${list.length} sums agree with those printed`
        : `${differing.length} of ${list.length} sums differ from those printed`,
    text: [list.map(({ says }) => says).join(' ')],
  }
}
