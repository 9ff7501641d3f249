import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { units } from '../domain/quantity.ts'
import type { RegisteredMeasure } from './queries.ts'
import { keepVersions } from './versions.ts'

/** The series a measure's own figures go into: its main one where that is the council's own, else one made for it. */
const ownCode = ({ code, series }: RegisteredMeasure): string =>
  series?.match === 'own' ? series.code : `${code}-own`

/**
 * The series of the council's own figures, by measure. Where a measure has none yet it is made, and stands for the measure unless
 * a published series does. Part of a command: it opens no transaction and records no event of its own.
 */
export async function ownSeries(
  db: Db,
  actor: Actor,
  measures: readonly RegisteredMeasure[],
): Promise<Map<string, string>> {
  const authority_id = actor.authorityId
  const lacking = measures.filter(({ series }) => series?.match !== 'own')
  if (lacking.length > 0) {
    await db
      .insertInto('series')
      .values(
        lacking.map((measure) => ({
          authority_id,
          code: ownCode(measure),
          title: measure.title,
          description: measure.definition,
          unit: measure.unit,
          decimals: units[measure.unit].decimals,
          good_direction: measure.goodDirection,
          frequency: measure.frequency ?? 'quarterly',
          aggregation: measure.unit === 'percentage' || measure.unit.startsWith('per-') ? 'ratio' : 'none',
          publisher: null,
          dataset: null,
          licence: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .insertInto('measure_series')
      .values(
        lacking.map((measure) => ({
          authority_id,
          measure_code: measure.code,
          series_code: ownCode(measure),
          match: 'own',
          role: measure.series === null ? 'main' : 'alternative',
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await keepVersions(db, actor, 'series')
    await keepVersions(db, actor, 'measure_series')
  }
  return new Map(measures.map((measure) => [measure.code, ownCode(measure)]))
}
