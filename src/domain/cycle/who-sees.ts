import { type Action, can } from '../access/can.ts'
import type { Actor } from '../access/roles.ts'
import { type Person, samePerson } from '../access/same-person.ts'
import type { Unit } from '../access/unit.ts'
import type { RequestState } from './request-state.ts'

/** What is known of an answer when somebody would read it. */
export type Readable = {
  readonly state: RequestState
  /** The unit that answers and those above it. */
  readonly chain: readonly Unit[]
  /** Null while nobody has answered. */
  readonly givenBy: Person | null
}

const working: readonly Action[] = ['cycle.answer', 'cycle.confirm', 'cycle.sign-off', 'cycle.assure']

/**
 * Whether somebody may read what was answered. That an answer is late or missing is for everybody; until it is assured its figure
 * and its words are a draft, for those who answer for the unit or agree for it, for those who keep the cycle, and for whoever
 * gave it.
 */
export function seesAnswer(actor: Actor, { state, chain, givenBy }: Readable): boolean {
  if (!can(actor, 'cycle.view').allowed) return false
  if (state === 'assured' || can(actor, 'cycle.open').allowed) return true
  if (givenBy !== null && samePerson({ accountId: actor.accountId ?? null, name: actor.name }, givenBy))
    return true
  return working.some((action) => can(actor, action, { units: chain }).allowed)
}

/** What is said in place of an answer that is not to be read yet. */
export const draftWords =
  'A draft until Performance and Business Intelligence has assured it: only those who answer or agree for this unit read it before.'
