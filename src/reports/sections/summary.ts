import { distribution, type PositionCount, positions } from '../../domain/evaluation/distribution.ts'
import type { Position } from '../../domain/evaluation/evaluate.ts'
import { poundsDecimal, varianceText } from '../../domain/money.ts'
import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import type { Block, Inline, Row } from '../../domain/report/blocks.ts'
import { column, number, text } from '../../domain/report/cells.ts'
import { count, figure } from '../../domain/report/figure.ts'
import type { CouncilFacts } from '../home-facts.ts'
import { illustrativeCount } from '../illustrative-count.ts'

const register = 'Register of measures'

/** The position in brief: how complete the figures are, where measures stand by priority, and the money in a sentence. */
export function summarySection(facts: CouncilFacts): Block[] {
  const { measures, quarter, revenue } = facts
  const withFigures = measures.filter(({ evaluation }) => evaluation.latest !== null).length
  const withTarget = measures.filter(({ evaluation }) => evaluation.target !== null).length
  const illustrative = illustrativeCount(measures)
  const until = dayText(addDays(quarter.end, -1))
  return [
    { kind: 'heading', level: 1, text: 'The position in brief', id: 'summary' },
    {
      kind: 'paragraph',
      text: [
        count(withFigures, register),
        ' of ',
        count(measures.length, register),
        ` strategic measures have figures for periods that had ended by ${until}. `,
        ...(illustrative === 0
          ? []
          : [count(illustrative, register), ' of them are illustrative and only show how a report looks. ']),
        ...targetWords(withTarget),
      ],
    },
    ...(revenue ? [{ kind: 'paragraph' as const, text: moneyWords(revenue) }] : []),
    { kind: 'figure', chart: wholeChart(facts), source: register },
    { kind: 'table', table: positionTable(facts) },
  ]
}

function targetWords(withTarget: number): Inline[] {
  if (withTarget > 0) return [count(withTarget, register), ' of them have a target.']
  return [
    'No measure has a target yet, so none can be said to be on or off track. Measures are held against the council’s most similar councils instead: among the best is the best quarter of them, among the worst the worst quarter.',
  ]
}

function moneyWords(revenue: NonNullable<CouncilFacts['revenue']>): Inline[] {
  const { total, serviceTotal } = revenue.position
  return [
    'Services forecast an ',
    figure(varianceText(serviceTotal.variance), poundsDecimal(serviceTotal.variance), revenue.source),
    ' and the council as a whole an ',
    figure(varianceText(total.variance), poundsDecimal(total.variance), revenue.source),
    '.',
  ]
}

const countsOf = (facts: CouncilFacts, serves: string | null): PositionCount[] =>
  distribution(
    facts.measures
      .filter(({ measure }) => serves === null || measure.serves === serves)
      .map(({ evaluation }) => evaluation.position),
  )

function wholeChart(facts: CouncilFacts) {
  const counts = countsOf(facts, null)
  return {
    kind: 'distribution' as const,
    title: `Where the ${facts.measures.length} strategic measures stand`,
    description: counts.map(({ label, count: n }) => `${label}: ${n}`).join('; '),
    parts: counts.map(({ tone, label, count: n }) => ({ status: tone, label, count: n })),
  }
}

/** Each priority's measures by where they stand; every row adds up to its number of measures, and the columns to the total. */
function positionTable(facts: CouncilFacts) {
  const present = (Object.keys(positions) as Position[]).filter((position) =>
    facts.measures.some(({ evaluation }) => evaluation.position === position),
  )
  const row = (role: Row['role'], name: string, serves: string | null): Row => {
    const counts = new Map(countsOf(facts, serves).map(({ position, count: n }) => [position, n]))
    const numbers = present.map((position) => counts.get(position) ?? 0)
    return {
      role,
      cells: [
        text(name),
        number(
          numbers.reduce((a, b) => a + b, 0),
          register,
        ),
        ...numbers.map((n) => number(n, register)),
      ],
    }
  }
  return {
    name: 'measures-by-priority',
    caption: 'Measures of each priority by where they stand',
    columns: [
      column('priority', 'Priority', 'left', 3),
      column('measures', 'Measures', 'right'),
      ...present.map((position) => column(position, positions[position].label, 'right')),
    ],
    rows: [
      ...facts.priorities.map((priority) => row('body', priority.title, priority.code)),
      row('total', 'All priorities', null),
    ],
    notes: [
      'Not ranked: figures are held, but they are counts, are shown for context, or are only related to the measure (proxies).',
      'No figures: nothing is held for a period that had ended by then.',
    ],
  }
}
