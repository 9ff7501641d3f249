import { type Step, steps } from '../../domain/cycle/step.ts'
import { stepActions } from '../../domain/cycle/who-acts.ts'
import { formView } from '../../web/form-view.ts'
import { type Asked, type Page, page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { boardFacts } from '../board-facts.ts'
import { earlierFigures } from '../earlier-figures.ts'
import { remarksOf } from '../remarks-of.ts'
import { waitingFor } from '../waiting-for.ts'
import { cycleCrumbs, cycleName } from './cycle-words.ts'
import { stepWords } from './step-words.ts'
import { waitingView } from './waiting-view.ts'

const waitingPage = (step: Step) =>
  page({
    path: `/cycles/:slug/${step}`,
    action: stepActions[step],
    template: 'cycle/pages/waiting.njk',
    view: (asked) => waitingAt(step, asked, asked.params.slug),
    title: ({ title, name }) => `${title}, ${name}`,
    breadcrumbs: cycleCrumbs,
  })

/** A page for each step, on which its forms are shown again. */
export const waitingPages = {
  confirmation: waitingPage('confirmation'),
  'sign-off': waitingPage('sign-off'),
  assurance: waitingPage('assurance'),
} as const satisfies Record<Step, Page>

/** What waits for the reader at one step: the unremarkable together, the rest one by one. */
async function waitingAt(step: Step, asked: Omit<Asked, 'params'>, slug: string) {
  const { db, actor, query, site, typed } = asked
  const facts = await boardFacts(db, slug)
  const { cycle, requests } = facts
  const waiting = waitingFor(actor, step, requests, await remarksOf(db, actor, cycle.slug, requests))
  const shown = [...waiting.plain, ...waiting.remarkable.map(({ request }) => request)]
  return {
    ...waitingView(facts, waiting, {
      step,
      earlier: await earlierFigures(db, actor, shown),
      ticked: typed.body.getAll('answer'),
      checked: typed.body.getAll('checked'),
      today: todayOf(site),
    }),
    form: formView(asked, `/cycles/${cycle.slug}/${stepWords[step].noun}`, { answers: '', checked: '' }),
    slug: cycle.slug,
    name: cycleName(cycle),
    notice: noticeOf(step, query),
    locked: cycle.lock !== null,
  }
}

/** What has just been done, from the address it led to. */
function noticeOf(step: Step, query: URLSearchParams): string | null {
  const [done, of] = [query.get('done'), query.get('of') ?? '']
  if (done === 'agreed' && /^\d{1,4}$/.test(of))
    return of === '1' ? `1 figure is ${steps[step].done}.` : `${of} figures are ${steps[step].done}.`
  return done === 'sent-back' ? 'It is sent back. Whoever gave it sees your reason in their list.' : null
}
