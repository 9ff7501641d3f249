import type { Db } from '../db/database.ts'
import { type KnownBy, knownUntil } from '../db/known-by.ts'
import { type Attention, attention } from '../domain/evaluation/attention.ts'
import { type Evaluation, evaluate } from '../domain/evaluation/evaluate.ts'
import { type GroupStatus, groupStatus } from '../domain/measures/group-status.ts'
import { endedBy, latestOf } from '../domain/measures/observation.ts'
import type { Target } from '../domain/measures/target.ts'
import { addDays, granularityOf } from '../domain/period.ts'
import { comparatorAreas } from '../organisation/queries.ts'
import { lastAudits } from './last-audited.ts'
import { type HeldObservation, observationsAt, observationsOf } from './observations.ts'
import { type RegisteredMeasure, registeredMeasures } from './queries.ts'
import { rebasesOf } from './rebases.ts'

export type EvaluatedMeasure = {
  readonly measure: RegisteredMeasure
  readonly evaluation: Evaluation
  readonly attention: Attention | null
}

export type EvaluationsAsked = {
  /** The council's own area. */
  readonly area: string
  /** Only periods that had ended by this day count. */
  readonly cutOff: string
  /** Only what had been recorded by then; null for all that is known. */
  readonly knownBy?: KnownBy
  /** Replay each series to tell how its forecaster has done: by default for one measure only, since it takes time. */
  readonly withTrackRecord?: boolean
}

/**
 * Every measure that was in the register when the period ended, judged as it stood, in printed order, by a number of
 * queries that does not grow with it.
 */
export async function evaluatedMeasures(db: Db, asked: EvaluationsAsked): Promise<EvaluatedMeasure[]> {
  const { cutOff, knownBy = null } = asked
  return evaluateThese(db, await registeredMeasures(db, knownBy, addDays(cutOff, -1)), asked)
}

export async function evaluateThese(
  db: Db,
  measures: readonly RegisteredMeasure[],
  { area, cutOff, knownBy = null, withTrackRecord = measures.length === 1 }: EvaluationsAsked,
): Promise<EvaluatedMeasure[]> {
  const codes = measures.flatMap(({ series }) => (series ? [series.code] : []))
  const own = Map.groupBy(await observationsOf(db, codes, [area], knownBy), ({ series }) => series)
  const latest = [...own].flatMap(([series, observations]) => {
    const last = latestOf(endedBy(observations, cutOff))
    return last ? [{ series, start: last.period.start, end: last.period.end }] : []
  })
  const others = Map.groupBy(await observationsAt(db, latest, knownBy), ({ series }) => series)
  const groups = await comparatorAreas(db)
  const targets = await targetsByMeasure(db, knownBy)
  const rebases = await rebasesOf(db, codes, area, knownBy)
  const audits = await lastAudits(db, knownBy)
  return measures.map((measure) => {
    const { series } = measure
    const among = series ? (others.get(series.code) ?? []) : []
    const inGroup = (group: string) => new Set((groups.get(group) ?? []).map(({ code }) => code))
    const of = (group: string): HeldObservation[] => among.filter(({ area }) => inGroup(group).has(area))
    const evaluation = evaluate({
      measure,
      series: series ? { ...series, rebases: rebases.get(series.code) ?? [] } : null,
      observations: series ? (own.get(series.code) ?? []) : [],
      neighbours: series?.neighbours
        ? neighboursOf(of(series.neighbours), groups.get(series.neighbours) ?? [])
        : [],
      england: of('country'),
      region: of('region'),
      targets: targets.get(measure.code) ?? [],
      cutOff,
      withTrackRecord,
      lastAudited: audits.get(measure.code) ?? null,
    })
    return { measure, evaluation, attention: attention(evaluation, series?.match === 'proxy') }
  })
}

const neighboursOf = (
  observations: readonly HeldObservation[],
  areas: readonly { code: string; name: string }[],
) =>
  areas.map(({ code, name }) => ({
    area: code,
    name,
    observations: observations.filter((each) => each.area === code),
  }))

/** The targets in force: of each measure and period the latest revision known by then. */
export async function targetsByMeasure(db: Db, knownBy: KnownBy = null): Promise<Map<string, Target[]>> {
  const rows = await db
    .selectFrom('target')
    .where(knownUntil('recorded_at', knownBy))
    .distinctOn(['measure_code', 'period_start', 'period_end'])
    .select(['measure_code', 'period_start', 'period_end', 'value', 'upper_value', 'tolerance', 'floor'])
    .orderBy('measure_code')
    .orderBy('period_start')
    .orderBy('period_end')
    .orderBy('revision', 'desc')
    .execute()
  const targets = rows.map((row) => ({
    measure: row.measure_code,
    period: {
      start: row.period_start,
      end: row.period_end,
      granularity: granularityOf(row.period_start, row.period_end),
    },
    value: Number(row.value),
    upperValue: row.upper_value === null ? null : Number(row.upper_value),
    tolerance: Number(row.tolerance),
    floor: row.floor === null ? null : Number(row.floor),
  }))
  return Map.groupBy(targets, ({ measure }) => measure)
}

/** How some measures stand together: a distribution, its worst member and its coverage, never one colour. */
export const groupStatusOf = (measures: readonly EvaluatedMeasure[]): GroupStatus =>
  groupStatus(
    measures.map(({ measure, evaluation: { position, comparison } }) => ({
      code: measure.code,
      title: measure.title,
      position,
      severity: comparison.rank === null ? 0 : comparison.rank / comparison.of,
    })),
  )
