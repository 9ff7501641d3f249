import type { ChartBand, ChartPoint, ChartSeries, LineChart } from '../domain/report/chart.ts'
import { breaksOf, type ChartFacts, chartUnit, figuresAt, medians, pointsOf, textOf } from './chart-facts.ts'
import { goalOnEach } from './goal-on-each.ts'
import { limitBands, markedPoints } from './limit-bands.ts'
import { outlookFan, outlookIsTelling, outlookNotes, outlookPoints } from './outlook-bands.ts'
import { besideFinding, outlookFinding, trendFinding } from './trend-finding.ts'

/** The process; then what cannot be read on the same scale as it, each in a chart of its own. */
export type TrendCharts = { readonly main: LineChart; readonly others: readonly LineChart[] }

/**
 * The council over time with the range it usually keeps to, its target, what is expected next, and England and the middle
 * one of its neighbours standing back. Null with fewer than two points.
 */
export function trendCharts(facts: ChartFacts): TrendCharts | null {
  const { council, series, evaluation } = facts
  const { variation, outlook } = evaluation
  const own = markedPoints(variation.points, pointsOf(evaluation.history))
  const drawn = own.filter(({ value }) => value !== null)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first || !last || first === last) return null
  const text = textOf(series)
  const goal = goalOnEach(evaluation, series.aggregation)
  const line = (points: readonly ChartPoint[]): ChartSeries => ({ name: council, points, emphasis: 'main' })
  const frame = {
    kind: 'line' as const,
    ...chartUnit(series),
    description: descriptionOf(facts, drawn, text),
    target: goal === null ? null : { value: goal, label: `Target ${text(goal)}` },
    breaks: breaksOf(series).filter(({ at }) => at > first.at && at <= last.at),
    startAtZero: false,
  }
  const limits = limitBands(variation, text)
  const height = heightOf([own], limits, goal)
  const fits = (lines: readonly (readonly ChartPoint[])[], bands: readonly ChartBand[]) =>
    isReadable(height, heightOf([own, ...lines], [...limits, ...bands], goal))
  const fan = outlookIsTelling(outlook, drawn) ? outlookFan(outlook, last) : null
  const whole = fan ? [fan.likely, fan.wide] : []
  const shown = fits([], whole) ? whole : fan && fits([], [fan.likely]) ? [onlyLikely(fan.likely)] : []
  const comparators = comparatorLines(facts)
  const together = fits(
    comparators.map(({ points }) => points),
    shown,
  )
  const ahead = [...own, ...outlookPoints(outlook)]
  const main: LineChart = {
    ...frame,
    title: trendFinding(facts, drawn),
    series: [line(shown.length > 0 ? ahead : own), ...(together ? comparators : [])],
    bands: [...limits, ...shown],
    notes: outlookNotes(outlook, shown.length > 0),
  }
  const beside: LineChart = {
    ...frame,
    title: besideFinding(facts, comparators),
    series: [line(own.map(({ mark, ...point }) => point)), ...comparators],
    target: null,
  }
  const outlookAlone: LineChart = {
    ...frame,
    title: outlookFinding(facts),
    series: [line(ahead)],
    bands: whole,
  }
  return {
    main,
    others: [
      ...(together ? [] : [beside]),
      ...(whole.length > 0 && shown.length === 0 && outlook.end ? [outlookAlone] : []),
    ],
  }
}

const onlyLikely = (band: ChartBand): ChartBand => ({
  ...band,
  label: `${band.label} (19 times in 20: wider than this scale)`,
})

function comparatorLines({ series, evaluation, neighbours, england }: ChartFacts): ChartSeries[] {
  const periods = evaluation.history.map(({ period }) => period)
  const lines: ChartSeries[] = []
  const add = (name: string, points: readonly ChartPoint[]) => {
    if (points.some(({ value }) => value !== null)) lines.push({ name, points, emphasis: 'comparator' })
  }
  if (series.unit !== 'count' && neighbours.length > 0)
    add('Similar councils, middle', medians(periods, neighbours))
  if (england && !series.englandIsTotal) add('England', pointsOf(figuresAt(england, periods)))
  return lines
}

/** The council's own figures and usual range must keep this share of the height; else its ups and downs are flattened. */
const leastShareOfHeight = 0.5

/** Whether a process as high as `process` can still be read in a chart as high as `whole`. */
export const isReadable = (process: number, whole: number): boolean =>
  whole === 0 || process / whole >= leastShareOfHeight

function heightOf(
  lines: readonly (readonly ChartPoint[])[],
  bands: readonly ChartBand[],
  goal: number | null,
): number {
  const values = [
    ...lines.flatMap((points) => points.flatMap(({ value }) => value ?? [])),
    ...bands.flatMap(({ points }) => points.flatMap(({ lower, upper }) => [lower, upper])),
    ...(goal === null ? [] : [goal]),
  ]
  return Math.max(...values) - Math.min(...values)
}

function descriptionOf(
  { council, series, evaluation }: ChartFacts,
  drawn: readonly ChartPoint[],
  text: (value: number) => string,
): string {
  const values = drawn.map((point) => `${text(point.value ?? 0)} (${point.label})`).join(', ')
  const { variation, outlook } = evaluation
  const more = [variation.says, outlook.isSaid ? outlook.says : ''].filter(Boolean).join(' ')
  return `${series.title}. ${council}: ${values}. ${more}`
}
