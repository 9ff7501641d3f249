import { expectedWords } from '../../domain/cycle/expected-words.ts'
import { dueWords } from '../../domain/cycle/owed-words.ts'
import type { Expectation } from '../expectations.ts'
import type { OpenRequest } from '../open-requests.ts'
import { askedWords, figureText, howFar } from '../request-words.ts'

export const answerHref = ({ cycle, request }: OpenRequest): string =>
  `/cycles/${cycle.slug}/answers/${request.measure.code}`

/** One thing that is owed: what, by when, what came before, and why it came back. */
export function owedItem(open: OpenRequest, today: string, expected?: Expectation) {
  const { cycle, request } = open
  const back = request.decisions.findLast(({ decision }) => decision === 'sent-back')
  const due = dueWords(request.due ?? cycle.due.entry, today)
  return {
    href: answerHref(open),
    title: request.measure.title,
    due: due.text,
    isLate: due.isLate,
    asks: askedWords(request, expected),
    before: expected === undefined || request.asks === 'words' ? null : expectedWords(expected),
    sentBack: back === undefined ? null : { by: back.by.name, reason: back.reason ?? '' },
    illustrative: request.illustrative,
  }
}

export function doneItem(open: OpenRequest) {
  const { request } = open
  return {
    href: answerHref(open),
    title: request.measure.title,
    figure: request.answer === null ? '' : figureText(request, request.answer),
    state: howFar[request.state],
    illustrative: request.answer?.illustrative ?? request.illustrative,
  }
}
