import { accountsOf } from '../access/accounts.ts'
import type { Db } from '../db/database.ts'
import { type Grant, grantKinds } from '../domain/access/grant.ts'
import { roles } from '../domain/access/roles.ts'
import { sameUnit, type Unit, unitKinds } from '../domain/access/unit.ts'
import { answeringOn } from '../domain/organisation/answering-on.ts'
import { chainOf, nameOn, type Organisation } from '../domain/organisation/organisation-on.ts'
import { type MeasureUnit, measureUnits } from '../measures/units.ts'

export type HeldRole = Grant & {
  /** The post of the account, never the person. */
  readonly post: string
}

/** Every role held by an account that is in use, with the post whose account it is. */
export async function heldRoles(db: Db): Promise<HeldRole[]> {
  const accounts = await accountsOf(db)
  return accounts
    .filter(({ status }) => status === 'active')
    .flatMap(({ label, grants }) => grants.map((grant) => ({ ...grant, post: label })))
}

export const heldRoleText = (organisation: Organisation, { post, role, unit, kind }: HeldRole): string => {
  const over = unit.kind === 'council' ? 'the whole council' : nameOn(organisation, unit)
  const how = kind === 'held' ? '' : `, ${grantKinds[kind].toLowerCase()}`
  return `${post}: ${roles[role]} over ${over} (${unitKinds[unit.kind].toLowerCase()})${how}`
}

export type Answering = { readonly measure: string; readonly unit: Unit; readonly illustrative: boolean }

/** Which unit answers for which measure on that day; what closed is answered for by where its work went. */
export async function answeringUnits(db: Db, organisation: Organisation): Promise<Answering[]> {
  const latest = new Map<string, MeasureUnit>()
  for (const each of await measureUnits(db)) if (each.from <= organisation.day) latest.set(each.measure, each)
  return [...latest.values()].map(({ measure, unit, illustrative }) => ({
    measure,
    unit: answeringOn(organisation, unit),
    illustrative,
  }))
}

/** Those of them that a unit answers for, itself or through a unit below it. */
export const answeredBelow = (
  organisation: Organisation,
  unit: Unit,
  all: readonly Answering[],
): readonly Answering[] =>
  all.filter((each) => chainOf(organisation, each.unit).some((above) => sameUnit(above, unit)))
