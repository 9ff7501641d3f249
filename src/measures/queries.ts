import { sql } from 'kysely'
import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import { todayIn } from '../db/today.ts'
import type {
  Aggregation,
  GoodDirection,
  InformationType,
  Match,
  MeasureLevel,
} from '../domain/measures/measure.ts'
import { isUnit, type Unit } from '../domain/quantity.ts'
import { type Retirement, retirementsOf } from './retirements.ts'

export type RegisteredMeasure = {
  readonly code: string
  readonly position: number
  readonly title: string
  readonly definition: string | null
  readonly theme: string
  readonly positionInTheme: number
  readonly serves: string | null
  readonly unit: Unit
  readonly goodDirection: GoodDirection
  readonly informationType: InformationType
  readonly level: MeasureLevel
  /** How often the council makes a figure; null when the register does not say. */
  readonly frequency: string | null
  /** How many months after a period its figure can be had. */
  readonly lagMonths: number | null
  readonly owner: string | null
  readonly metricResponsibility: string | null
  readonly dataOfficer: string | null
  readonly source: string
  readonly note: string | null
  readonly estimationNote: string | null
  readonly dependsOn: string | null
  readonly freshWithinMonths: number | null
  readonly series: MainSeries | null
  readonly retired: Retirement | null
}

/** The series whose figures stand for the measure. */
export type MainSeries = {
  readonly code: string
  readonly title: string
  readonly description: string | null
  readonly match: Match
  readonly unit: Unit
  readonly decimals: number
  readonly goodDirection: GoodDirection
  readonly frequency: string
  readonly aggregation: Aggregation
  readonly publisher: string | null
  readonly dataset: string | null
  readonly licence: string | null
  readonly neighbours: string | null
  readonly englandIsTotal: boolean
  readonly note: string | null
  readonly breaks: readonly { readonly at: string; readonly reason: string }[]
}

const unitOf = (text: string): Unit => {
  if (isUnit(text)) return text
  throw new Error(`The register holds the unit '${text}', which this version does not know.`)
}

type Row = {
  code: string
  position: number
  title: string
  definition: string | null
  theme: string
  position_in_theme: number
  serves_code: string | null
  unit: string
  good_direction: GoodDirection
  information_type: InformationType
  level: MeasureLevel
  frequency: string | null
  lag_months: number | null
  owner_role: string | null
  metric_responsibility: string | null
  data_officer: string | null
  source_ref: string
  note: string | null
  estimation_note: string | null
  depends_on: string | null
  fresh_within_months: number | null
  series_code: string | null
  series_title: string | null
  series_description: string | null
  series_unit: string | null
  decimals: number | null
  series_good_direction: GoodDirection | null
  series_frequency: string | null
  aggregation: Aggregation | null
  publisher: string | null
  dataset: string | null
  licence: string | null
  breaks: { at: string; reason: string }[] | null
  match: Match | null
  neighbours_code: string | null
  england_is_total: boolean | null
  match_note: string | null
}

/** The register as it is kept, and as its versions say it was. */
const sources = (knownBy: KnownBy) => {
  if (knownBy === null)
    return {
      measure: sql`select * from measure`,
      link: sql`select * from measure_series`,
      series: sql`select s.*, b.breaks from series s left join (
        select series_code, jsonb_agg(jsonb_build_object('at', at, 'reason', reason) order by at) as breaks
        from series_break group by series_code
      ) b on b.series_code = s.code`,
    }
  const known = knownUntil('recorded_at', knownBy)
  return {
    measure: sql`select distinct on (measure_code) *, measure_code as code from measure_version where ${known}
      order by measure_code, number desc`,
    link: sql`select distinct on (measure_code, series_code) * from measure_series_version where ${known}
      order by measure_code, series_code, number desc`,
    series: sql`select distinct on (series_code) *, series_code as code from series_version where ${known}
      order by series_code, number desc`,
  }
}

/** Every measure there ever was, as was known by then, in printed order; retired ones too. */
export async function everyMeasure(db: Db, knownBy: KnownBy = null): Promise<RegisteredMeasure[]> {
  const { measure, link, series } = sources(knownBy)
  // Each part is made once: joined as subqueries they were made again for every row of the others, in half a second.
  const { rows } = await sql<Row>`
    with m as materialized (${measure}), l as materialized (${link}), s as materialized (${series})
    select m.code, m.position, m.title, m.definition, m.theme, m.position_in_theme, m.serves_code, m.unit,
      m.good_direction, m.information_type, m.level, m.frequency, m.lag_months, m.owner_role, m.metric_responsibility,
      m.data_officer, m.source_ref, m.note, m.estimation_note, m.depends_on, m.fresh_within_months,
      s.code as series_code, s.title as series_title, s.description as series_description, s.unit as series_unit,
      s.decimals, s.good_direction as series_good_direction, s.frequency as series_frequency, s.aggregation, s.publisher,
      s.dataset, s.licence, s.breaks, l.match, l.neighbours_code, l.england_is_total, l.note as match_note
    from m
    left join l on l.measure_code = m.code and l.role = 'main'
    left join s on s.code = l.series_code
    order by m.position, m.code`.execute(db)
  const retirements = await retirementsOf(db, knownBy)
  return rows.map((row) => measureOf(row, retirements.get(row.code) ?? null))
}

const measureOf = (row: Row, retired: Retirement | null): RegisteredMeasure => ({
  code: row.code,
  position: row.position,
  title: row.title,
  definition: row.definition,
  theme: row.theme,
  positionInTheme: row.position_in_theme,
  serves: row.serves_code,
  unit: unitOf(row.unit),
  goodDirection: row.good_direction,
  informationType: row.information_type,
  level: row.level,
  owner: row.owner_role,
  metricResponsibility: row.metric_responsibility,
  dataOfficer: row.data_officer,
  source: row.source_ref,
  note: row.note,
  frequency: row.frequency,
  lagMonths: row.lag_months,
  estimationNote: row.estimation_note,
  dependsOn: row.depends_on,
  freshWithinMonths: row.fresh_within_months,
  retired,
  series:
    row.series_code === null
      ? null
      : {
          code: row.series_code,
          title: row.series_title ?? row.series_code,
          description: row.series_description,
          match: row.match ?? 'own',
          unit: unitOf(row.series_unit ?? row.unit),
          decimals: row.decimals ?? 0,
          goodDirection: row.series_good_direction ?? row.good_direction,
          frequency: row.series_frequency ?? '',
          aggregation: row.aggregation ?? 'none',
          publisher: row.publisher,
          dataset: row.dataset,
          licence: row.licence,
          neighbours: row.neighbours_code,
          englandIsTotal: row.england_is_total ?? false,
          note: row.match_note,
          breaks: row.breaks ?? [],
        },
})

/**
 * The register in printed order, each measure with the series that stands behind it, as was known by then. Left out is
 * what was retired on or before `on`, which is today unless said: a quarter that had ended before keeps its measures.
 */
export async function registeredMeasures(
  db: Db,
  knownBy: KnownBy = null,
  on: string | null = null,
): Promise<RegisteredMeasure[]> {
  const all = await everyMeasure(db, knownBy)
  if (all.every(({ retired }) => retired === null)) return all
  const day = on ?? (knownBy === null || knownBy.includes(':') ? await todayIn(db) : knownBy)
  return all.filter(({ retired }) => retired === null || retired.from > day)
}

/** One measure, retired or not, or NotFound with the measures whose code or title is nearest. */
export async function measureFor(db: Db, code: string, knownBy: KnownBy = null): Promise<RegisteredMeasure> {
  const all = await everyMeasure(db, knownBy)
  const found = all.find((measure) => measure.code === code.toLowerCase())
  if (found) return found
  const words = code
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
  const near = all.filter(({ title }) => words.some((word) => title.toLowerCase().includes(word))).slice(0, 5)
  throw new NotFound(
    `There is no measure with the code '${code}'. Codes look like ${all[0]?.code ?? 'sm-01'}.`,
    near.map(({ code, title }) => ({ text: title, href: `/measures/${code}` })),
  )
}

/** Other series that say something about a measure. */
export async function alternativeSeries(
  db: Db,
  measure: string,
  knownBy: KnownBy = null,
): Promise<{ code: string; title: string }[]> {
  const { link, series } = sources(knownBy)
  const { rows } = await sql<{ code: string; title: string }>`
    with l as materialized (${link}), s as materialized (${series})
    select s.code, s.title from l join s on s.code = l.series_code
    where l.measure_code = ${measure} and l.role = 'alternative' order by s.code`.execute(db)
  return rows
}
