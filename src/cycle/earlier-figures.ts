import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { ObservationStatus } from '../domain/measures/observation.ts'
import type { Period } from '../domain/period.ts'
import { observationsOf } from '../measures/observations.ts'
import { authorityOf } from '../organisation/authority.ts'
import type { CycleRequest } from './requests.ts'

export type EarlierFigure = {
  readonly start: string
  readonly end: string
  readonly period: Period
  readonly value: number
  readonly status: ObservationStatus
}

/**
 * The council's figures of each request's measure for periods of the same length, in order of time: before the period
 * asked for where a figure is asked, and with it where only words are.
 */
export async function earlierFigures(
  db: Db,
  actor: Actor,
  requests: readonly CycleRequest[],
): Promise<Map<string, EarlierFigure[]>> {
  const { areaCode } = await authorityOf(db, actor)
  const series = requests.flatMap(({ measure }) => (measure.series ? [measure.series.code] : []))
  const held = Map.groupBy(await observationsOf(db, series, [areaCode]), ({ series }) => series)
  return new Map(
    requests.map(({ measure, period, asks }) => {
      const figures = (measure.series ? (held.get(measure.series.code) ?? []) : []).flatMap(
        ({ period: own, value, doubt, status }) =>
          value !== null &&
          doubt === null &&
          own.granularity === period.granularity &&
          (own.end < period.end || (asks === 'words' && own.end === period.end))
            ? [{ start: own.start, end: own.end, period: own, value, status }]
            : [],
      )
      return [measure.code, figures.toSorted((a, b) => (a.end < b.end ? -1 : 1))]
    }),
  )
}
