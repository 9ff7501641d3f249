import { type AnswerAsked, multiplierOf } from '../domain/cycle/answer-checks.ts'
import type { EarlierFigure } from './earlier-figures.ts'
import type { CycleRequest } from './requests.ts'

/** What an answer to a request is held against. */
export const answerAsked = (
  { asks, measure, period }: CycleRequest,
  earlier: readonly EarlierFigure[],
): AnswerAsked => ({
  asks,
  unit: measure.unit,
  multiplier: multiplierOf(measure.unit),
  period: { start: period.start, end: period.end },
  earlier: asks === 'figure' ? earlier : [],
})
