import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import { unitChain } from '../organisation/organisation-facts.ts'

/** A unit and those above it on a day; none for what no unit answers for. */
export const unitsOver = async (db: Db, unit: Unit | null, day: string): Promise<Unit[]> =>
  unit === null ? [] : unitChain(db, unit, day)
