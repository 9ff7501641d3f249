import { command } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import type { Unit } from '../domain/access/unit.ts'
import { wrongWithClosure } from '../domain/organisation/check-closure.ts'
import { organisationOn, standingOf } from '../domain/organisation/organisation-on.ts'
import { type Part, partText } from '../domain/organisation/part.ts'
import { organisationFacts } from './organisation-facts.ts'
import { refuseUnknown, refuseUnlessAdded, refuseUnlessSeen, rowOf, subjectOf } from './unit-rows.ts'

export type ClosureInput = {
  readonly unit: Part
  /** The first day on which it is no longer there. */
  readonly on: string
  /** The unit its work goes to; null when its work ends with it. */
  readonly into: Unit | null
  readonly reason: string
  /** How many of its closures whoever decided this had seen; left out by a program. */
  readonly seen?: number
}

/**
 * Records the day a unit closes. What it answered for goes on with the unit its work went to. Recorded again, the later
 * recording counts. False when just that was recorded already.
 */
export const closeUnit = (
  db: Db,
  actor: Actor,
  { unit, on, into, reason, seen }: ClosureInput,
): Promise<boolean> =>
  command(db, actor, 'organisation.keep', async (db) => {
    const { kind } = unit
    if (kind === 'council') throw new NotFound('The council itself is not closed here.')
    const facts = await organisationFacts(db)
    refuseUnknown(facts, unit)
    refuseUnlessSeen(facts.closures, unit, seen)
    const wrong = wrongWithClosure(facts, { part: unit, on, into })
    if (wrong.length > 0) throw new Conflict(wrong.map(({ text }) => text).join(' '))
    const held = standingOf(organisationOn(on, facts), unit)?.closure
    const to = into === null ? null : partText(into)
    if (held && held.on === on && (held.into === null ? null : partText(held.into)) === to)
      return { result: false, event: null }
    const added = await db
      .insertInto('unit_closure')
      .values({
        ...rowOf(actor, facts.closures, unit),
        unit_kind: kind,
        closed_on: on,
        into_kind: into?.kind ?? null,
        into_code: into?.code ?? null,
        reason,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .execute()
    refuseUnlessAdded(added)
    const event = { action: 'unit.closed', subject: subjectOf(unit), details: { on, into: to, reason } }
    return { result: true, event }
  })
