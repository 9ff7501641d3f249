import type { Aggregation, GoodDirection, InformationType, Match } from '../../domain/measures/measure.ts'
import { isUnit, type Unit } from '../../domain/quantity.ts'
import type {
  ItemMeasureInput,
  MeasureInput,
  MeasureSeriesInput,
  SeriesInput,
} from '../../measures/commands.ts'
import type { AreaInput, ComparatorGroupInput } from '../../organisation/areas.ts'
import { orNull, shipped, slug, sourceOf } from '../csv.ts'
import { priorityCode } from './plans.ts'

/** The papers give a measure no unit; these are read from its title, as the data file says. */
const unitsInTitles: Record<string, Unit> = {
  '%': 'percentage',
  '% or children': 'percentage',
  'cases per social worker': 'ratio',
  score: 'score',
  GBP: 'pounds',
  'GBP thousand': 'pounds-thousand',
  'per 1,000 population': 'per-1000',
  'per 100,000 population': 'per-100000',
  miles: 'miles',
  kWp: 'kwp',
  tCO2e: 'tonnes-co2e',
  tonnes: 'tonnes',
}

const good: Record<string, GoodDirection> = { High: 'high', Low: 'low', Neutral: 'none' }

export const strategicMeasures = (): MeasureInput[] =>
  shipped('sefton/strategic_measures.csv').map((row, index) => ({
    code: (row.measure_id ?? '').toLowerCase(),
    position: index + 1,
    title: row.measure ?? '',
    theme: row.theme ?? '',
    positionInTheme: Number(row.order_in_theme),
    serves: priorityCode(row.priority ?? ''),
    unit: unitsInTitles[row.unit_inferred ?? ''] ?? 'count',
    goodDirection: good[row.good_is ?? ''] ?? 'none',
    informationType: slug(row.information_type_inferred ?? '') as InformationType,
    level: 'strategic',
    ownerRole: orNull(row.theme_responsibility),
    metricResponsibility: orNull(row.metric_responsibility),
    dataOfficer: orNull(row.data_source_officer),
    source: sourceOf(row),
    note: orNull(row.note),
  }))

export function publicSeries(): SeriesInput[] {
  const breaks = Map.groupBy(shipped('sefton/series_breaks.csv'), (row) => row.series_code)
  return shipped('sefton/series.csv').map((row) => {
    const unit = row.unit ?? ''
    if (!isUnit(unit))
      throw new Error(`series.csv: ${row.code} has the unit '${unit}', which is not one of ours.`)
    return {
      code: row.code ?? '',
      title: row.title ?? '',
      description: orNull(row.description),
      unit,
      decimals: Number(row.decimals),
      goodDirection: row.good_direction as GoodDirection,
      frequency: row.frequency ?? '',
      aggregation: row.aggregation as Aggregation,
      publisher: orNull(row.publisher),
      dataset: orNull(row.dataset),
      licence: orNull(row.licence),
      breaks: (breaks.get(row.code) ?? []).map(({ at = '', reason = '' }) => ({ at, reason })),
    }
  })
}

/** England's published count is the whole country's, for counts: not a level to hold a council against. */
export function measureSeries(series: readonly SeriesInput[]): MeasureSeriesInput[] {
  const counts = new Set(series.filter(({ unit }) => unit === 'count').map(({ code }) => code))
  return shipped('sefton/measure_series.csv')
    .filter((row) => row.match !== 'none')
    .flatMap((row) => {
      const link = (code: string, role: 'main' | 'alternative'): MeasureSeriesInput => ({
        measure: (row.measure_id ?? '').toLowerCase(),
        series: code,
        match: row.match as Match,
        role,
        neighbours: row.neighbour_tier ? `neighbours-${row.neighbour_tier}` : null,
        englandIsTotal: counts.has(code),
        note: role === 'main' ? orNull(row.note) : null,
      })
      const alternatives = (row.alternative_series ?? '').split(';').map((code) => code.trim())
      return [
        link(row.series_code ?? '', 'main'),
        ...alternatives.filter(Boolean).map((code) => link(code, 'alternative')),
      ]
    })
}

export const areas = (): AreaInput[] =>
  shipped('sefton/areas.csv').map((row) => ({
    code: row.code ?? '',
    name: row.name ?? '',
    kind: row.kind as AreaInput['kind'],
  }))

export const comparatorGroups = (): ComparatorGroupInput[] =>
  [...Map.groupBy(shipped('sefton/comparator_groups.csv'), (row) => row.group ?? '')].map(([code, rows]) => ({
    code,
    name: rows[0]?.group_name ?? code,
    source: rows[0]?.source ?? '',
    areas: rows.sort((a, b) => Number(a.rank) - Number(b.rank)).map((row) => row.area_code ?? ''),
  }))

/** Success measures whose measure of the register the data file names. Two share a title; the same priority decides. */
export function itemMeasures(measures: readonly MeasureInput[]): ItemMeasureInput[] {
  return shipped('sefton/success_measures.csv')
    .filter((row) => row.matching_strategic_measure !== '')
    .flatMap((row) =>
      (row.matching_strategic_measure ?? '').split(' | ').map((title) => {
        const named = measures.filter((measure) => measure.title === title)
        const found = named.find(({ serves }) => serves === priorityCode(row.priority ?? '')) ?? named[0]
        if (!found) throw new Error(`success_measures.csv: no measure is called '${title}'.`)
        return { item: `success-measure-${row.order}`, measure: found.code, basis: row.match_basis ?? '' }
      }),
    )
}
