import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import { answeringOn } from '../domain/organisation/answering-on.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'

export type MeasureUnit = {
  readonly measure: string
  readonly unit: Unit
  readonly from: string
  readonly number: number
  readonly basis: string
  readonly illustrative: boolean
}

/** Everything recorded of which unit answers for which measure, oldest first. */
export async function measureUnits(db: Db): Promise<MeasureUnit[]> {
  const rows = await db
    .selectFrom('measure_unit')
    .select([
      'measure_code as measure',
      'unit_kind',
      'unit_code',
      'from_day as from',
      'number',
      'basis',
      'illustrative',
    ])
    .orderBy('measure_code')
    .orderBy('from_day')
    .orderBy('number')
    .execute()
  return rows.map(({ unit_kind, unit_code, ...row }) => ({
    ...row,
    unit: { kind: unit_kind, code: unit_code },
  }))
}

/** Which unit answers for each measure on a day; a measure nobody answers for is not in it. */
export async function measureUnitsOn(db: Db, day: string): Promise<Map<string, Unit>> {
  const organisation = await unitsOn(db, day)
  const assigned = new Map<string, Unit>()
  // In the order of days and numbers, so that the last of them stays.
  for (const { measure, unit, from } of await measureUnits(db)) {
    if (from <= day) assigned.set(measure, answeringOn(organisation, unit))
  }
  return assigned
}
