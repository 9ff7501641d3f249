import { type Unit, unitText, wholeCouncil } from '../domain/access/unit.ts'
import { nameOn, type Organisation } from '../domain/organisation/organisation-on.ts'

/** Anything a unit answers for, with the unit and those above it. */
type Placed = { readonly unit: Unit; readonly chain: readonly Unit[] }

export type BoardGroup<Each> = {
  /** The directorate; the council where no unit answers; null for units that belong to no directorate. */
  readonly unit: Unit | null
  readonly name: string
  readonly requests: readonly Each[]
  /** By the unit that answers. */
  readonly services: readonly {
    readonly unit: Unit
    readonly name: string
    readonly requests: readonly Each[]
  }[]
}

export const unassignedName = 'No unit answers'

/** Requests by directorate in the order of the register, and in it by the unit that answers; what nobody answers for is last. */
export function boardGroups<Each extends Placed>(
  requests: readonly Each[],
  organisation: Organisation,
): BoardGroup<Each>[] {
  const order = [...organisation.standings.keys()]
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  const byPlace = <Keyed extends { readonly unit: Unit | null }>(all: readonly Keyed[]) =>
    all.toSorted((a, b) => place(a.unit ? unitText(a.unit) : '') - place(b.unit ? unitText(b.unit) : ''))
  const groups = [...Map.groupBy(requests, (each) => keyOf(each))].map(([key, all]) => {
    const unit = headOf(all[0])
    const services = [...Map.groupBy(all, (each) => unitText(each.unit)).values()].flatMap((own) =>
      own[0] ? [{ unit: own[0].unit, name: nameOn(organisation, own[0].unit), requests: own }] : [],
    )
    const name = key === 'council' ? unassignedName : unit ? nameOn(organisation, unit) : 'In no directorate'
    return { unit, name, requests: all, services: byPlace(services) }
  })
  const unassigned = groups.filter(({ unit }) => unit?.kind === 'council')
  const others = groups.filter(({ unit }) => unit === null)
  return [
    ...byPlace(groups.filter((each) => !unassigned.includes(each) && !others.includes(each))),
    ...others,
    ...unassigned,
  ]
}

const keyOf = (placed: Placed): string => {
  const head = headOf(placed)
  return head === null ? '' : unitText(head)
}

function headOf(placed: Placed | undefined): Unit | null {
  if (placed === undefined) return null
  if (placed.unit.kind === 'council') return wholeCouncil
  return placed.chain.find(({ kind }) => kind === 'directorate') ?? null
}
