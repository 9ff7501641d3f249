import { type Step, steps } from '../../domain/signals/signal.ts'
import { form, type Problem } from '../../web/form.ts'
import { todayOf } from '../../web/site.ts'
import { replyToOutcome, type StepInput, takeSignalStep } from '../commands.ts'
import { numberIn, signalPage } from './show.ts'

const LONGEST = 2000

function wordsIn(body: URLSearchParams, needed: string | null, problems: Problem[]): string | null {
  const words = (body.get('words') ?? '').trim()
  if (words === '' && needed !== null) problems.push({ field: 'words', text: needed })
  if (words.length > LONGEST) problems.push({ field: 'words', text: `Write at most ${LONGEST} characters` })
  return words === '' ? null : words
}

const isReply = (step: string): boolean => step === 'settled' || step === 'not-settled'

export const stepForm = form({
  path: '/signals/:id/steps',
  action: 'signal.act',
  page: signalPage,
  read: (body) => {
    const problems: Problem[] = []
    const step = body.get('step') ?? ''
    const forum = body.get('forum') || null
    if (!Object.hasOwn(steps, step) || isReply(step))
      problems.push({ field: 'step', text: 'Choose the next step' })
    const words = wordsIn(body, step === 'taken-up' ? null : 'Say it in words', problems)
    if (step === 'put-to-forum' && forum === null)
      problems.push({ field: 'forum', text: 'Choose the forum it is put to' })
    if (problems.length > 0) return { ok: false, problems }
    const seen = Number(body.get('seen')) || 0
    return { ok: true, input: { seen, words, forum, step: step as Exclude<Step, 'settled' | 'not-settled'> } }
  },
  run: async (db, actor, input, { params, site }) => {
    const step: StepInput = { ...input, id: numberIn(params.id), today: todayOf(site) }
    await takeSignalStep(db, actor, step)
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/signals/${params.id}?done=step`,
})

export const replyForm = form({
  path: '/signals/:id/reply',
  action: 'signal.raise',
  page: signalPage,
  read: (body) => {
    const problems: Problem[] = []
    const reply = body.get('reply') ?? ''
    if (!isReply(reply)) problems.push({ field: 'reply', text: 'Choose whether this answers it' })
    const words = wordsIn(body, reply === 'not-settled' ? 'Say what is still open' : null, problems)
    if (problems.length > 0) return { ok: false, problems }
    const seen = Number(body.get('seen')) || 0
    return { ok: true, input: { seen, words, reply: reply as 'settled' | 'not-settled' } }
  },
  run: async (db, actor, input, { params, site }) => {
    await replyToOutcome(db, actor, { ...input, id: numberIn(params.id), today: todayOf(site) })
    return { ok: true, result: null }
  },
  leadsTo: (_, { params }) => `/signals/${params.id}?done=replied`,
})
