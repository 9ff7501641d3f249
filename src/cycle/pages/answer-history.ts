import { steps } from '../../domain/cycle/step.ts'
import { momentText } from '../../web/moment-text.ts'
import { type AnswerLine, answerLines } from '../answer-lines.ts'
import type { Answer, DecisionMade } from '../answers.ts'
import type { CycleRequest } from '../requests.ts'

export type Happened = {
  readonly at: string
  readonly says: string
  /** What was asked about when it was given, and kept; why it was sent back. */
  readonly notes: readonly string[]
  /** An earlier answer in full; empty for the latest, which stands above. */
  readonly lines: readonly AnswerLine[]
  readonly illustrative: boolean
}

/** Everything that happened to the answer of one request, latest first. */
export function answerHistory(
  request: CycleRequest,
  answers: readonly Answer[],
  decisions: readonly DecisionMade[],
): Happened[] {
  const last = answers.at(-1)?.number
  const given = answers.map((answer) => ({
    instant: answer.at,
    says: `${answer.number === 1 ? 'Given' : 'Given again'} by ${answer.by.name}${origins[answer.origin]}`,
    notes: answer.doubts.map((doubt) => `Said to be right when asked: ${doubt}`),
    lines: answer.number === last ? [] : answerLines(request, answer),
    illustrative: answer.illustrative,
  }))
  const decided = decisions.map(({ at, step, decision, reason, by, together, illustrative }) => ({
    instant: at,
    says:
      decision === 'agreed'
        ? `${sentence(steps[step].done)} by ${by.name}${together ? ', together with others' : ''}`
        : `Sent back by ${by.name}`,
    notes: reason === null ? [] : [reason],
    lines: [],
    illustrative,
  }))
  return [...given, ...decided]
    .toSorted((a, b) => b.instant.localeCompare(a.instant))
    .map(({ instant, ...each }) => ({ ...each, at: momentText(instant) }))
}

const origins = { form: '', workbook: ' in a workbook', csv: ' in a file', api: ' by a program' } as const
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
