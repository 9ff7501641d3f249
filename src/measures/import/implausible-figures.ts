import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { IncomingObservation } from '../../domain/import/incoming.ts'
import type { KnownCodes } from '../../domain/import/known-codes.ts'
import { allProportions, implausible, type RunPoint } from '../../domain/import/plausibility.ts'

/** A figure just stored that does not look like the others of its series. */
export type ImplausibleFigure = Pick<
  IncomingObservation,
  'series' | 'area' | 'category' | 'periodStart' | 'periodEnd'
> & { readonly message: string }

type Run = { readonly area: string; readonly category: string; readonly points: readonly RunPoint[] }

// Above so many it is cheaper to read the series whole than to name them.
const areasNamed = 200

/** Looks through the series that this transaction has added to, one after the other: memory holds one series. */
export async function* implausibleFigures(
  db: Db,
  touched: ReadonlyMap<string, ReadonlySet<string>>,
  known: KnownCodes,
): AsyncGenerator<ImplausibleFigure> {
  for (const [series, areas] of touched) {
    const unit = known.series(series)?.unit
    if (unit === undefined) continue
    const runs = await runsOf(db, series, areas.size > areasNamed ? null : [...areas])
    const [first] = runs
    const [start] = first?.points ?? []
    if (
      first &&
      start &&
      allProportions(
        runs.map(({ points }) => points),
        unit,
      )
    ) {
      const message =
        'All figures of this series lie between 0 and 1, and it is one of percentages, from 0 to 100. If they are proportions, multiply them by 100.'
      yield {
        series,
        area: first.area,
        category: first.category,
        periodStart: start.start,
        periodEnd: start.end,
        message,
      }
      continue
    }
    for (const { area, category, points } of runs)
      for (const { at, message } of implausible(points, unit)) {
        const point = points[at]
        if (point) yield { series, area, category, periodStart: point.start, periodEnd: point.end, message }
      }
  }
}

/** Figures at their latest revision by area, category and length of period, where this transaction has added some. */
async function runsOf(db: Db, series: string, areas: readonly string[] | null): Promise<Run[]> {
  const { rows } = await sql<{ area: string; category: string; points: string }>`
    select area_code as area, category,
      string_agg(concat_ws('|', period_start, period_end, value, (recorded_at = now())::int), ';'
        order by period_start, period_end) as points
    from (
      select distinct on (o.series_code, o.area_code, o.category, o.period_start, o.period_end) o.*
      from observation o
      where o.series_code = ${series} and ${areas === null ? sql`true` : sql`o.area_code = any(${areas}::text[])`}
      order by o.series_code, o.area_code, o.category, o.period_start, o.period_end, o.revision desc
    ) as latest
    where value is not null
    group by area_code, category, round((period_end - period_start) / 30.44)
    having bool_or(recorded_at = now())
    order by area_code, category`.execute(db)
  return rows.map(({ area, category, points }) => ({
    area,
    category,
    points: points.split(';').map(pointOf),
  }))
}

function pointOf(text: string): RunPoint {
  const [start = '', end = '', value = '', fresh = ''] = text.split('|')
  return { start, end, value: Number(value), fresh: fresh === '1' }
}
