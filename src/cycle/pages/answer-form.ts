import { form, type Problem } from '../../web/form.ts'
import { type AnswersResult, answerRequests } from '../answer-requests.ts'
import { answerPage } from './answer.ts'
import { type AnswerTyped, figureKey, readAnswer } from './answer-fields.ts'

export const answerForm = form({
  path: '/cycles/:quarter/answers/:measure',
  action: 'cycle.answer',
  page: answerPage,
  read: (body) => ({ ok: true, input: readAnswer(body) }),
  run: async (db, actor, typed, { params }) => {
    const measure = params.measure.toLowerCase()
    const { given, seen, sure } = typed
    const result = await answerRequests(db, actor, {
      quarter: params.quarter.toLowerCase(),
      origin: 'form',
      acceptWarnings: sure !== '' && sure === figureKey(given),
      answers: [{ measure, seen, given }],
    })
    if (result.stored) return { ok: true, result: measure }
    return { ok: false, problems: problemsOf(result, typed) }
  },
  leadsTo: (measure) => `/my?answered=${encodeURIComponent(measure)}`,
})

/** What somebody else gave stands first, then what is wrong; what is only asked about comes when nothing is. */
function problemsOf({ conflicts, problems, warnings }: AnswersResult, { rows }: AnswerTyped): Problem[] {
  const theirs = conflicts.map(({ by }) => ({
    field: 'replace',
    text: `${by.name} answered while you were writing. See both answers below and choose which is to count`,
  }))
  const wrong = problems.map(({ field, text, part, at }) => ({
    field: field === 'evidence' && part !== undefined ? `${part}${rows[at ?? 0] ?? 1}` : field,
    text,
  }))
  const asked =
    wrong.length > 0
      ? []
      : warnings.map(({ text }) => ({ field: 'sure', text: `Please look again. ${text}` }))
  return [...theirs, ...wrong, ...asked]
}
