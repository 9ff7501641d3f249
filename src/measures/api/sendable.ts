import type { Db } from '../../db/database.ts'
import { holdsOver } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { chainOf } from '../../domain/organisation/organisation-on.ts'
import { unitsOn } from '../../organisation/organisation-facts.ts'
import { registeredMeasures } from '../queries.ts'
import { measureUnitsOn } from '../units.ts'

/** The series an actor's own units answer for, on a day, by their measures. */
export async function sendableSeries(
  db: Db,
  actor: Actor,
  day: string,
): Promise<ReadonlyMap<string, string>> {
  const organisation = await unitsOn(db, day)
  const units = await measureUnitsOn(db, day)
  const measures = await registeredMeasures(db)
  return new Map(
    measures.flatMap(({ code, series }) => {
      const unit = units.get(code)
      return series !== null && unit !== undefined && holdsOver(actor, chainOf(organisation, unit))
        ? [[code, series.code] as const]
        : []
    }),
  )
}
