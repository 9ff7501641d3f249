import type { Db } from '../../db/database.ts'
import { nameOn, organisationOn } from '../../domain/organisation/organisation-on.ts'
import { samePart, unitOf } from '../../domain/organisation/part.ts'
import { dayText } from '../../domain/period-text.ts'
import { isAsked, questionView } from '../../organisation/asked-change.ts'
import { closeUnit } from '../../organisation/close-unit.ts'
import { partAddress, partAt, partFor, type ShownPart } from '../../organisation/part-address.ts'
import { inSentence, unitItems } from '../../organisation/read-change.ts'
import { type AskedClosure, readClosure, workEnds } from '../../organisation/read-move.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { whatFollows } from '../what-follows.ts'

const fields = ['on', 'into', 'reason'] as const

/** Asks when a unit closes and where its work goes, then says what follows, then records it. */
export const closeUnitPage = page({
  path: '/organisation/:kind/:code/close',
  action: 'organisation.keep',
  template: 'reports/pages/close-unit.njk',
  view: async (asked) => {
    const { db, query } = asked
    const shown = await partFor(db, asked)
    const { part, standing, organisation, facts } = shown
    const address = partAddress(part)
    const read = isAsked(query, fields) ? readClosure(query, part, facts) : null
    const closure = read?.ok ? read.input : null
    const question = questionView(`${address}/close`, fields, query, read?.ok === false ? read.problems : [])
    const takers =
      part.kind === 'portfolio'
        ? (['portfolio'] as const)
        : (['council', 'directorate', 'service', 'team'] as const)
    const items = unitItems(organisation, takers, {
      chosen: question.values.into,
      without: part,
      none: 'Choose where its work goes',
    })
    return {
      name: standing.name,
      address,
      question,
      takers: [
        ...items,
        { value: workEnds, text: 'Nowhere: its work ends', selected: question.values.into === workEnds },
      ],
      follows: closure === null ? null : await closureFollows(db, shown, closure),
      confirm: formView(asked, `${address}/close`, {
        on: query.get('on') ?? '',
        into: query.get('into') ?? '',
        reason: query.get('reason') ?? '',
        seen: String(facts.closures.filter((each) => samePart(each.part, part)).length),
      }),
    }
  },
  title: ({ name, follows }) => (follows === null ? `Close ${name}` : `Check the closure of ${name}`),
  breadcrumbs: ({ name, address }) => [
    { text: 'How the council is organised', href: '/organisation' },
    { text: name, href: address },
  ],
})

export const closeUnitForm = form({
  path: '/organisation/:kind/:code/close',
  action: 'organisation.keep',
  page: closeUnitPage,
  read: (body, { params }) => {
    const read = readClosure(body, partAt(params), null)
    return read.ok ? { ok: true, input: { ...read.input, seen: Number(body.get('seen')) } } : read
  },
  run: async (db, actor, input, { params }) => ({
    ok: true,
    result: await closeUnit(db, actor, { unit: partAt(params), ...input }),
  }),
  leadsTo: (closed, { params }) => `${partAddress(partAt(params))}?done=${closed ? 'closed' : 'unchanged'}`,
})

async function closureFollows(db: Db, { part, facts }: ShownPart, { on, into, reason }: AskedClosure) {
  const closure = { part, on, into, reason, illustrative: false, number: Number.MAX_SAFE_INTEGER }
  const changed = { ...facts, closures: [...facts.closures, closure] }
  const organisation = organisationOn(on, facts)
  const name = nameOn(organisation, part)
  const unit = unitOf(part)
  const roles = unit === null ? null : await whatFollows(db, unit, { day: on, facts, changed })
  const count = roles?.measures ?? 0
  const measures = count === 1 ? 'its measure' : `its ${count} measures`
  return {
    sentences: [
      `${name} is no longer there from ${dayText(on)} on. Its past stays, at the same address.`,
      into === null
        ? 'Its work ends with it.'
        : `Its work goes to ${inSentence(organisation, into)}${count > 0 ? `, which answers for ${measures} from then on` : ''}.`,
      ...(into === null && count > 0
        ? [`What is above it answers for ${measures} until somebody else is assigned.`]
        : []),
    ],
    lose: roles?.lose ?? [],
    gain: roles?.gain ?? [],
    reason,
  }
}
