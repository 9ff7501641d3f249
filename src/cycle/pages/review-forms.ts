import { type Step, stepOrder, steps } from '../../domain/cycle/step.ts'
import { stepActions } from '../../domain/cycle/who-acts.ts'
import { type Form, form, type Read } from '../../web/form.ts'
import { orConflict } from '../../web/or-conflict.ts'
import { type AgreeInput, agreeTo, type SendBackInput, sendBack } from '../decide.ts'
import { withChecks } from './agree-forms.ts'
import { reviewPage } from './review.ts'
import { stepWords } from './step-words.ts'

type Decided =
  | { readonly kind: 'agreed'; readonly input: AgreeInput }
  | { readonly kind: 'sent-back'; readonly input: SendBackInput }

/** As many characters as an officer can be expected to read before they mend something. */
const MOST_CHARACTERS = 1000

/** One answer is agreed to or sent back, by one command. */
export const reviewForms: readonly Form[] = stepOrder.map((step) =>
  form({
    path: `/cycles/:slug/${stepWords[step].noun}/:code`,
    action: stepActions[step],
    page: reviewPage,
    read: (body, { params }) => readDecision(body, step, params.slug, params.code),
    run: (db, actor, { kind, input }) =>
      orConflict('seen', async () => {
        if (kind === 'agreed') await agreeTo(db, actor, input)
        else await sendBack(db, actor, input)
        return kind
      }),
    leadsTo: (kind, { params }) =>
      `/cycles/${params.slug}/${step}?done=${kind}${kind === 'agreed' ? '&of=1' : ''}`,
  }),
)

function readDecision(body: URLSearchParams, step: Step, quarter: string, code: string): Read<Decided> {
  const looked = { measure: code, number: Number(body.get('seen')) || 0 }
  const reason = (body.get('reason') ?? '').trim()
  if (body.get('decision') === 'sent-back') return readSentBack({ quarter, step, reason, ...looked })
  if (reason !== '')
    return refused(
      `You wrote what is to be put right and pressed ‘${stepWords[step].verb}’. Empty this to have it ${steps[step].done}, or send it back`,
    )
  const checked = withChecks(body, step, [looked])
  return checked.ok
    ? { ok: true, input: { kind: 'agreed', input: { quarter, step, ...checked.input } } }
    : checked
}

function readSentBack(input: SendBackInput): Read<Decided> {
  const { length } = input.reason
  if (length === 0) return refused('Say what is to be put right, so that the officer can mend it')
  if (length > MOST_CHARACTERS)
    return refused(`Shorten this to ${MOST_CHARACTERS} characters: it has ${length}`)
  return { ok: true, input: { kind: 'sent-back', input } }
}

const refused = (text: string): Read<Decided> => ({ ok: false, problems: [{ field: 'reason', text }] })
