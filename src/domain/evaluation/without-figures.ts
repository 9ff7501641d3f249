import type { Observation } from '../measures/observation.ts'
import { addDays } from '../period.ts'
import { dayText } from '../period-text.ts'
import { comparison } from './comparison.ts'
import { noDataQuality } from './data-quality.ts'
import type { Evaluation, EvaluationInput } from './evaluation.ts'
import { exceptionsOf } from './exceptions.ts'
import { noOutlook } from './outlook.ts'
import { rag } from './rag.ts'
import { noTrend } from './recent-trend.ts'
import { travelFromPrevious, travelOverYear } from './travel.ts'
import { noVariation } from './variation.ts'

/** Missing stays missing: nothing is said but that there is no figure, and why. */
export function withoutFigures(
  { measure, series, cutOff, lastAudited = null }: EvaluationInput,
  history: readonly Observation[],
  later: readonly Observation[],
): Evaluation {
  const unit = series?.unit ?? 'count'
  const decimals = series?.decimals ?? 0
  const goodDirection = series?.goodDirection ?? measure.goodDirection
  const contextual = measure.informationType === 'contextual-indicator'
  const says =
    series === null
      ? 'Not collected here: no figures have been sent, and no public series stands behind this measure.'
      : `No figure is held for a period that had ended by ${dayText(addDays(cutOff, -1))}.`
  const travel = { latest: null, history, goodDirection, unit, decimals, breaks: [] }
  const none = { value: null, england: null, region: null }
  const parts = {
    target: null,
    rag: rag({ value: null, target: null, goodDirection, contextual, unit, decimals }),
    overYear: travelOverYear(travel),
    fromPrevious: travelFromPrevious(travel),
    variation: noVariation,
    recentTrend: noTrend,
    change: { state: 'unknown', kind: 'level', isFirm: false },
    assurance: { type: 'not-said', says: 'There is no figure to judge.' },
    comparison: comparison({
      ...none,
      neighbours: [],
      goodDirection,
      isCount: unit === 'count',
      unit,
      decimals,
    }),
    outlook: noOutlook('No outlook: there is no figure.'),
    dataQuality: { ...noDataQuality, says, lastAudited },
    position: 'no-figures',
  } as const
  // A measure that nobody collects is a break in the golden thread, told there; a series without its figure is an exception.
  const exceptions = series === null || series.match === 'proxy' ? [] : exceptionsOf(parts)
  return { latest: null, history, later, ...parts, exceptions, sentence: says, verdict: says }
}
