import { command } from '../access/command.ts'
import { Conflict, NotFound } from '../access/refusals.ts'
import type { Db } from '../db/database.ts'
import type { Actor } from '../domain/access/roles.ts'
import { wrongWithDay } from '../domain/organisation/check-move.ts'
import { nameOn, organisationOn } from '../domain/organisation/organisation-on.ts'
import type { Part } from '../domain/organisation/part.ts'
import { organisationFacts } from './organisation-facts.ts'
import { refuseUnknown, refuseUnlessAdded, rowOf, subjectOf } from './unit-rows.ts'

export type NameInput = {
  readonly unit: Part
  readonly name: string
  /** The first day on which it is called so. */
  readonly from: string
  readonly reason: string
}

/** Records what a unit is called from a day on; what it was called before stays. False when it was called so already. */
export const renameUnit = (db: Db, actor: Actor, { unit, name, from, reason }: NameInput): Promise<boolean> =>
  command(db, actor, 'organisation.keep', async (db) => {
    const { kind } = unit
    if (kind === 'council') throw new NotFound('The council’s own name is set where it is set up.')
    const facts = await organisationFacts(db)
    refuseUnknown(facts, unit)
    const organisation = organisationOn(from, facts)
    const wrong = wrongWithDay(organisation, unit, from)
    if (wrong.length > 0) throw new Conflict(wrong.map(({ text }) => text).join(' '))
    const was = nameOn(organisation, unit)
    if (was === name) return { result: false, event: null }
    const added = await db
      .insertInto('unit_name')
      .values({ ...rowOf(actor, facts.namings, unit), unit_kind: kind, from_day: from, name, reason })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .execute()
    refuseUnlessAdded(added)
    const event = { action: 'unit.renamed', subject: subjectOf(unit), details: { name, from, reason, was } }
    return { result: true, event }
  })
