import { NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type {
  Aggregation,
  GoodDirection,
  InformationType,
  Match,
  MeasureLevel,
} from '../domain/measures/measure.ts'
import { isUnit, type Unit } from '../domain/quantity.ts'

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
  readonly series: MainSeries | null
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

/** The register in printed order, each measure with the series that stands behind it. */
export async function registeredMeasures(db: Db): Promise<RegisteredMeasure[]> {
  const breaks = Map.groupBy(
    await db.selectFrom('series_break').select(['series_code', 'at', 'reason']).orderBy('at').execute(),
    (row) => row.series_code,
  )
  const rows = await db
    .selectFrom('measure as m')
    .leftJoin('measure_series as ms', (join) =>
      join
        .onRef('ms.authority_id', '=', 'm.authority_id')
        .onRef('ms.measure_code', '=', 'm.code')
        .on('ms.role', '=', 'main'),
    )
    .leftJoin('series as s', (join) =>
      join.onRef('s.authority_id', '=', 'ms.authority_id').onRef('s.code', '=', 'ms.series_code'),
    )
    .selectAll('m')
    .select(['s.code as series_code', 's.title as series_title', 's.description as series_description'])
    .select([
      's.unit as series_unit',
      's.decimals',
      's.good_direction as series_good_direction',
      's.frequency as series_frequency',
    ])
    .select(['s.aggregation', 's.publisher', 's.dataset', 's.licence'])
    .select(['ms.match', 'ms.neighbours_code', 'ms.england_is_total', 'ms.note as match_note'])
    .orderBy('m.position')
    .execute()
  return rows.map((row) => ({
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
    frequency: row.frequency,
    lagMonths: row.lag_months,
    owner: row.owner_role,
    metricResponsibility: row.metric_responsibility,
    dataOfficer: row.data_officer,
    source: row.source_ref,
    note: row.note,
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
            breaks: (breaks.get(row.series_code) ?? []).map(({ at, reason }) => ({ at, reason })),
          },
  }))
}

/** One measure, or NotFound with the measures whose code or title is nearest. */
export async function measureFor(db: Db, code: string): Promise<RegisteredMeasure> {
  const all = await registeredMeasures(db)
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
export async function alternativeSeries(db: Db, measure: string): Promise<{ code: string; title: string }[]> {
  return db
    .selectFrom('measure_series as ms')
    .innerJoin('series as s', (join) =>
      join.onRef('s.authority_id', '=', 'ms.authority_id').onRef('s.code', '=', 'ms.series_code'),
    )
    .where('ms.measure_code', '=', measure)
    .where('ms.role', '=', 'alternative')
    .select(['s.code', 's.title'])
    .orderBy('s.code')
    .execute()
}
