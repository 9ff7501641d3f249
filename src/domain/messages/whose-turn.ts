import { type Grant, inForceOn } from '../access/grant.ts'
import type { Role } from '../access/roles.ts'
import { sameUnit, type Unit } from '../access/unit.ts'
import { type Turn, turns } from './turn.ts'

/** Somebody who can be written to: their account is active. */
export type Holder = { readonly accountId: number; readonly grants: readonly Grant[] }

/** Up this ladder goes what nobody does. */
const ladder: readonly Role[] = ['frontline', 'service-manager', 'assistant-director', 'executive-director']

export type WhoseTurn = {
  /** Who is to do it. */
  readonly doers: readonly number[]
  /** Who is told when it is long late, none of them a doer. */
  readonly managers: readonly number[]
}

/**
 * Who is to do something for a unit: whoever holds the role over the nearest unit of `chain`, which begins with the unit
 * itself; where nobody holds it, the next role up. While somebody stands in for a holder, it is they and not the holder.
 */
export function whoseTurn(
  turn: Turn,
  chain: readonly Unit[],
  people: readonly Holder[],
  today: string,
): WhoseTurn {
  const from = ladder.indexOf(turns[turn].from)
  if (from < 0) return { doers: holdersOf(turns[turn].from, chain, people, today), managers: [] }
  const rungs = ladder.slice(from).map((role) => holdersOf(role, chain, people, today))
  const first = rungs.findIndex((holders) => holders.length > 0)
  const doers = rungs[first] ?? []
  const above = rungs.slice(first + 1).map((holders) => holders.filter((id) => !doers.includes(id)))
  return { doers, managers: above.find((holders) => holders.length > 0) ?? [] }
}

function holdersOf(role: Role, chain: readonly Unit[], people: readonly Holder[], today: string): number[] {
  for (const unit of chain) {
    const held = people.flatMap(({ accountId, grants }) =>
      grants
        .filter((grant) => grant.role === role && sameUnit(grant.unit, unit) && inForceOn(grant, today))
        .map((grant) => ({ accountId, grant })),
    )
    const away = held.map(({ grant }) => (grant.kind === 'delegated' ? grant.onBehalfOf : null))
    const here = held.filter(
      ({ accountId, grant }) => grant.kind === 'delegated' || !away.includes(accountId),
    )
    if (here.length > 0) return [...new Set(here.map(({ accountId }) => accountId))]
  }
  return []
}
