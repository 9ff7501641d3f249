import { type Comparison, medianOf, ordinal } from '../domain/evaluation/comparison.ts'
import type { Evaluation } from '../domain/evaluation/evaluate.ts'
import { addDays, type Period, samePeriod, shiftPeriod } from '../domain/period.ts'
import { periodText, shortPeriodText, whenText } from '../domain/period-text.ts'
import { quantityText, units } from '../domain/quantity.ts'
import type { ChartPoint, ChartSeries, LineChart, RankChart } from '../domain/report/chart.ts'
import type { MainSeries } from './queries.ts'

type PeriodValue = { readonly period: Period; readonly value: number | null; readonly doubt: string | null }

/** The figures of other areas that a measure's charts draw on. */
export type AreaFigures = {
  readonly code: string
  readonly name: string
  readonly observations: readonly PeriodValue[]
}

export type ChartFacts = {
  readonly council: string
  readonly series: MainSeries
  readonly evaluation: Evaluation
  readonly neighbours: readonly AreaFigures[]
  readonly england: AreaFigures | null
  readonly region: AreaFigures | null
}

const scale = ({ unit, decimals }: MainSeries) => ({
  unitLabel: units[unit].name,
  decimals,
  unitPrefix: units[unit].before,
  unitSuffix: units[unit].after,
})

/** The council over time, with England and the middle one of its neighbours standing back. Null with fewer than two points. */
export function trendChart({
  council,
  series,
  evaluation,
  neighbours,
  england,
}: ChartFacts): LineChart | null {
  const own = pointsOf(evaluation.history)
  const drawn = own.filter(({ value }) => value !== null)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last || first === last) return null
  const lines: ChartSeries[] = [{ name: council, points: own, emphasis: 'main' }]
  const periods = evaluation.history.map(({ period }) => period)
  if (series.unit !== 'count' && neighbours.length > 0)
    lines.push({
      name: 'Similar councils, middle',
      points: medians(periods, neighbours),
      emphasis: 'comparator',
    })
  if (england && !series.englandIsTotal)
    lines.push({ name: 'England', points: pointsOf(at(england, periods)), emphasis: 'comparator' })
  const text = (value: number | null) => quantityText(value ?? 0, series.unit, series.decimals)
  const { target } = evaluation
  return {
    kind: 'line',
    title: finding(council, series, drawn),
    description: `${series.title}. ${council}: ${drawn.map((point) => `${text(point.value)} (${point.label})`).join(', ')}.`,
    ...scale(series),
    series: lines,
    target: target ? { value: target.value, label: `Target ${text(target.value)}` } : null,
    breaks: series.breaks
      .filter(({ at }) => at > first.at && at <= last.at)
      .map(({ at }) => ({ at, label: 'Definition changed' })),
    startAtZero: false,
  }
}

/** From the first point of the present definition: a change of definition is not a change in the council. */
function finding(council: string, series: MainSeries, drawn: readonly ChartPoint[]): string {
  const changed =
    series.breaks.map(({ at }) => at).findLast((at) => drawn.some((point) => point.at < at)) ?? ''
  const comparable = drawn.filter((point) => point.at >= changed)
  const [first, last] = [comparable[0], comparable.at(-1)]
  if (!first || !last || first === last) return `${council}: ${series.title}`
  const text = (point: ChartPoint) => quantityText(point.value ?? 0, series.unit, series.decimals)
  const [from, to] = [text(first), text(last)]
  if (from === to) return `${council} stands where it did: ${to} in ${first.label} and in ${last.label}`
  const word = (last.value ?? 0) > (first.value ?? 0) ? 'up' : 'down'
  return `${council} is ${word} from ${from} (${first.label}) to ${to} (${last.label})`
}

const pointOf = ({ period, value, doubt }: PeriodValue): ChartPoint => ({
  at: addDays(period.end, -1),
  label: shortPeriodText(period),
  value: doubt === null ? value : null,
})

/** Points in order; a period missing between two others becomes a point without a value, so the line is broken there. */
function pointsOf(observations: readonly PeriodValue[]): ChartPoint[] {
  return observations.flatMap((observation, index) => {
    const before = observations[index - 1]
    const next = before ? shiftPeriod(before.period, 1) : null
    const gap =
      next && next.start < observation.period.start
        ? [pointOf({ period: next, value: null, doubt: null })]
        : []
    return [...gap, pointOf(observation)]
  })
}

const at = (area: AreaFigures, periods: readonly Period[]): PeriodValue[] =>
  area.observations.filter(({ period }) => periods.some((each) => samePeriod(each, period)))

/** Below this many values a middle one would be chance. */
const leastForMedian = 8

export function medians(periods: readonly Period[], neighbours: readonly AreaFigures[]): ChartPoint[] {
  return pointsOf(
    periods.map((period) => {
      const values = valuesAt(neighbours, period).map(({ value }) => value)
      return { period, value: values.length < leastForMedian ? null : medianOf(values), doubt: null }
    }),
  )
}

export const valuesAt = (areas: readonly AreaFigures[], period: Period): { name: string; value: number }[] =>
  areas.flatMap(({ name, observations }) => {
    const found = observations.find((each) => samePeriod(each.period, period))
    return found && found.value !== null && found.doubt === null ? [{ name, value: found.value }] : []
  })

/** Every similar council at the period of the latest figure, in order; null where none has one or places are not ranked. */
export function standingChart({
  council,
  series,
  evaluation,
  neighbours,
  england,
  region,
}: ChartFacts): RankChart | null {
  const { latest, comparison } = evaluation
  if (!latest || comparison.of === 0) return null
  const averages = [england, region].flatMap((area) => (area ? [area] : []))
  const bars = [
    { name: council, value: latest.value, role: 'own' as const },
    ...valuesAt(neighbours, latest.period).map((each) => ({ ...each, role: 'neighbour' as const })),
    ...(series.englandIsTotal
      ? []
      : valuesAt(averages, latest.period).map((each) => ({ ...each, role: 'average' as const }))),
  ]
  const way = series.goodDirection === 'low' ? 1 : -1
  return {
    kind: 'rank',
    title: rankFinding(council, latest.period, comparison),
    description: `${series.title}, ${periodText(latest.period)}. ${comparison.says}`,
    ...scale(series),
    bars: bars.sort((a, b) => way * (a.value - b.value)),
  }
}

const rankFinding = (council: string, period: Period, { rank, of }: Comparison): string =>
  rank === null
    ? `${council} beside similar councils ${whenText(period)}`
    : `${council} is ${ordinal(rank)} of ${of} similar councils ${whenText(period)}, where 1st is best`
