import { type AnswerGiven, evidenceKinds, MOST_CHARACTERS } from '../../domain/cycle/answer-checks.ts'
import { commentaryQuestions, questionOrder } from '../../domain/cycle/commentary-questions.ts'
import { formView } from '../../web/form-view.ts'
import { momentText } from '../../web/moment-text.ts'
import type { Asked } from '../../web/page.ts'
import { type AnswerLine, answerLines } from '../answer-lines.ts'
import type { Answer } from '../answers.ts'
import type { CycleRequest } from '../requests.ts'
import { evidenceRows, fieldsOf, figureKey, readAnswer } from './answer-fields.ts'

/** The form of an answer, with what was typed, what is wrong with it, and what somebody else gave meanwhile. */
export function answerFields(
  asked: Pick<Asked, 'visit' | 'typed' | 'path'>,
  request: CycleRequest,
  stands: AnswerGiven,
) {
  const form = formView(asked, asked.path, fieldsOf(stands, request.answer?.number ?? 0))
  const again = asked.typed.path === asked.path
  const typed = readAnswer(asked.typed.body)
  const problems = again ? asked.typed.problems : []
  const doubts = problems
    .filter(({ field }) => field === 'sure')
    .map(({ text }) => text.replace(/^Please look again\. /, ''))
  const conflicts = again && request.answer !== null && problems.some(({ field }) => field === 'replace')
  return {
    ...form,
    most: MOST_CHARACTERS,
    questions: questionOrder.map((name) => ({
      name,
      label: name === 'whatHappened' ? commentaryQuestions[name] : `${commentaryQuestions[name]} (optional)`,
      value: form.values[name],
      error: form.errors[name],
    })),
    statusItems: Object.entries(statuses).map(([value, text]) => ({ value, text })),
    cannotOpen: form.values.cannotSupply !== '' || form.errors.cannotSupply !== null,
    evidence: evidenceRows.map((row) => {
      const [kind, says, source] = [`kind${row}`, `says${row}`, `source${row}`] as const
      return {
        row,
        open:
          form.values[kind] + form.values[says] + form.values[source] !== '' ||
          [kind, says, source].some((name) => form.errors[name] !== null),
        kind: { name: kind, error: form.errors[kind], items: kindItems(form.values[kind]) },
        says: { name: says, value: form.values[says], error: form.errors[says] },
        source: { name: source, value: form.values[source], error: form.errors[source] },
      }
    }),
    doubts,
    sure: doubts.length > 0 || typed.sure !== '' ? figureKey(typed.given) : '',
    conflict: conflicts && request.answer !== null ? conflictOf(request, request.answer, typed.given) : null,
  }
}

const statuses = { final: 'Final', provisional: 'Provisional: it may still change', estimated: 'Estimated' }

const kindItems = (chosen: string) => [
  { value: '', text: 'Choose one', selected: chosen === '' },
  ...Object.entries(evidenceKinds).map(([value, text]) => ({ value, text, selected: value === chosen })),
]

/** Both answers, question by question. */
function conflictOf(request: CycleRequest, theirs: Answer, given: AnswerGiven) {
  const { value, numerator, denominator } = given
  const figure = value || (numerator === '' ? '' : `${numerator} out of ${denominator}`)
  const mine = answerLines({ ...request, asks: 'words' }, { value: null, given }).concat(
    figure === ''
      ? []
      : [{ term: 'Figure', text: given.status === 'final' ? figure : `${figure}, ${given.status}` }],
  )
  const other = answerLines(request, theirs)
  const terms = [...new Set([...other, ...mine].map(({ term }) => term))]
  const of = (lines: readonly AnswerLine[], term: string) =>
    lines
      .filter((line) => line.term === term)
      .map(({ text }) => text)
      .join('\n')
  return {
    by: theirs.by.name,
    at: momentText(theirs.at),
    number: String(theirs.number),
    rows: terms.map((term) => ({ term, mine: of(mine, term), theirs: of(other, term) })),
  }
}
