import type { RequirementTest } from '../../domain/finance/financing-requirement.ts'
import { shortMillionsText } from '../../domain/money.ts'
import { quarterContaining } from '../../domain/period.ts'
import { dayText, shortPeriodText } from '../../domain/period-text.ts'
import type { Chart } from '../../domain/report/chart.ts'
import { drawnMillions } from '../drawn-millions.ts'
import type { PrudentialReport } from './queries.ts'
import { beside } from './words.ts'

const unit = { unitLabel: '£ million', decimals: 0, unitPrefix: '£', unitSuffix: 'm' }

/** Debt beside each of its limits: bars of one quarter. */
export function debtBars(
  { asAt, position: { total } }: PrudentialReport,
  test: RequirementTest | null,
): Chart {
  const bars = [
    { name: `Owed on ${dayText(asAt)}`, amount: total.actual, role: 'own' as const },
    { name: 'Highest this year', amount: total.highest, role: 'neighbour' as const },
    { name: 'Operational boundary', amount: total.boundary, role: 'average' as const },
    { name: 'Authorised limit', amount: total.limit, role: 'average' as const },
    ...(test === null
      ? []
      : [{ name: 'Most the Code allows', amount: test.ceiling, role: 'average' as const }]),
  ]
  return {
    ...unit,
    kind: 'rank',
    title: `Debt of ${shortMillionsText(total.actual)} is ${beside(total.toBoundary, 'operational boundary')}`,
    description: bars.map(({ name, amount }) => `${name}: ${shortMillionsText(amount)}`).join('. '),
    bars: bars.map(({ name, amount, role }) => ({ name, role, value: drawnMillions(amount) })),
  }
}

/** Debt from quarter to quarter under the limits of now; null while there is one quarter only. */
export function debtLine({ history, position: { total } }: PrudentialReport): Chart | null {
  if (history.length < 2) return null
  const points = history.map(({ asAt, debt }) => ({
    at: asAt,
    label: shortPeriodText(quarterContaining(asAt)),
    value: drawnMillions(debt),
  }))
  const flat = points.map((point) => ({ ...point, value: drawnMillions(total.boundary) }))
  return {
    ...unit,
    kind: 'line',
    title: 'Debt at the end of each quarter, with the limits as they are now',
    description: history.map(({ asAt, debt }) => `${dayText(asAt)}: ${shortMillionsText(debt)}`).join('. '),
    series: [
      { name: 'Debt', points, emphasis: 'main' },
      { name: 'Operational boundary', points: flat, emphasis: 'comparator' },
    ],
    target: { value: drawnMillions(total.limit), label: 'Authorised limit' },
    breaks: [],
    startAtZero: true,
  }
}
