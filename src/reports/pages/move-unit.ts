import { NotFound } from '../../access/refusals.ts'
import type { Db } from '../../db/database.ts'
import {
  isOfficerLine,
  nameOn,
  organisationOn,
  partsBelow,
} from '../../domain/organisation/organisation-on.ts'
import { fittingParents, partText, samePart, unitOf } from '../../domain/organisation/part.ts'
import { addDays } from '../../domain/period.ts'
import { dayText } from '../../domain/period-text.ts'
import { isAsked, questionView } from '../../organisation/asked-change.ts'
import { partAddress, partAt, partFor, type ShownPart } from '../../organisation/part-address.ts'
import { placeUnit } from '../../organisation/place-unit.ts'
import { inSentence, unitItems } from '../../organisation/read-change.ts'
import { type AskedMove, readMove } from '../../organisation/read-move.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { whatFollows } from '../what-follows.ts'

const fields = ['parent', 'from', 'reason'] as const

/** Asks where a unit goes and when, then says what follows, then records it. */
export const moveUnitPage = page({
  path: '/organisation/:kind/:code/move',
  action: 'organisation.keep',
  template: 'reports/pages/move-unit.njk',
  view: async (asked) => {
    const { db, query } = asked
    const shown = await partFor(db, asked)
    const { part, standing, organisation, facts } = shown
    const address = partAddress(part)
    if (fittingParents[part.kind].length === 0)
      throw new NotFound(`A ${part.kind} is the council’s own and is not moved.`, [
        { text: standing.name, href: address },
      ])
    const read = isAsked(query, fields) ? readMove(query, part, facts) : null
    const move = read?.ok ? read.input : null
    const question = questionView(`${address}/move`, fields, query, read?.ok === false ? read.problems : [])
    return {
      name: standing.name,
      address,
      now: nowText(shown),
      question,
      parents: unitItems(organisation, fittingParents[part.kind], {
        chosen: question.values.parent,
        without: part,
        none: 'Choose what it will belong to',
      }),
      follows: move === null ? null : await moveFollows(db, shown, move),
      confirm: formView(asked, `${address}/move`, {
        parent: query.get('parent') ?? '',
        from: query.get('from') ?? '',
        reason: query.get('reason') ?? '',
        seen: String(placementsOf(shown)),
      }),
    }
  },
  title: ({ name, follows }) => (follows === null ? `Move ${name}` : `Check the move of ${name}`),
  breadcrumbs: ({ name, address }) => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: name, href: address },
  ],
})

export const moveUnitForm = form({
  path: '/organisation/:kind/:code/move',
  action: 'organisation.keep',
  page: moveUnitPage,
  read: (body, { params }) => {
    const read = readMove(body, partAt(params), null)
    return read.ok ? { ok: true, input: { ...read.input, seen: Number(body.get('seen')) } } : read
  },
  run: async (db, actor, { parent, from, reason, seen }, { params }) => ({
    ok: true,
    result: await placeUnit(db, actor, { unit: partAt(params), parent, from, reason, seen }),
  }),
  leadsTo: (moved, { params }) => `${partAddress(partAt(params))}?done=${moved ? 'moved' : 'unchanged'}`,
})

const placementsOf = ({ facts, part }: ShownPart): number =>
  facts.placements.filter((each) => samePart(each.part, part)).length

function nowText({ standing, organisation, day }: ShownPart): string {
  const { parent, portfolio, name } = standing
  const placed = [parent, portfolio].flatMap((placement) =>
    placement === null
      ? []
      : `${inSentence(organisation, placement.parent)} since ${dayText(placement.from)}`,
  )
  return placed.length === 0
    ? `No source says where ${name} belongs on ${dayText(day)}.`
    : `${name} belongs to ${placed.join(', and to ')}.`
}

/** What the move leads to, in sentences. */
async function moveFollows(db: Db, { part, facts }: ShownPart, { parent, from, reason }: AskedMove) {
  const placement = { part, parent, from, reason, illustrative: false, number: Number.MAX_SAFE_INTEGER }
  const changed = { ...facts, placements: [...facts.placements, placement] }
  const organisation = organisationOn(from, facts)
  const standing = organisation.standings.get(partText(part))
  const name = nameOn(organisation, part)
  const was = isOfficerLine({ parent }) ? standing?.parent : standing?.portfolio
  const lastDay = dayText(addDays(from, -1))
  const before =
    was === null || was === undefined
      ? `Until ${lastDay} it stays as it is: nothing says where it belonged.`
      : `Until ${lastDay} it still belongs to ${inSentence(organisation, was.parent)}, and what is asked of that time follows that.`
  const unit = unitOf(part)
  const below = partsBelow(organisation, part).map(({ name }) => name)
  const roles = unit === null ? null : await whatFollows(db, unit, { day: from, facts, changed })
  return {
    sentences: [
      `${name} belongs to ${inSentence(organisation, parent)} from ${dayText(from)} on.`,
      before,
      ...(below.length > 0 ? [`With it ${below.length === 1 ? 'goes' : 'go'} ${below.join(', ')}.`] : []),
      ...(roles === null ? [] : [measuresText(roles.measures)]),
    ],
    lose: roles?.lose ?? [],
    gain: roles?.gain ?? [],
    reason,
  }
}

const measuresText = (count: number): string =>
  count === 0
    ? 'No measure is recorded as its to answer for, so that no sign-off changes.'
    : `It goes on answering for ${count === 1 ? 'its measure' : `its ${count} measures`}; who agrees to ${count === 1 ? 'it' : 'them'} above it changes as said below.`
