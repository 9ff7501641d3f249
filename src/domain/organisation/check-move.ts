import type { Unit } from '../access/unit.ts'
import { dayText } from '../period-text.ts'
import {
  chainOf,
  isOfficerLine,
  nameOn,
  type Organisation,
  type OrganisationFacts,
  organisationOn,
  standingOf,
} from './organisation-on.ts'
import { fittingParents, type Part, partKinds, samePart, unitOf } from './part.ts'

export type Move = { readonly part: Part; readonly parent: Unit; readonly from: string }

/** Beside which field, and what to do about it. */
export type Wrong = { readonly field: string; readonly text: string }

/** What stands against a move, in words with the remedy; nothing when it can be made. */
export function wrongWithMove(facts: OrganisationFacts, move: Move): readonly Wrong[] {
  const { part, parent, from } = move
  const organisation = organisationOn(from, facts)
  const moved = nameOn(organisation, part)
  const fitting: readonly string[] = fittingParents[part.kind]
  if (fitting.length === 0)
    return [{ field: 'parent', text: `${moved} is the council’s own and is not placed elsewhere.` }]
  if (samePart(part, parent))
    return [{ field: 'parent', text: `${moved} cannot belong to itself. Choose what stands above it.` }]
  if (!fitting.includes(parent.kind))
    return [
      {
        field: 'parent',
        text: `A ${partKinds[part.kind].toLowerCase()} cannot belong to a ${partKinds[parent.kind].toLowerCase()}. Choose a ${wordsOf(fitting)}.`,
      },
    ]
  const wrong = [
    ...wrongWithDay(organisation, part, from),
    ...(parent.kind === 'council' ? [] : wrongWithParent(facts, organisation, move)),
  ]
  return wrong.length > 0 ? wrong : wrongWithCircle(facts, organisation, move)
}

/** A day before it began, or from which it is closed, is no day for anything to happen to it. */
export function wrongWithDay(organisation: Organisation, part: Part, day: string): readonly Wrong[] {
  const standing = standingOf(organisation, part)
  const name = nameOn(organisation, part)
  if (standing?.state === 'not-begun')
    return [
      {
        field: 'from',
        text: `${name} began on ${dayText(standing.began ?? day)}. Enter that day or a later one.`,
      },
    ]
  if (standing?.state === 'closed')
    return [
      {
        field: 'from',
        text: `${name} closed on ${dayText(standing.closure?.on ?? day)}. Enter an earlier day.`,
      },
    ]
  return []
}

function wrongWithParent(
  facts: OrganisationFacts,
  organisation: Organisation,
  { part, parent, from }: Move,
): readonly Wrong[] {
  const above = standingOf(organisation, parent)
  if (above === null)
    return [
      {
        field: 'parent',
        text: `There is no ${parent.kind} '${parent.code}' in the register. Choose another.`,
      },
    ]
  if (above.state === 'not-begun')
    return [
      {
        field: 'parent',
        text: `${above.name} began only on ${dayText(above.began ?? from)}. Enter that day or a later one, or choose another.`,
      },
    ]
  const until = nextMove(facts, part, parent, from)
  const { closure } = above
  if (closure === null || (until !== null && until <= closure.on)) return []
  const work = closure.into === null ? '' : ` Its work goes to ${nameOn(organisation, closure.into)}.`
  return [
    {
      field: 'parent',
      text: `${above.name} ${closure.on <= from ? 'closed' : 'closes'} on ${dayText(closure.on)}.${work} Choose one that stays open.`,
    },
  ]
}

/** The day of the next move in the same line that is known already. */
const nextMove = ({ placements }: OrganisationFacts, part: Part, parent: Unit, from: string): string | null =>
  placements
    .filter(
      (each) =>
        samePart(each.part, part) && isOfficerLine(each) === isOfficerLine({ parent }) && each.from > from,
    )
    .map((each) => each.from)
    .toSorted()[0] ?? null

/** Only teams can stand above teams; moves known for later days count too. */
function wrongWithCircle(
  facts: OrganisationFacts,
  organisation: Organisation,
  { part, parent, from }: Move,
): readonly Wrong[] {
  const unit = unitOf(part)
  if (unit === null || parent.kind !== part.kind) return []
  const number = Math.max(0, ...facts.placements.map((each) => each.number)) + 1
  const placement = { part, parent, from, number, reason: '', illustrative: false }
  const after = { ...facts, placements: [...facts.placements, placement] }
  const days = [from, ...facts.placements.map((each) => each.from).filter((day) => day > from)]
  for (const day of new Set(days.toSorted())) {
    const then = organisationOn(day, after)
    const above = standingOf(then, part)?.parent?.parent
    if (above === undefined || !chainOf(then, above).some((each) => samePart(each, part))) continue
    const [lower, upper] = [nameOn(organisation, parent), nameOn(organisation, part)]
    return [
      {
        field: 'parent',
        text: `${lower} belongs to ${upper} on ${dayText(day)}, so ${upper} cannot belong to it. Move ${lower} first, or choose another.`,
      },
    ]
  }
  return []
}

const wordsOf = (kinds: readonly string[]): string =>
  kinds.map((kind) => (kind === 'council' ? 'directorate of the council itself' : kind)).join(', ')
