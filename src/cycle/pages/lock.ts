import { lockingOf } from '../../domain/cycle/locking.ts'
import { requestStates } from '../../domain/cycle/request-state.ts'
import { form } from '../../web/form.ts'
import { formView } from '../../web/form-view.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { type BoardFacts, boardFacts } from '../board-facts.ts'
import { lockQuarter } from '../lock-quarter.ts'
import type { CycleRequest } from '../requests.ts'
import { whomItWaitsFor } from '../whom-to-ask.ts'
import { cycleCrumbs, cycleName, lockText } from './cycle-words.ts'
import { reviewHref } from './step-words.ts'

/** What stands in the way of locking a quarter, what would be missing from it, and what locking does. */
export const lockPage = page({
  path: '/cycles/:slug/lock',
  action: 'cycle.lock',
  template: 'cycle/pages/lock.njk',
  view: async (asked) => {
    const facts = await boardFacts(asked.db, asked.params.slug)
    return {
      ...lockView(facts, todayOf(asked.site)),
      form: formView(asked, `/cycles/${facts.cycle.slug}/lock`, { gapsReason: '', lock: '' }),
    }
  },
  title: ({ name }) => `Lock the quarter, ${name}`,
  breadcrumbs: cycleCrumbs,
})

export const lockForm = form({
  path: '/cycles/:slug/lock',
  action: 'cycle.lock',
  page: lockPage,
  read: (body) => {
    const reason = (body.get('gapsReason') ?? '').trim()
    if (reason === '' && body.get('gaps') === 'yes')
      return {
        ok: false,
        problems: [{ field: 'gapsReason', text: 'Say why the quarter is locked without what is missing' }],
      }
    return { ok: true, input: { gapsReason: reason || null } }
  },
  run: (db, actor, input, { params }) =>
    orConflict('lock', () => lockQuarter(db, actor, { quarter: params.slug, ...input })),
  leadsTo: (_, { params }) => `/cycles/${params.slug}?done=locked`,
})

function lockView({ cycle, requests, holders }: BoardFacts, today: string) {
  const { blocking, gaps } = lockingOf(
    requests.map(({ measure, state }) => ({ measure: measure.code, state })),
  )
  const figures = requests.filter(
    ({ state, asks, answer }) => state === 'assured' && asks === 'figure' && answer?.value != null,
  ).length
  const row = (request: CycleRequest) => ({
    title: request.measure.title,
    href: reviewHref(cycle.slug, request.measure.code, null),
    state: requestStates[request.state].name,
    ask: whomItWaitsFor(request, holders, today),
  })
  const rowsOf = (codes: readonly string[]) =>
    requests.filter(({ measure }) => codes.includes(measure.code)).map(row)
  return {
    name: cycleName(cycle),
    slug: cycle.slug,
    illustrative: cycle.illustrative,
    locked: cycle.lock ? lockText(cycle) : null,
    blocking: rowsOf(blocking),
    gaps: rowsOf(gaps),
    willHappen: [
      `${figures === 1 ? '1 assured figure becomes' : `${figures} assured figures become`} the council’s, each with who gave it and when.`,
      'Nobody can answer or decide in this cycle any more.',
      'From then on a change to what the quarter shows is a correction, with its reason, on the measure’s own page.',
      ...(gaps.length > 0 ? ['The report prints what is missing, and your reason.'] : []),
    ],
  }
}
