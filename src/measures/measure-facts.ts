import type { Db } from '../db/database.ts'
import type { KnownBy } from '../db/known-by.ts'
import type { Period } from '../domain/period.ts'
import type { Authority } from '../organisation/authority.ts'
import { comparatorAreas, comparatorGroups } from '../organisation/queries.ts'
import { type PlanItem, planItems } from '../planning/queries.ts'
import type { AreaFigures } from './chart-facts.ts'
import { type Commentary, publishedCommentary } from './commentary.ts'
import { type EvaluatedMeasure, evaluateThese } from './evaluations.ts'
import { observationsOf } from './observations.ts'
import { alternativeSeries, measureFor } from './queries.ts'

export type MeasureFacts = {
  /** What the service said of it when last it was published; null when it never was. */
  readonly said: Commentary | null
  readonly authority: Authority
  readonly quarter: Period
  readonly evaluated: EvaluatedMeasure
  readonly neighbours: readonly AreaFigures[]
  readonly neighboursName: string
  readonly england: AreaFigures | null
  readonly region: AreaFigures | null
  readonly cityRegion: readonly AreaFigures[]
  readonly cityRegionName: string
  readonly alternatives: readonly { readonly code: string; readonly title: string }[]
  readonly items: ReadonlyMap<string, PlanItem>
  /** Items of a plan that this measure tells of. */
  readonly tellsOf: readonly PlanItem[]
}

/** Everything the page of one measure tells. */
export async function measureFacts(
  db: Db,
  authority: Authority,
  quarter: Period,
  code: string,
  knownBy: KnownBy = null,
): Promise<MeasureFacts> {
  const measure = await measureFor(db, code, knownBy)
  const asked = { area: authority.areaCode, cutOff: quarter.end, knownBy }
  const [evaluated] = await evaluateThese(db, [measure], asked)
  if (!evaluated) throw new Error(`Measure ${code} was not evaluated.`)
  const groups = await comparatorAreas(db)
  const names = await comparatorGroups(db)
  const nameOf = (group: string | null) => names.find(({ code }) => code === group)?.name ?? ''
  const members = (group: string | null) => (group === null ? [] : (groups.get(group) ?? []))
  const { series } = measure
  const codes = [...new Set([...groups.values()].flat().map((area) => area.code))]
  const held = Map.groupBy(
    series ? await observationsOf(db, [series.code], codes, knownBy) : [],
    ({ area }) => area,
  )
  const figures = (group: string | null): AreaFigures[] =>
    members(group).map((area) => ({ ...area, observations: held.get(area.code) ?? [] }))
  const items = await planItems(db)
  const links = await db
    .selectFrom('item_measure')
    .select('item_code')
    .where('measure_code', '=', measure.code)
    .execute()
  const said = await publishedCommentary(db, quarter, { measure: measure.code, knownBy })
  return {
    said: said.get(measure.code) ?? null,
    authority,
    quarter,
    evaluated,
    neighbours: figures(series?.neighbours ?? null),
    neighboursName: nameOf(series?.neighbours ?? null),
    england: figures('country')[0] ?? null,
    region: figures('region')[0] ?? null,
    cityRegion: figures('city-region'),
    cityRegionName: nameOf('city-region'),
    alternatives: await alternativeSeries(db, measure.code, knownBy),
    items,
    tellsOf: links.flatMap(({ item_code }) => items.get(item_code) ?? []),
  }
}
