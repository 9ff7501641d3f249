import { command } from '../access/command.ts'
import { Conflict } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { wrongWithMove } from '../domain/organisation/check-move.ts'
import { isOfficerLine, organisationOn } from '../domain/organisation/organisation-on.ts'
import { partText, samePart } from '../domain/organisation/part.ts'
import { organisationFacts } from './organisation-facts.ts'
import { addPlacement, type PlacementInput, refuseUnknown, refuseUnlessSeen, subjectOf } from './unit-rows.ts'

/** Records what a unit belongs to from a day on; where it belonged before stays. False when it did already. */
export const placeUnit = (db: Db, actor: Actor, input: PlacementInput): Promise<boolean> =>
  command(db, actor, 'organisation.keep', async (db) => {
    const { unit, parent, from, reason, seen } = input
    const facts = await organisationFacts(db)
    refuseUnknown(facts, unit)
    refuseUnlessSeen(facts.placements, unit, seen)
    const wrong = wrongWithMove(facts, { part: unit, parent, from })
    if (wrong.length > 0) throw new Conflict(wrong.map(({ text }) => text).join(' '))
    const before = organisationOn(from, facts).standings.get(partText(unit))
    const there = isOfficerLine({ parent }) ? before?.parent : before?.portfolio
    if (there && samePart(there.parent, parent)) return { result: false, event: null }
    await addPlacement(db, actor, facts, input)
    const details = { to: partText(parent), from, reason, was: there ? partText(there.parent) : null }
    return { result: true, event: { action: 'unit.placed', subject: subjectOf(unit), details } }
  })
