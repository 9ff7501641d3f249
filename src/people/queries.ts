import type { Db } from '../db/database.ts'
import { type Unit, unitKinds, unitText, wholeCouncil } from '../domain/access/unit.ts'
import { partKinds, unitOf } from '../domain/organisation/part.ts'
import { unitsOn } from '../organisation/organisation-facts.ts'

export type NamedUnit = {
  readonly unit: Unit
  readonly name: string
  /** No longer there on the day: it names what was held, and nothing is newly held over it. */
  readonly closed: boolean
}

/** Everything a role can be held over, in the order of the registers, as it is called on a day. */
export async function namedUnits(db: Db, day: string): Promise<NamedUnit[]> {
  const { standings } = await unitsOn(db, day)
  const units: NamedUnit[] = [{ unit: wholeCouncil, name: unitKinds.council, closed: false }]
  for (const { part, name, state } of standings.values()) {
    const unit = unitOf(part)
    if (unit === null) continue
    const closed = state === 'closed'
    units.push({ unit, name: `${partKinds[part.kind]}: ${name}${closed ? ' (closed)' : ''}`, closed })
  }
  return units
}

export function unitNamed(units: readonly NamedUnit[], unit: Unit): string {
  const text = unitText(unit)
  return units.find((each) => unitText(each.unit) === text)?.name ?? text
}
