import { samePeriod } from '../domain/period.ts'
import { periodText } from '../domain/period-text.ts'
import { quantityText } from '../domain/quantity.ts'
import type { Cell, Table } from '../domain/report/blocks.ts'
import type { RankChart } from '../domain/report/chart.ts'
import { type AreaFigures, medians } from './charts.ts'
import type { MeasureFacts } from './measure-facts.ts'

const column = (key: string, label: string, align: 'left' | 'right', weight = 1) => ({
  key,
  label,
  align,
  weight,
})

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
  const source = `${series.publisher ?? ''}: ${series.code}`
  const number = (value: number | null, missing: string): Cell =>
    value === null
      ? { kind: 'number', text: missing, value: null, source }
      : {
          kind: 'number',
          text: quantityText(value, series.unit, series.decimals),
          value: String(value),
          source,
        }
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
      column('status', 'Status', 'left'),
    ],
    rows: all
      .map((observation, index) => ({
        role: 'body' as const,
        cells: [
          { kind: 'text' as const, text: periodText(observation.period) },
          number(observation.value, observation.status === 'suppressed' ? 'Suppressed' : 'Missing'),
          ...(ranked ? [number(middle.get(lastDayOf(observation.period.end)) ?? null, 'Not published')] : []),
          ...(ranked ? [number(figureOf(region, observation), 'Not published')] : []),
          number(figureOf(england, observation), 'Not published'),
          { kind: 'text' as const, text: statusText(observation, index >= evaluation.history.length) },
        ],
      }))
      .reverse(),
    notes: series.breaks.map(({ at, reason }) => `From ${at}: ${reason}.`),
  }
}

const lastDayOf = (end: string): string => Temporal.PlainDate.from(end).subtract({ days: 1 }).toString()

const figureOf = (
  area: AreaFigures | null,
  { period }: { period: { start: string; end: string } },
): number | null =>
  area?.observations.find((each) => samePeriod(each.period, { ...each.period, ...period }))?.value ?? null

function statusText({ status, doubt }: { status: string; doubt: string | null }, later: boolean): string {
  const words = [status.charAt(0).toUpperCase() + status.slice(1), doubt ? `in doubt: ${doubt}` : null]
  return [...words, later ? 'after this quarter' : null].filter(Boolean).join(', ')
}

/** The council among similar councils at one period, best first, as the chart draws it. */
export function standingTable(
  { evaluated: { measure, evaluation } }: MeasureFacts,
  chart: RankChart,
): Table | null {
  const { series } = measure
  if (!series || !evaluation.latest) return null
  const source = `${series.publisher ?? ''}: ${series.code}`
  return {
    name: `${measure.code}-comparators`,
    caption: `${series.title}, ${periodText(evaluation.latest.period)}`,
    columns: [column('area', 'Area', 'left', 3), column('value', 'Value', 'right', 1)],
    rows: chart.bars.map(({ name, value }) => ({
      role: 'body',
      cells: [
        { kind: 'text', text: name },
        {
          kind: 'number',
          text: quantityText(value, series.unit, series.decimals),
          value: String(value),
          source,
        },
      ],
    })),
    notes: [],
  }
}
