import { can } from '../../domain/access/can.ts'
import type { Actor } from '../../domain/access/roles.ts'
import { nextStep } from '../../domain/cycle/request-state.ts'
import { isStep, type Step, steps } from '../../domain/cycle/step.ts'
import { stepActions } from '../../domain/cycle/who-acts.ts'
import { whyNotThem, whyNotYet } from '../../domain/cycle/who-decides.ts'
import { formView } from '../../web/form-view.ts'
import { page } from '../../web/page.ts'
import { todayOf } from '../../web/site.ts'
import { type ReviewFacts, reviewFacts } from '../review-facts.ts'
import { checksView } from './checks-view.ts'
import { cycleCrumbs } from './cycle-words.ts'
import { reviewView } from './review-view.ts'
import { stepWords } from './step-words.ts'

/** One answer by itself, with everything that bears on it, and the two things that can be done with it. */
export const reviewPage = page({
  path: '/cycles/:slug/review/:code',
  action: 'cycle.view',
  template: 'cycle/pages/review.njk',
  view: async (asked) => {
    const { db, actor, params, query, site, typed } = asked
    const facts = await reviewFacts(db, actor, params.slug, params.code)
    const { cycle } = facts.board
    const { code } = facts.request.measure
    const given = typed.body.get('step') ?? query.get('step') ?? ''
    const step = isStep(given) ? given : (nextStep(facts.request.state) ?? 'confirmation')
    const checked = typed.body.getAll('checked')
    return {
      ...reviewView(facts, actor, todayOf(site)),
      // The answer that is on the page now: what was typed may have been about one before it.
      seen: String(facts.request.answer?.number ?? 0),
      step: {
        name: step,
        asks: steps[step].asks,
        verb: stepWords[step].verb,
        whyNot: whyNotNow(facts, actor, step),
        checks: checksView(step, checked),
      },
      form: formView(asked, `/cycles/${cycle.slug}/${stepWords[step].noun}/${code}`, {
        seen: '',
        reason: '',
        checked: '',
      }),
    }
  },
  title: ({ title, name }) => `${title}, ${name}`,
  breadcrumbs: cycleCrumbs,
})

/** Why the reader can do nothing at this step; null when they can. */
function whyNotNow({ board, request }: ReviewFacts, actor: Actor, step: Step): string | null {
  const { answer, state, chain, decisions } = request
  if (board.cycle.lock)
    return 'The quarter is locked: what it shows is published, and a change to it is a correction.'
  if (answer === null) return 'Nobody has answered yet, so there is nothing to agree to.'
  if (state === 'assured') return 'It has been agreed to at every step.'
  if (state === 'sent-back') return 'It was sent back, and waits for a new answer.'
  const allowed = can(actor, stepActions[step], { units: chain })
  if (!allowed.allowed) return allowed.reason
  const person = { accountId: actor.accountId ?? null, name: actor.name }
  return whyNotYet(step, nextStep(state)) ?? whyNotThem(person, step, answer.by, decisions)
}
