import type { VariationPoint, VariationReading } from '../domain/evaluation/readings.ts'
import type { ChartBand, ChartPoint } from '../domain/report/chart.ts'
import { dayOf } from './chart-facts.ts'
import { markOf } from './reading-words.ts'

/** The points of a line with their special causes: only where a chart may be read at all. */
export function markedPoints(points: readonly VariationPoint[], line: readonly ChartPoint[]): ChartPoint[] {
  const byDay = new Map(points.map((point) => [dayOf(point.period), point]))
  return line.map((point) => {
    const mark = markOf[byDay.get(point.at)?.type ?? 'not-said']
    return mark === null || point.value === null ? point : { ...point, mark }
  })
}

/** One band for each run of points with limits of its own; runs too short to read have none. */
export function limitBands(
  { segments, points, isSeasonal, isSteady }: VariationReading,
  text: (value: number) => string,
): ChartBand[] {
  return segments.flatMap(({ standing, limits, values }, index) => {
    if (standing === 'too-few' || limits === null) return []
    const inside = points.flatMap((point) =>
      point.segment === index && point.limits
        ? [
            {
              at: dayOf(point.period),
              lower: point.limits.lower,
              upper: point.limits.upper,
              middle: point.limits.mean,
            },
          ]
        : [],
    )
    const range = isSeasonal
      ? 'Usual range, which follows the time of year'
      : `Usual range ${text(limits.lower)} to ${text(limits.upper)}, average ${text(limits.mean)}`
    const isLatest = index === segments.length - 1
    const drifts = isLatest && !isSteady
    const care =
      standing === 'trial' ? ` (trial: only ${values} figures)` : drifts ? ' (rough: the figures drift)' : ''
    return [
      {
        kind: care === '' ? ('limits' as const) : ('trial-limits' as const),
        label: `${range}${care}`,
        points: inside,
      },
    ]
  })
}
