import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import type { OrganisationFacts } from '../domain/organisation/organisation-on.ts'
import { type Part, samePart } from '../domain/organisation/part.ts'

export type PlacementInput = {
  readonly unit: Part
  /** A portfolio is a second line: naming one leaves the directorate as it was, and the other way round. */
  readonly parent: Unit
  /** The first day on which it belongs there. */
  readonly from: string
  readonly reason: string
  /** How many of its placements whoever decided this had seen; left out by a program. */
  readonly seen?: number
}

/** Adds where a unit belongs, within a command's transaction. */
export async function addPlacement(
  db: Db,
  actor: Actor,
  { placements }: Pick<OrganisationFacts, 'placements'>,
  { unit, parent, from, reason }: PlacementInput,
): Promise<void> {
  const { kind } = unit
  if (kind !== 'service' && kind !== 'team' && kind !== 'post')
    throw new TypeError(`A ${kind} is not placed.`)
  const added = await db
    .insertInto('unit_placement')
    .values({
      ...rowOf(actor, placements, unit),
      unit_kind: kind,
      from_day: from,
      parent_kind: parent.kind,
      parent_code: parent.code,
      reason,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute()
  refuseUnlessAdded(added)
}

/** Whoever decided on what was recorded then has not seen what was recorded since. */
export function refuseUnlessSeen(
  rows: readonly { readonly part: Part }[],
  part: Part,
  seen: number | undefined,
): void {
  const held = rows.filter((row) => samePart(row.part, part)).length
  if (seen !== undefined && seen !== held)
    throw new Conflict(
      'Somebody else recorded a change to this since you read it. Read it again, and decide afresh.',
    )
}

/** What every row about a part begins with. Its number is the next one of the part. */
export const rowOf = (
  actor: Actor,
  held: readonly { readonly part: Part; readonly number: number }[],
  part: Part,
) => ({
  authority_id: actor.authorityId,
  unit_code: part.code,
  number: Math.max(0, ...held.filter((row) => samePart(row.part, part)).map(({ number }) => number)) + 1,
  recorded_by: actor.name,
  illustrative: actor.illustrative === true,
})

/** Two at the same moment would have the same number, and the second has not seen what the first recorded. */
export function refuseUnlessAdded(added: readonly unknown[]): void {
  if (added.length === 0)
    throw new Conflict(
      'Somebody else recorded a change to this at the same moment. Read it again, and decide afresh.',
    )
}

export function refuseUnknown({ registers }: OrganisationFacts, part: Part): void {
  if (!registers.some((each) => samePart(each.part, part)))
    throw new NotFound(`There is no ${part.kind} '${part.code}' in the register.`)
}

export const subjectOf = ({ kind, code }: Part): string => `${kind}/${code}`
