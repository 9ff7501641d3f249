import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { type Unit, wholeCouncil } from '../domain/access/unit.ts'
import { type RequestDue, requestDue } from '../domain/cycle/requests-due.ts'
import { endedBy, latestOf } from '../domain/measures/observation.ts'
import { addDays, type Period } from '../domain/period.ts'
import { observationsOf } from '../measures/observations.ts'
import { registeredMeasures } from '../measures/queries.ts'
import { measureUnitsOn } from '../measures/units.ts'
import { authorityOf } from '../organisation/authority.ts'

export type RequestProposed = RequestDue & { readonly unit: Unit }

/**
 * What the cycle of a quarter asks for, and of which unit on its last day; of the whole council where no unit answers for
 * the measure.
 */
export async function requestsDue(db: Db, actor: Actor, quarter: Period): Promise<RequestProposed[]> {
  const { areaCode } = await authorityOf(db, actor)
  const measures = await registeredMeasures(db)
  const units = await measureUnitsOn(db, addDays(quarter.end, -1))
  const published = measures.flatMap(({ series }) => (series && series.match !== 'own' ? [series.code] : []))
  const held = Map.groupBy(await observationsOf(db, published, [areaCode]), ({ series }) => series)
  return measures.flatMap((measure) => {
    const figures = measure.series ? (held.get(measure.series.code) ?? []) : []
    const latest = latestOf(endedBy(figures, quarter.end))
    const due = requestDue(
      {
        code: measure.code,
        frequency: measure.frequency,
        lagMonths: measure.lagMonths,
        published: latest?.period ?? null,
      },
      quarter,
    )
    return due ? [{ ...due, unit: units.get(measure.code) ?? wholeCouncil }] : []
  })
}
