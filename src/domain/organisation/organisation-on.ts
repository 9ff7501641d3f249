import { type Unit, wholeCouncil } from '../access/unit.ts'
import { type Part, partText } from './part.ts'

type Recorded = {
  readonly part: Part
  /** In the order in which it was recorded: of two for the same day the later one counts. */
  readonly number: number
  readonly reason: string
  readonly illustrative: boolean
}

export type Register = {
  readonly part: Part
  /** What it was called when it was registered. */
  readonly name: string
  /** Null when no source says when it began. */
  readonly began: string | null
  readonly illustrative: boolean
}
export type Naming = Recorded & { readonly from: string; readonly name: string }
export type Placement = Recorded & { readonly from: string; readonly parent: Unit }
/** `on` is the first day on which it is no longer there; `into` null when its work ended with it. */
export type Closure = Recorded & { readonly on: string; readonly into: Unit | null }

/** Everything recorded of how the council is organised, in any order. */
export type OrganisationFacts = {
  readonly registers: readonly Register[]
  readonly namings: readonly Naming[]
  readonly placements: readonly Placement[]
  readonly closures: readonly Closure[]
}

export type Standing = {
  readonly part: Part
  readonly name: string
  readonly began: string | null
  readonly state: 'not-begun' | 'open' | 'closed'
  /** What it belongs to in the officers' line; null when it is not placed. */
  readonly parent: Placement | null
  /** The portfolio it falls into. */
  readonly portfolio: Placement | null
  /** How it closed, or will. */
  readonly closure: Closure | null
  readonly illustrative: boolean
}

export type Organisation = {
  readonly day: string
  /** By `partText`, in the order of the registers. The council itself is not among them. */
  readonly standings: ReadonlyMap<string, Standing>
}

/** The council as it stood on a day, as far as is known now. */
export function organisationOn(day: string, facts: OrganisationFacts): Organisation {
  const namings = Map.groupBy(facts.namings, ({ part }) => partText(part))
  const placements = Map.groupBy(facts.placements, ({ part }) => partText(part))
  const closures = Map.groupBy(facts.closures, ({ part }) => partText(part))
  const standings = new Map<string, Standing>()
  for (const { part, name, began, illustrative } of facts.registers) {
    const key = partText(part)
    const placed = placements.get(key) ?? []
    const closure = lastRecorded(closures.get(key) ?? [])
    standings.set(key, {
      part,
      name: inForce(namings.get(key) ?? [], day)?.name ?? name,
      began,
      state:
        began !== null && day < began
          ? 'not-begun'
          : closure !== null && closure.on <= day
            ? 'closed'
            : 'open',
      parent: inForce(placed.filter(isOfficerLine), day),
      portfolio: inForce(
        placed.filter((each) => !isOfficerLine(each)),
        day,
      ),
      closure,
      illustrative,
    })
  }
  return { day, standings }
}

export const isOfficerLine = ({ parent }: Pick<Placement, 'parent'>): boolean => parent.kind !== 'portfolio'

/** Of what is from a day on, what holds on `day`: the latest begun, and of those of one day the last recorded. */
export const inForce = <Each extends { readonly from: string; readonly number: number }>(
  all: readonly Each[],
  day: string,
): Each | null =>
  all
    .filter(({ from }) => from <= day)
    .reduce<Each | null>(
      (best, each) =>
        best === null || each.from > best.from || (each.from === best.from && each.number > best.number)
          ? each
          : best,
      null,
    )

const lastRecorded = (closures: readonly Closure[]): Closure | null =>
  closures.reduce<Closure | null>(
    (last, each) => (last === null || each.number > last.number ? each : last),
    null,
  )

export const standingOf = ({ standings }: Organisation, part: Part): Standing | null =>
  standings.get(partText(part)) ?? null

/** How a part was called on that day; the council by what it is, and one that is not registered by its code. */
export const nameOn = (organisation: Organisation, part: Part): string =>
  part.kind === 'council' ? 'the whole council' : (standingOf(organisation, part)?.name ?? part.code)

/** What belongs directly to a unit on that day, and is there. */
export const partsBelow = ({ standings }: Organisation, unit: Part): Standing[] =>
  [...standings.values()].filter(
    ({ state, parent, portfolio }) =>
      state === 'open' &&
      [parent, portfolio].some((line) => line !== null && partText(line.parent) === partText(unit)),
  )

/**
 * The unit and those above it, the council last: what permission asks for. Whoever the work of a closed unit went to
 * stands above it. A portfolio comes after the officers' line.
 */
export function chainOf(organisation: Organisation, unit: Unit): Unit[] {
  const seen = new Set<string>()
  const [line, portfolios]: [Unit[], Unit[]] = [[], []]
  const walk = (each: Unit): void => {
    if (each.kind === 'council' || seen.has(partText(each))) return
    seen.add(partText(each))
    ;(each.kind === 'portfolio' && line.length > 0 ? portfolios : line).push(each)
    const standing = standingOf(organisation, each)
    if (standing === null) return
    const into = standing.state === 'closed' ? (standing.closure?.into ?? null) : null
    if (into !== null) walk(into)
    else for (const placement of [standing.parent, standing.portfolio]) if (placement) walk(placement.parent)
  }
  walk(unit)
  return [...line, ...portfolios, wholeCouncil]
}
