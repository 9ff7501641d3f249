import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { Observation, ObservationStatus } from '../domain/measures/observation.ts'
import { granularityOf } from '../domain/period.ts'

export type HeldObservation = Observation & {
  readonly series: string
  readonly area: string
  readonly revision: number
}

type Row = {
  series_code: string
  area_code: string
  period_start: string
  period_end: string
  value: string | null
  numerator: string | null
  denominator: string | null
  lower_limit: string | null
  upper_limit: string | null
  status: ObservationStatus
  doubt: string | null
  revision: number
  illustrative: boolean
}

const columns =
  sql.raw(`o.series_code, o.area_code, o.period_start, o.period_end, o.value, o.numerator, o.denominator,
  o.lower_limit, o.upper_limit, o.status, o.doubt, o.revision, o.illustrative`)
const key = sql.raw('o.series_code, o.area_code, o.category, o.period_start, o.period_end')

const known = (knownBy: KnownBy) => knownUntil('o.recorded_at', knownBy)

/** The figures of some series for some areas, each at its latest revision, in order of time. */
export async function observationsOf(
  db: Db,
  series: readonly string[],
  areas: readonly string[],
  knownBy: KnownBy = null,
): Promise<HeldObservation[]> {
  const { rows } = await sql<Row>`
    select distinct on (${key}) ${columns} from observation o
    where o.series_code = any(${series}::text[]) and o.area_code = any(${areas}::text[]) and o.category = ''
      and ${known(knownBy)}
    order by ${key}, o.revision desc`.execute(db)
  return rows.map(heldOf)
}

export type AtPeriod = { readonly series: string; readonly start: string; readonly end: string }

/** Every area's figure of some series at one period each. */
export async function observationsAt(
  db: Db,
  wanted: readonly AtPeriod[],
  knownBy: KnownBy = null,
): Promise<HeldObservation[]> {
  const { rows } = await sql<Row>`
    select distinct on (${key}) ${columns}
    from unnest(${wanted.map((each) => each.series)}::text[], ${wanted.map((each) => each.start)}::date[],
      ${wanted.map((each) => each.end)}::date[]) as w (series_code, period_start, period_end)
    join observation o on o.series_code = w.series_code and o.period_start = w.period_start and o.period_end = w.period_end
    where o.category = '' and ${known(knownBy)}
    order by ${key}, o.revision desc`.execute(db)
  return rows.map(heldOf)
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

const heldOf = (row: Row): HeldObservation => ({
  series: row.series_code,
  area: row.area_code,
  period: {
    start: row.period_start,
    end: row.period_end,
    granularity: granularityOf(row.period_start, row.period_end),
  },
  value: numberOrNull(row.value),
  numerator: numberOrNull(row.numerator),
  denominator: numberOrNull(row.denominator),
  limits:
    row.lower_limit === null || row.upper_limit === null
      ? null
      : { lower: Number(row.lower_limit), upper: Number(row.upper_limit) },
  status: row.status,
  doubt: row.doubt,
  revision: row.revision,
  illustrative: row.illustrative,
})
