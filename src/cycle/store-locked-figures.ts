import { sql } from 'kysely'
import { Forbidden } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { periodText } from '../domain/period-text.ts'
import { restatedFigures } from '../measures/import/restated-figures.ts'
import { ownSeries } from '../measures/own-series.ts'
import { authorityOf } from '../organisation/authority.ts'
import type { Cycle } from './cycles.ts'
import type { CycleRequest } from './requests.ts'

/**
 * Makes observations of the assured answers that have a figure; gives how many. A figure held already for the same period
 * gets a revision, with the cycle as its reason, unless it is the same; where it was published that is a restatement.
 */
export async function storeLockedFigures(
  db: Db,
  actor: Actor,
  cycle: Cycle,
  requests: readonly CycleRequest[],
): Promise<number> {
  const { areaCode } = await authorityOf(db, actor)
  const figures = requests.flatMap(({ state, asks, answer, measure, period }) =>
    state === 'assured' && asks === 'figure' && answer?.value != null
      ? [{ measure, period, answer, value: answer.value }]
      : [],
  )
  if (figures.length === 0) return 0
  const series = await ownSeries(
    db,
    actor,
    figures.map(({ measure }) => measure),
  )
  const reason = `Answered in the reporting cycle of ${periodText(cycle.quarter)}`
  const restated = await restatedFigures(db, actor)
  const { rows } = await sql<Stored>`
    with beside as materialized (
      select i.*, h.revision, h.value as was, h.status as was_status, h.recorded_at as was_recorded_at
      from unnest(
        ${figures.map(({ measure }) => series.get(measure.code) ?? '')}::text[],
        ${figures.map(({ period }) => period.start)}::date[], ${figures.map(({ period }) => period.end)}::date[],
        ${figures.map(({ value }) => value)}::numeric[],
        ${figures.map(({ answer }) => answer.given.numerator || null)}::numeric[],
        ${figures.map(({ answer }) => answer.given.denominator || null)}::numeric[],
        ${figures.map(({ answer }) => answer.given.status)}::text[], ${figures.map(({ answer }) => answer.by.name)}::text[],
        ${figures.map(({ answer }) => answer.illustrative)}::boolean[]
      ) with ordinality
        as i (series_code, period_start, period_end, value, numerator, denominator, status, given_by, illustrative, at)
      left join lateral (
        select o.* from observation o
        where o.series_code = i.series_code and o.area_code = ${areaCode} and o.category = ''
          and o.period_start = i.period_start and o.period_end = i.period_end
        order by o.revision desc limit 1
      ) h on true
      where h.revision is null or (h.value, h.numerator, h.denominator, h.status) is distinct from
        (i.value, i.numerator, i.denominator, i.status)
    ), stored as (
      insert into observation (authority_id, series_code, area_code, period_start, period_end, revision, value, numerator,
        denominator, status, recorded_by, reason, illustrative)
      select ${actor.authorityId}::int, series_code, ${areaCode}::text, period_start, period_end,
        coalesce(revision, 0) + 1, value, numerator, denominator, status, given_by,
        case when revision is null then null else ${reason}::text end, illustrative
      from beside
    )
    select at::int, series_code as series, period_start as "periodStart", period_end as "periodEnd", value::text, status,
      was::text, was_status as "wasStatus", was_recorded_at as "wasRecordedAt"
    from beside`.execute(db)
  for (const { was, wasStatus, wasRecordedAt, ...row } of rows) {
    if (wasRecordedAt === null || wasStatus === null) continue
    const changed = {
      ...row,
      area: areaCode,
      category: '',
      row: row.at,
      was,
      wasStatus,
      wasRecordedAt,
      twice: false,
    }
    const refused = restated.take(changed)
    if (refused !== null) throw new Forbidden(refused)
  }
  await restated.enter(reason)
  return rows.length
}

type Stored = {
  at: number
  series: string
  periodStart: string
  periodEnd: string
  value: string
  status: string
  was: string | null
  /** Null, with the time, where no figure was held. */
  wasStatus: string | null
  wasRecordedAt: string | null
}
