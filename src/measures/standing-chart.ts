import { type Comparison, ordinal } from '../domain/evaluation/comparison.ts'
import { intervalOf } from '../domain/evaluation/interval-of.ts'
import type { Observation } from '../domain/measures/observation.ts'
import type { Period } from '../domain/period.ts'
import { periodText, whenText } from '../domain/period-text.ts'
import type { AreaRole, DotChart } from '../domain/report/chart.ts'
import { type AreaFigures, type ChartFacts, chartUnit, valuesAt } from './chart-facts.ts'

/** Every similar council at the period of the latest figure, best first; null where none has one or places are not compared. */
export function standingChart(facts: ChartFacts): DotChart | null {
  const { council, series, evaluation, neighbours, england, region } = facts
  const { latest, comparison } = evaluation
  if (!latest || comparison.of === 0) return null
  const rows = (areas: readonly (AreaFigures | null)[], role: AreaRole) =>
    valuesAt(
      areas.flatMap((area) => area ?? []),
      latest.period,
    ).map(({ name, observation }) => row(name, observation, role))
  const row = (name: string, observation: Observation, role: AreaRole) => {
    const interval = intervalOf(observation, series.unit)
    return {
      name,
      value: observation.value ?? 0,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      role,
    }
  }
  const averages = series.englandIsTotal ? [] : rows([england, region], 'average')
  const way = series.goodDirection === 'low' ? 1 : -1
  return {
    kind: 'dots',
    title: `${rankFinding(council, latest.period, comparison)}${series.match === 'proxy' ? ', on proxy figures' : ''}`,
    description: `${series.title}, ${periodText(latest.period)}. ${comparison.says}`,
    ...chartUnit(series),
    rows: [row(council, latest, 'own'), ...rows(neighbours, 'neighbour'), ...averages].sort(
      (a, b) => way * (a.value - b.value),
    ),
    goodEnd: { high: 'higher is better', low: 'lower is better', range: null, none: null }[
      series.goodDirection
    ],
    notes: [],
  }
}

const rankFinding = (council: string, period: Period, { rank, of }: Comparison): string =>
  rank === null
    ? `${council} beside similar councils ${whenText(period)}`
    : `${council} is ${ordinal(rank)} of ${of} similar councils ${whenText(period)}, where 1st is best`

/** What the dots say, and how to read the lines through them. */
export const standingWords = (says: string, chart: DotChart | null): readonly string[] => [
  says,
  ...(chart?.rows.some(({ lower }) => lower !== null)
    ? ['Where the lines through two dots do not overlap, the two councils differ by more than chance.']
    : []),
]
