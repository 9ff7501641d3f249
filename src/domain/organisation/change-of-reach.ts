import { type Grant, inForceOn } from '../access/grant.ts'
import { reaches, sameUnit, type Unit } from '../access/unit.ts'

/** Of roles held on a day, which stop and which begin to reach something when what stands above it changes. */
export function changeOfReach<Held extends Grant>(
  grants: readonly Held[],
  day: string,
  { before, after }: { readonly before: readonly Unit[]; readonly after: readonly Unit[] },
): { readonly lose: readonly Held[]; readonly gain: readonly Held[] } {
  const held = grants.filter((grant) => inForceOn(grant, day))
  return {
    lose: held.filter(({ unit }) => reaches(unit, before) && !reaches(unit, after)),
    gain: held.filter(({ unit }) => !reaches(unit, before) && reaches(unit, after)),
  }
}

/** The roles of the units of a chain, nearest first: those of the unit itself before those above it. */
export const nearestFirst = <Held extends Grant>(
  grants: readonly Held[],
  day: string,
  chain: readonly Unit[],
): readonly Held[] => {
  const distance = ({ unit }: Held) => chain.findIndex((each) => sameUnit(each, unit))
  return grants
    .filter((grant) => inForceOn(grant, day) && distance(grant) >= 0)
    .toSorted((a, b) => distance(a) - distance(b))
}
