import type { Unit } from '../access/unit.ts'
import { dayText } from '../period-text.ts'
import type { Wrong } from './check-move.ts'
import {
  nameOn,
  type OrganisationFacts,
  organisationOn,
  partsBelow,
  type Standing,
  standingOf,
} from './organisation-on.ts'
import { type Part, partText, samePart } from './part.ts'

/** `on` is the first day on which it is no longer there. */
export type Closing = { readonly part: Part; readonly on: string; readonly into: Unit | null }

/** What stands against closing a part, in words with the remedy; nothing when it can be closed. */
export function wrongWithClosure(facts: OrganisationFacts, closing: Closing): readonly Wrong[] {
  const { part, on } = closing
  const organisation = organisationOn(on, facts)
  const standing = standingOf(organisation, part)
  const name = nameOn(organisation, part)
  const wrong: Wrong[] = []
  if (standing?.began && on <= standing.began)
    wrong.push({ field: 'on', text: `${name} began on ${dayText(standing.began)}. Enter a later day.` })
  const left = leftBehind(facts, closing)
  if (left.length > 0)
    wrong.push({
      field: 'on',
      text: `${name} still holds ${left.map((each) => each.name).join(', ')}. Record where they belong from ${dayText(on)} on first.`,
    })
  return [...wrong, ...wrongWithInto(facts, closing)]
}

/** What would belong to a closed unit, on the day it closes or any later day of which something is known. */
function leftBehind(facts: OrganisationFacts, { part, on }: Closing): readonly Standing[] {
  const days = new Set([on, ...facts.placements.map(({ from }) => from).filter((from) => from > on)])
  const left = [...days].flatMap((day) => partsBelow(organisationOn(day, facts), part))
  return [...new Map(left.map((each) => [partText(each.part), each])).values()]
}

function wrongWithInto(facts: OrganisationFacts, { part, on, into }: Closing): readonly Wrong[] {
  if (into === null || into.kind === 'council') return []
  const says = (text: string): readonly Wrong[] => [{ field: 'into', text }]
  if (samePart(into, part))
    return says('Its work cannot go to itself. Choose another, or that its work ends.')
  if ((into.kind === 'portfolio') !== (part.kind === 'portfolio'))
    return says('The work of a portfolio goes to a portfolio, and other work to a unit of officers.')
  const organisation = organisationOn(on, facts)
  const taking = standingOf(organisation, into)
  if (taking === null) return says(`There is no ${into.kind} '${into.code}' in the register. Choose another.`)
  if (taking.state === 'open') return []
  return says(`${taking.name} is not there on ${dayText(on)}. Choose one that is.`)
}
