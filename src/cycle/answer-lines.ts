import { evidenceKinds } from '../domain/cycle/answer-checks.ts'
import { commentaryQuestions, questionOrder } from '../domain/cycle/commentary-questions.ts'
import type { Answer } from './answers.ts'
import { figureText } from './request-words.ts'
import type { CycleRequest } from './requests.ts'

/** What was answered to one question. */
export type AnswerLine = { readonly term: string; readonly text: string }

/** An answer as it is read, question by question; what was left out is left out. */
export function answerLines(
  request: Pick<CycleRequest, 'measure' | 'asks'>,
  { value, given }: Pick<Answer, 'value' | 'given'>,
): AnswerLine[] {
  const line = (term: string, text: string) => (text.trim() === '' ? [] : [{ term, text }])
  const parts = given.numerator === '' ? '' : ` (${given.numerator} out of ${given.denominator})`
  return [
    ...(request.asks === 'figure'
      ? line('Figure', `${figureText(request, { value, given })}${value === null ? '' : parts}`)
      : []),
    ...line('How it was estimated', value === null || given.status !== 'estimated' ? '' : given.estimation),
    ...line('Why it cannot be supplied', given.cannotSupply),
    ...questionOrder.flatMap((name) => line(commentaryQuestions[name], given[name])),
    ...given.evidence.flatMap(({ kind, says, source }) =>
      line(
        (evidenceKinds as Readonly<Record<string, string>>)[kind] ?? 'Evidence',
        [says, source === '' ? '' : `(${source})`].filter(Boolean).join(' '),
      ),
    ),
  ]
}
