import { command } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { wrongWithMove } from '../domain/organisation/check-move.ts'
import {
  isOfficerLine,
  type OrganisationFacts,
  organisationOn,
} from '../domain/organisation/organisation-on.ts'
import { type Part, partText, samePart } from '../domain/organisation/part.ts'
import { organisationFacts } from './organisation-facts.ts'

export type PlacementInput = {
  readonly unit: Part
  /** A portfolio is a second line: naming one leaves the directorate as it was, and the other way round. */
  readonly parent: Unit
  /** The first day on which it belongs there. */
  readonly from: string
  readonly reason: string
}

/** Records what a unit belongs to from a day on; where it belonged before stays. False when it did already. */
export const placeUnit = (db: Db, actor: Actor, input: PlacementInput): Promise<boolean> =>
  command(db, actor, 'organisation.keep', async (db) => {
    const { unit, parent, from, reason } = input
    const facts = await organisationFacts(db)
    refuseUnknown(facts, unit)
    const wrong = wrongWithMove(facts, { part: unit, parent, from })
    if (wrong.length > 0) throw new Conflict(wrong.map(({ text }) => text).join(' '))
    const before = organisationOn(from, facts).standings.get(partText(unit))
    const there = isOfficerLine({ parent }) ? before?.parent : before?.portfolio
    if (there && samePart(there.parent, parent)) return { result: false, event: null }
    await addPlacement(db, actor, facts, input)
    const details = { to: partText(parent), from, reason, was: there ? partText(there.parent) : null }
    return { result: true, event: { action: 'unit.placed', subject: subjectOf(unit), details } }
  })

/** Adds the row within a command's transaction. */
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
      authority_id: actor.authorityId,
      unit_kind: kind,
      unit_code: unit.code,
      number: nextNumber(placements, unit),
      from_day: from,
      parent_kind: parent.kind,
      parent_code: parent.code,
      reason,
      recorded_by: actor.name,
      illustrative: actor.illustrative === true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute()
  if (added.length === 0) throw new Conflict(movedMeanwhile)
}

const movedMeanwhile =
  'Somebody else recorded where this belongs at the same moment. Read it again, and decide afresh.'

export function refuseUnknown({ registers }: OrganisationFacts, part: Part): void {
  if (!registers.some((each) => samePart(each.part, part)))
    throw new NotFound(`There is no ${part.kind} '${part.code}' in the register.`)
}

export const nextNumber = (rows: readonly { part: Part; number: number }[], part: Part): number =>
  Math.max(0, ...rows.filter((row) => samePart(row.part, part)).map(({ number }) => number)) + 1

export const subjectOf = ({ kind, code }: Part): string => `${kind}/${code}`
