import { nameOn, type OrganisationFacts, organisationOn } from '../domain/organisation/organisation-on.ts'
import { type Part, samePart } from '../domain/organisation/part.ts'
import { dayText } from '../domain/period-text.ts'

export type PartChange = {
  readonly day: string
  readonly from: string
  readonly what: string
  readonly reason: string
  readonly illustrative: boolean
  /** A later recording for the same day took its place; it stays to be seen. */
  readonly replaced: boolean
}

/** Everything that happened to a part, latest first: where it came to belong, what it came to be called, its end. */
export function partHistory(facts: OrganisationFacts, part: Part): PartChange[] {
  const own = <Each extends { readonly part: Part }>(all: readonly Each[]): Each[] =>
    all.filter((each) => samePart(each.part, part))
  const began = own(facts.registers).flatMap(({ began, illustrative }) =>
    began === null
      ? []
      : [{ day: began, number: 0, what: 'It began', reason: '', illustrative, replaced: false }],
  )
  const moves = own(facts.placements)
  const names = own(facts.namings)
  const closures = own(facts.closures)
  const called = (day: string, unit: Part) => nameOn(organisationOn(day, facts), unit)
  const isLater = (a: { number: number }, b: { number: number }) => b.number > a.number
  return [
    ...began,
    ...moves.map((move) => ({
      ...move,
      day: move.from,
      what: `Belongs to ${called(move.from, move.parent)}${move.parent.kind === 'portfolio' ? ' (portfolio)' : ''}`,
      replaced: moves.some(
        (other) =>
          other.from === move.from &&
          (other.parent.kind === 'portfolio') === (move.parent.kind === 'portfolio') &&
          isLater(move, other),
      ),
    })),
    ...names.map((naming) => ({
      ...naming,
      day: naming.from,
      what: `Called ${naming.name}`,
      replaced: names.some((other) => other.from === naming.from && isLater(naming, other)),
    })),
    ...closures.map((closure) => ({
      ...closure,
      day: closure.on,
      what:
        closure.into === null
          ? 'Closed; its work ended'
          : `Closed; its work went to ${called(closure.on, closure.into)}`,
      replaced: closures.some((other) => isLater(closure, other)),
    })),
  ]
    .toSorted((a, b) => (a.day === b.day ? b.number - a.number : a.day < b.day ? 1 : -1))
    .map(({ day, what, reason, illustrative, replaced }) => ({
      day,
      from: dayText(day),
      what,
      reason,
      illustrative,
      replaced,
    }))
}
