import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import type { ObservationStatus } from '../domain/measures/observation.ts'
import type { Target } from '../domain/measures/target.ts'
import { granularityOf, type Period } from '../domain/period.ts'

/** Who recorded something, when and why. */
export type Recorded = {
  readonly recordedAt: string
  readonly recordedBy: string
  readonly reason: string | null
  readonly illustrative: boolean
}

/** A figure as it was recorded; numbers as exact decimals. */
export type FigureRevision = Recorded & {
  readonly period: Period
  readonly revision: number
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly lower: string | null
  readonly upper: string | null
  readonly status: ObservationStatus
  readonly doubt: string | null
}

const periodOf = ({ period_start, period_end }: { period_start: string; period_end: string }): Period => ({
  start: period_start,
  end: period_end,
  granularity: granularityOf(period_start, period_end),
})

const recordedOf = (row: {
  recorded_at: string
  recorded_by: string
  reason: string | null
  illustrative: boolean
}): Recorded => ({
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  reason: row.reason,
  illustrative: row.illustrative,
})

/** Every revision of an area's figures of a series, latest period first and of each the latest revision first. */
export async function figureRevisions(
  db: Db,
  series: string,
  area: string,
  knownBy: KnownBy = null,
): Promise<FigureRevision[]> {
  const rows = await db
    .selectFrom('observation')
    .selectAll()
    .where('series_code', '=', series)
    .where('area_code', '=', area)
    .where('category', '=', '')
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('period_end', 'desc')
    .orderBy('period_start')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    ...recordedOf(row),
    period: periodOf(row),
    revision: row.revision,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    lower: row.lower_limit,
    upper: row.upper_limit,
    status: row.status,
    doubt: row.doubt,
  }))
}

export type TargetRevision = Recorded & Target & { readonly revision: number }

/** Every revision of a measure's targets, latest period first and of each the latest revision first. */
export async function targetRevisions(
  db: Db,
  measure: string,
  knownBy: KnownBy = null,
): Promise<TargetRevision[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('measure_code', '=', measure)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('period_end', 'desc')
    .orderBy('period_start')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    ...recordedOf(row),
    period: periodOf(row),
    revision: row.revision,
    value: Number(row.value),
    upperValue: row.upper_value === null ? null : Number(row.upper_value),
    tolerance: Number(row.tolerance),
    floor: row.floor === null ? null : Number(row.floor),
  }))
}

export type RebaseRecorded = Recorded & { readonly at: string }

export async function rebasesRecorded(
  db: Db,
  series: string,
  area: string,
  knownBy: KnownBy = null,
): Promise<RebaseRecorded[]> {
  const rows = await db
    .selectFrom('rebase')
    .selectAll()
    .where('series_code', '=', series)
    .where('area_code', '=', area)
    .where(knownUntil('recorded_at', knownBy))
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({ ...recordedOf(row), at: row.at }))
}
