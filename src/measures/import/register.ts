import type { Db } from '../../db/database.ts'
import { type KnownCodes, knownCodes } from '../../domain/import/known-codes.ts'
import type { Unit } from '../../domain/quantity.ts'

/** What the register knows that figures may be of. */
export async function registeredCodes(db: Db): Promise<KnownCodes> {
  const series = await db.selectFrom('series').select(['code', 'title', 'unit', 'aggregation']).execute()
  const areas = await db.selectFrom('area').select(['code', 'name']).execute()
  return knownCodes(
    series.map((each) => ({ ...each, unit: each.unit as Unit })),
    areas,
  )
}
