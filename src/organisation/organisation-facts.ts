import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import {
  chainOf,
  type Organisation,
  type OrganisationFacts,
  organisationOn,
} from '../domain/organisation/organisation-on.ts'

/** Everything recorded of how the council is organised. */
export async function organisationFacts(db: Db): Promise<OrganisationFacts> {
  const registers: OrganisationFacts['registers'][number][] = []
  for (const kind of ['directorate', 'service', 'portfolio'] as const) {
    const rows = await db.selectFrom(kind).select(['code', 'name']).orderBy('position').execute()
    registers.push(
      ...rows.map(({ code, name }) => ({ part: { kind, code }, name, began: null, illustrative: false })),
    )
  }
  for (const kind of ['team', 'post'] as const) {
    const rows = await db
      .selectFrom(kind)
      .select(['code', 'name', 'began', 'illustrative'])
      .orderBy('name')
      .orderBy('code')
      .execute()
    registers.push(...rows.map(({ code, ...row }) => ({ part: { kind, code }, ...row })))
  }
  const recorded = ['unit_kind', 'unit_code', 'number', 'reason', 'illustrative'] as const
  const namings = await db
    .selectFrom('unit_name')
    .select([...recorded, 'from_day as from', 'name'])
    .execute()
  const placements = await db
    .selectFrom('unit_placement')
    .select([...recorded, 'from_day as from', 'parent_kind', 'parent_code'])
    .execute()
  const closures = await db
    .selectFrom('unit_closure')
    .select([...recorded, 'closed_on as on', 'into_kind', 'into_code'])
    .execute()
  return {
    registers,
    namings: namings.map(({ unit_kind, unit_code, ...row }) => ({
      ...row,
      part: { kind: unit_kind, code: unit_code },
    })),
    placements: placements.map(({ unit_kind, unit_code, parent_kind, parent_code, ...row }) => ({
      ...row,
      part: { kind: unit_kind, code: unit_code },
      parent: { kind: parent_kind, code: parent_code },
    })),
    closures: closures.map(({ unit_kind, unit_code, into_kind, into_code, ...row }) => ({
      ...row,
      part: { kind: unit_kind, code: unit_code },
      into: into_kind === null || into_code === null ? null : { kind: into_kind, code: into_code },
    })),
  }
}

/** The council as it stood on a day. */
export const unitsOn = async (db: Db, day: string): Promise<Organisation> =>
  organisationOn(day, await organisationFacts(db))

/** The unit and those above it on a day, the council last: what permission asks for. */
export const unitChain = async (db: Db, unit: Unit, day: string): Promise<Unit[]> =>
  chainOf(await unitsOn(db, day), unit)
