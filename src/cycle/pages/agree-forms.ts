import { isAssuranceCheck } from '../../domain/cycle/assurance-checks.ts'
import { type Step, stepOrder } from '../../domain/cycle/step.ts'
import { stepActions } from '../../domain/cycle/who-acts.ts'
import { type Form, form, type Read } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { type AgreeInput, agreeTo, type Looked } from '../decide.ts'
import { stepWords } from './step-words.ts'
import { waitingPages } from './waiting.ts'

type Agreed = Pick<AgreeInput, 'answers' | 'checked'>

/** Agrees to several answers of a list at once, by one command: to all of them or to none. */
export const agreeForms: readonly Form[] = stepOrder.map((step) =>
  form({
    path: `/cycles/:slug/${stepWords[step].noun}`,
    action: stepActions[step],
    page: waitingPages[step],
    read: (body) => readAgreed(body, step),
    run: (db, actor, input, { params }) =>
      orConflict('answers', () => agreeTo(db, actor, { quarter: params.slug, step, ...input })),
    leadsTo: (count, { params }) => `/cycles/${params.slug}/${step}?done=agreed&of=${count}`,
  }),
)

function readAgreed(body: URLSearchParams, step: Step): Read<Agreed> {
  const chosen = [...new Set(body.getAll(body.get('all') === null ? 'answer' : 'shown'))]
  const answers = chosen.flatMap((text) => lookedAt(text) ?? [])
  if (answers.length === 0)
    return {
      ok: false,
      problems: [
        { field: 'answers', text: `Tick at least one answer to ${stepWords[step].verb.toLowerCase()}` },
      ],
    }
  return withChecks(body, step, answers)
}

/** What was checked goes with an assurance, which without it would be a click only. */
export function withChecks(body: URLSearchParams, step: Step, answers: readonly Looked[]): Read<Agreed> {
  if (step !== 'assurance') return { ok: true, input: { answers } }
  const checked = body.getAll('checked').filter(isAssuranceCheck)
  if (checked.length === 0)
    return {
      ok: false,
      problems: [{ field: 'checked', text: 'Tick what you have checked: it is kept with the assurance' }],
    }
  return { ok: true, input: { answers, checked } }
}

/** 'sm-01:2': the second answer for sm-01. */
export function lookedAt(text: string): Looked | null {
  const [, measure = '', number = ''] = /^([a-z0-9-]{1,60}):(\d{1,6})$/.exec(text) ?? []
  return measure === '' ? null : { measure, number: Number(number) }
}
