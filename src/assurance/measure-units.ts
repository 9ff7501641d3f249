import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import { measureUnitsOn } from '../measures/units.ts'
import { unitChain } from '../organisation/organisation-facts.ts'

/** The unit that answers for a measure on a day and those above it; none where nobody has been named. */
export async function unitsOfMeasure(db: Db, measure: string, day: string): Promise<Unit[]> {
  const unit = (await measureUnitsOn(db, day)).get(measure)
  return unit === undefined ? [] : unitChain(db, unit, day)
}
