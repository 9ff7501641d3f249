import { type Unit, unitText } from '../domain/access/unit.ts'
import { nameOn, type Organisation } from '../domain/organisation/organisation-on.ts'
import { isOwed, type OpenRequest } from './open-requests.ts'

export type UnitChoice = {
  /** As in an address: 'service:housing'. */
  readonly value: string
  readonly name: string
  readonly owed: number
}

export const unitOf = ({ request }: OpenRequest): string => unitText(request.unit)

/** The units that are asked for something, the one with most to answer first. */
export function unitChoices(open: readonly OpenRequest[], organisation: Organisation): UnitChoice[] {
  const nameOf = (unit: Unit) => (unit.kind === 'council' ? 'The whole council' : nameOn(organisation, unit))
  return [...Map.groupBy(open, unitOf)]
    .flatMap(([value, its]) => {
      const unit = its[0]?.request.unit
      return unit === undefined ? [] : [{ value, name: nameOf(unit), owed: its.filter(isOwed).length }]
    })
    .toSorted((a, b) => b.owed - a.owed || a.name.localeCompare(b.name))
}
