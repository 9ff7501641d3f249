import type { Db } from '../db/database.ts'
import { type Unit, type UnitKind, unitKinds, unitText, wholeCouncil } from '../domain/access/unit.ts'

export type NamedUnit = { readonly unit: Unit; readonly name: string }

/** Everything a role can be held over, in the order of the registers. */
export async function namedUnits(db: Db): Promise<NamedUnit[]> {
  const kinds: readonly Exclude<UnitKind, 'council'>[] = ['directorate', 'service', 'portfolio']
  const units: NamedUnit[] = [{ unit: wholeCouncil, name: unitKinds.council }]
  for (const kind of kinds) {
    const rows = await db.selectFrom(kind).select(['code', 'name']).orderBy('position').execute()
    units.push(
      ...rows.map(({ code, name }) => ({ unit: { kind, code }, name: `${unitKinds[kind]}: ${name}` })),
    )
  }
  return units
}

export function unitNamed(units: readonly NamedUnit[], unit: Unit): string {
  const text = unitText(unit)
  return units.find((each) => unitText(each.unit) === text)?.name ?? text
}
