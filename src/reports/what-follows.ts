import type { Db } from '../db/database.ts'
import type { Unit } from '../domain/access/unit.ts'
import { changeOfReach } from '../domain/organisation/change-of-reach.ts'
import {
  chainOf,
  type Organisation,
  type OrganisationFacts,
  organisationOn,
} from '../domain/organisation/organisation-on.ts'
import { answeredBelow, answeringUnits, heldRoles, heldRoleText } from './unit-facts.ts'

/** What a change would lead to, before it is recorded. */
export type WhatFollows = {
  /** Roles that no longer, and that newly, reach the unit from the day on. */
  readonly lose: readonly string[]
  readonly gain: readonly string[]
  /** How many measures the unit answers for on that day, itself or through what is below it. */
  readonly measures: number
}

/** Compares the council as recorded with the council as it would be, on the first day of the change. */
export async function whatFollows(
  db: Db,
  unit: Unit,
  {
    day,
    facts,
    changed,
  }: { readonly day: string; readonly facts: OrganisationFacts; readonly changed: OrganisationFacts },
): Promise<WhatFollows> {
  const [before, after] = [organisationOn(day, facts), organisationOn(day, changed)]
  const chains = { before: chainOf(before, unit), after: answeringChain(after, unit) }
  const { lose, gain } = changeOfReach(await heldRoles(db), day, chains)
  return {
    lose: lose.map((role) => heldRoleText(before, role)),
    gain: gain.map((role) => heldRoleText(before, role)),
    measures: answeredBelow(before, unit, await answeringUnits(db, before)).length,
  }
}

/** What a closed unit answered for is out of reach of those who held roles over it alone. */
const answeringChain = (organisation: Organisation, unit: Unit): Unit[] => {
  const chain = chainOf(organisation, unit)
  return organisation.standings.get(`${unit.kind}:${unit.code}`)?.state === 'closed' ? chain.slice(1) : chain
}
