import { changed, command } from '../access/command.ts'
import type { Db } from '../db/database.ts'
import { bothKept, type Kept, keepRows, nothingKept } from '../db/keep.ts'
import type { Actor } from '../domain/access/roles.ts'
import type {
  Aggregation,
  GoodDirection,
  InformationType,
  Match,
  MeasureLevel,
} from '../domain/measures/measure.ts'
import type { Unit } from '../domain/quantity.ts'
import { keepVersions } from './versions.ts'

export type MeasureInput = {
  readonly code: string
  readonly position: number
  readonly title: string
  readonly theme: string
  readonly positionInTheme: number
  readonly serves: string | null
  readonly unit: Unit
  readonly goodDirection: GoodDirection
  readonly informationType: InformationType
  readonly level: MeasureLevel
  readonly ownerRole: string | null
  readonly metricResponsibility: string | null
  readonly dataOfficer: string | null
  readonly source: string
  readonly note: string | null
}

/**
 * Records measures in the register. What is not known stays empty, and shows as a gap. An entry that somebody has revised
 * since, with a reason, stays as they left it.
 */
export const recordMeasures = (db: Db, actor: Actor, measures: readonly MeasureInput[]): Promise<Kept> =>
  command(db, actor, 'measure.keep', async (db) => {
    const revised = await revisedSince(db)
    const rows = measures
      .filter(({ code }) => !revised.has(code))
      .map((measure) => ({
        authority_id: actor.authorityId,
        code: measure.code,
        position: measure.position,
        title: measure.title,
        theme: measure.theme,
        position_in_theme: measure.positionInTheme,
        serves_code: measure.serves,
        unit: measure.unit,
        good_direction: measure.goodDirection,
        information_type: measure.informationType,
        level: measure.level,
        owner_role: measure.ownerRole,
        metric_responsibility: measure.metricResponsibility,
        data_officer: measure.dataOfficer,
        source_ref: measure.source,
        note: measure.note,
      }))
    const unchanged = measures.length - rows.length
    const kept = bothKept(await keepRows(db, 'measure', ['authority_id', 'code'], rows), {
      ...nothingKept,
      unchanged,
    })
    await keepVersions(db, actor, 'measure')
    return { result: kept, event: changed(kept, 'measure.recorded', 'measures') }
  })

async function revisedSince(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('measure_version')
    .distinctOn('measure_code')
    .select(['measure_code', 'reason'])
    .orderBy('measure_code')
    .orderBy('number', 'desc')
    .execute()
  return new Set(rows.flatMap(({ measure_code, reason }) => (reason === null ? [] : [measure_code])))
}

export type SeriesInput = {
  readonly code: string
  readonly title: string
  readonly description: string | null
  readonly unit: Unit
  readonly decimals: number
  readonly goodDirection: GoodDirection
  readonly frequency: string
  readonly aggregation: Aggregation
  readonly publisher: string | null
  readonly dataset: string | null
  readonly licence: string | null
  readonly breaks: readonly { readonly at: string; readonly reason: string }[]
}

/** Records series: runs of figures with one unit and one definition, and the days on which that definition changed. */
export const recordSeries = (db: Db, actor: Actor, series: readonly SeriesInput[]): Promise<Kept> =>
  command(db, actor, 'measure.keep', async (db) => {
    const authority_id = actor.authorityId
    const rows = series.map(({ breaks: _, goodDirection, ...rest }) => ({
      authority_id,
      ...rest,
      good_direction: goodDirection,
    }))
    const breaks = series.flatMap(({ code, breaks }) =>
      breaks.map(({ at, reason }) => ({ authority_id, series_code: code, at, reason })),
    )
    const kept = bothKept(
      await keepRows(db, 'series', ['authority_id', 'code'], rows),
      await keepRows(db, 'series_break', ['authority_id', 'series_code', 'at'], breaks),
    )
    await keepVersions(db, actor, 'series')
    return { result: kept, event: changed(kept, 'series.recorded', 'series') }
  })

export type MeasureSeriesInput = {
  readonly measure: string
  readonly series: string
  readonly match: Match
  readonly role: 'main' | 'alternative'
  readonly neighbours: string | null
  /** England's figure is the whole country's count, not a level to compare with. */
  readonly englandIsTotal: boolean
  readonly note: string | null
}

/** Records which series stands behind which measure, and how nearly it is the thing the measure names. */
export const linkSeries = (db: Db, actor: Actor, links: readonly MeasureSeriesInput[]): Promise<Kept> =>
  command(db, actor, 'measure.keep', async (db) => {
    const rows = links.map((link) => ({
      authority_id: actor.authorityId,
      measure_code: link.measure,
      series_code: link.series,
      match: link.match,
      role: link.role,
      neighbours_code: link.neighbours,
      england_is_total: link.englandIsTotal,
      note: link.note,
    }))
    const kept = await keepRows(db, 'measure_series', ['authority_id', 'measure_code', 'series_code'], rows)
    await keepVersions(db, actor, 'measure_series')
    return { result: kept, event: changed(kept, 'measure.series-linked', 'measures') }
  })

export type ItemMeasureInput = { readonly item: string; readonly measure: string; readonly basis: string }

/** Records which measure tells whether an item of a plan is reached, and how that is known. */
export const linkItems = (db: Db, actor: Actor, links: readonly ItemMeasureInput[]): Promise<Kept> =>
  command(db, actor, 'measure.keep', async (db) => {
    const rows = links.map(({ item, measure, basis }) => ({
      authority_id: actor.authorityId,
      item_code: item,
      measure_code: measure,
      basis,
    }))
    const kept = await keepRows(db, 'item_measure', ['authority_id', 'item_code', 'measure_code'], rows)
    return { result: kept, event: changed(kept, 'measure.item-linked', 'measures') }
  })
