import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import type { Actor } from '../../domain/access/roles.ts'
import type { IncomingObservation } from '../../domain/import/incoming.ts'

/** A figure that is held with another value, or was stored a moment ago by the same file. */
export type Changed = Pick<
  IncomingObservation,
  'series' | 'area' | 'category' | 'periodStart' | 'periodEnd'
> & {
  /** Which of the figures, counted from 1. */
  readonly at: number
  readonly row: number
  readonly value: string | null
  readonly status: string
  readonly was: string | null
  readonly wasStatus: string
  /** When what was held was recorded, as an instant. */
  readonly wasRecordedAt: string
  readonly twice: boolean
}

export type StoredFigures = {
  readonly added: number
  /** Which of the figures were held just so, counted from 1. */
  readonly unchanged: readonly number[]
  readonly changed: readonly Changed[]
}

type Answer = { added: number; unchanged: number[]; changed: Changed[] }

/**
 * Stores some figures that differ from each other in their keys. A figure held already gets a new revision when it differs
 * and a reason is given, and is left alone otherwise. One statement: each figure is looked up once.
 */
export async function storeFigures(
  db: Db,
  actor: Actor,
  some: readonly IncomingObservation[],
  reason: string | null,
): Promise<StoredFigures> {
  // now() is when the transaction began, so a row with that time was stored by this very import.
  const { rows } = await sql<Answer>`
    with beside as materialized (
      select i.*, h.revision, h.value as was, h.status as was_status, h.recorded_at as was_recorded_at,
        coalesce(h.recorded_at = now(), false) as twice,
        (i.value, i.numerator, i.denominator, i.lower_limit, i.upper_limit, i.status, i.doubt) is distinct from
          (h.value, h.numerator, h.denominator, h.lower_limit, h.upper_limit, h.status, h.doubt) as differs
      from unnest(
        ${some.map((o) => o.row)}::int[], ${some.map((o) => o.series)}::text[], ${some.map((o) => o.area)}::text[],
        ${some.map((o) => o.category)}::text[], ${some.map((o) => o.periodStart)}::date[],
        ${some.map((o) => o.periodEnd)}::date[], ${some.map((o) => o.value)}::numeric[],
        ${some.map((o) => o.numerator)}::numeric[], ${some.map((o) => o.denominator)}::numeric[],
        ${some.map((o) => o.lower)}::numeric[], ${some.map((o) => o.upper)}::numeric[],
        ${some.map((o) => o.status)}::text[], ${some.map((o) => o.doubt)}::text[]
      ) with ordinality as i (row, series_code, area_code, category, period_start, period_end, value, numerator, denominator,
        lower_limit, upper_limit, status, doubt, at)
      left join lateral (
        select o.revision, o.value, o.numerator, o.denominator, o.lower_limit, o.upper_limit, o.status, o.doubt, o.recorded_at
        from observation o
        where o.series_code = i.series_code and o.area_code = i.area_code and o.category = i.category
          and o.period_start = i.period_start and o.period_end = i.period_end
        order by o.revision desc limit 1
      ) h on true
    ), stored as (
      insert into observation (authority_id, series_code, area_code, category, period_start, period_end, revision, value,
        numerator, denominator, lower_limit, upper_limit, status, doubt, recorded_by, reason,
        illustrative)
      select ${actor.authorityId}::int, series_code, area_code, category, period_start, period_end,
        coalesce(revision, 0) + 1, value, numerator, denominator, lower_limit, upper_limit, status,
        doubt, ${actor.name}::text, case when revision is null then null else ${reason}::text end,
        ${actor.illustrative === true}::boolean
      from beside where revision is null or (differs and not twice and ${reason}::text is not null)
    )
    select count(*) filter (where revision is null) as added,
      coalesce(array_agg(at) filter (where revision is not null and not differs and not twice), '{}') as unchanged,
      coalesce(json_agg(json_build_object('at', at, 'row', row, 'value', value::text, 'status', status, 'was', was::text,
        'wasStatus', was_status, 'twice', twice, 'series', series_code, 'area', area_code, 'category', category,
        'periodStart', period_start, 'periodEnd', period_end,
        'wasRecordedAt', to_char(was_recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by row)
        filter (where revision is not null and (differs or twice)), '[]') as changed
    from beside`.execute(db)
  return rows[0] ?? { added: 0, unchanged: [], changed: [] }
}
