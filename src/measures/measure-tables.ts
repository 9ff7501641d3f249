import type { Observation } from '../domain/measures/observation.ts'
import { samePeriod } from '../domain/period.ts'
import { periodText } from '../domain/period-text.ts'
import { quantityText } from '../domain/quantity.ts'
import type { Cell, Table } from '../domain/report/blocks.ts'
import { column, text } from '../domain/report/cells.ts'
import type { DotChart, MultiplesChart } from '../domain/report/chart.ts'
import { type AreaFigures, dayOf, medians } from './chart-facts.ts'
import type { MeasureFacts } from './measure-facts.ts'
import type { MainSeries } from './queries.ts'

/** Every figure held for the measure's series, latest first, beside the same period's comparators. */
export function historyTable({
  evaluated,
  authority,
  neighbours,
  england,
  region,
}: MeasureFacts): Table | null {
  const { measure, evaluation } = evaluated
  const { series } = measure
  const all = [...evaluation.history, ...evaluation.later]
  if (!series || all.length === 0) return null
  const number = numberCell(series, 'Not published')
  const own = (observation: Observation) =>
    numberCell(series, observation.status === 'suppressed' ? 'Suppressed' : 'Missing')(observation.value)
  const ranked = series.unit !== 'count'
  const middle = new Map(
    medians(
      all.map(({ period }) => period),
      neighbours,
    ).map((point) => [point.at, point.value]),
  )
  return {
    name: measure.code,
    caption: `${series.title}: every figure held`,
    columns: [
      column('period', 'Period', 'left', 2),
      column('value', authority.shortName, 'right'),
      ...(ranked ? [column('median', 'Similar councils, middle', 'right')] : []),
      ...(ranked ? [column('region', region?.name ?? 'Region', 'right')] : []),
      column('england', series.englandIsTotal ? 'England (total)' : 'England', 'right'),
      column('status', 'Status'),
    ],
    rows: all
      .map((observation, index) => ({
        role: 'body' as const,
        cells: [
          text(periodText(observation.period)),
          own(observation),
          ...(ranked ? [number(middle.get(dayOf(observation.period)) ?? null)] : []),
          ...(ranked ? [number(figureOf(region, observation))] : []),
          number(figureOf(england, observation)),
          text(statusText(observation, index >= evaluation.history.length)),
        ],
      }))
      .reverse(),
    notes: series.breaks.map(({ at, reason }) => `From ${at}: ${reason}.`),
  }
}

const figureOf = (
  area: AreaFigures | null,
  { period }: { period: { start: string; end: string } },
): number | null =>
  area?.observations.find((each) => samePeriod(each.period, { ...each.period, ...period }))?.value ?? null

function statusText({ status, doubt, illustrative }: Observation, later: boolean): string {
  const words = [
    status.charAt(0).toUpperCase() + status.slice(1),
    illustrative ? 'illustrative' : null,
    doubt ? `in doubt: ${doubt}` : null,
  ]
  return [...words, later ? 'after this quarter' : null].filter(Boolean).join(', ')
}

/** The council among similar councils at one period, best first, as the chart draws it. */
export function standingTable(
  { evaluated: { measure, evaluation } }: MeasureFacts,
  chart: DotChart,
): Table | null {
  const { series } = measure
  if (!series || !evaluation.latest) return null
  const number = numberCell(series, 'Not published')
  const hasIntervals = chart.rows.some(({ lower }) => lower !== null)
  return {
    name: `${measure.code}-comparators`,
    caption: `${series.title}, ${periodText(evaluation.latest.period)}`,
    columns: [
      column('area', 'Area', 'left', 3),
      column('value', 'Value', 'right'),
      ...(hasIntervals
        ? [column('lower', 'Lower limit', 'right'), column('upper', 'Upper limit', 'right')]
        : []),
    ],
    rows: chart.rows.map(({ name, value, lower, upper }) => ({
      role: 'body',
      cells: [text(name), number(value), ...(hasIntervals ? [number(lower), number(upper)] : [])],
    })),
    notes: hasIntervals ? ['The limits are those of the 95% confidence interval.'] : [],
  }
}

/** The councils of the city region beside each other, latest period first, as their charts draw them. */
export function regionTable({ evaluated: { measure } }: MeasureFacts, chart: MultiplesChart): Table | null {
  const { series } = measure
  if (!series) return null
  const number = numberCell(series, 'No figure')
  const known = chart.panels.map(({ points }) => points.filter(({ value }) => value !== null))
  const labels = new Map(
    known
      .flat()
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ at, label }) => [at, label]),
  )
  return {
    name: `${measure.code}-city-region`,
    caption: `${series.title}, councils of the city region`,
    columns: [
      column('period', 'Period'),
      ...chart.panels.map(({ name }, index) => column(`area${index + 1}`, name, 'right')),
    ],
    rows: [...labels].map(([at, label]) => ({
      role: 'body',
      cells: [
        text(label),
        ...known.map((points) => number(points.find((point) => point.at === at)?.value ?? null)),
      ],
    })),
    notes: [],
  }
}

const numberCell = (series: MainSeries, missing: string) => {
  const source = `${series.publisher ?? ''}: ${series.code}`
  return (value: number | null): Cell =>
    value === null
      ? { kind: 'number', text: missing, value: null, source }
      : {
          kind: 'number',
          text: quantityText(value, series.unit, series.decimals),
          value: String(value),
          source,
        }
}
