import { endedBy, latestOf, type Observation, type Valued } from '../measures/observation.ts'
import { targetFor } from '../measures/target.ts'
import { type Period, samePeriod } from '../period.ts'
import { assuranceReading } from './assurance.ts'
import { changeOf } from './change.ts'
import { comparisonOf } from './comparators.ts'
import { dataQuality } from './data-quality.ts'
import type { Evaluation, EvaluationInput } from './evaluation.ts'
import { exceptionsOf } from './exceptions.ts'
import { heldAgainst } from './held-against.ts'
import { outlookOf } from './outlook.ts'
import { positionOf } from './position.ts'
import { rag } from './rag.ts'
import type { VariationReading, VariationType } from './readings.ts'
import { trendReading } from './recent-trend.ts'
import { segmentsOf } from './segments.ts'
import { timelineOf } from './timeline.ts'
import { type Travel, tempered, travelFromPrevious, travelOverYear } from './travel.ts'
import { limitsOfYear, variationReading } from './variation.ts'
import { sentenceFor, verdictOf } from './verdict.ts'
import { withoutFigures } from './without-figures.ts'

export type { Evaluation, EvaluationInput } from './evaluation.ts'
export type { Position } from './position.ts'

/** Judges one measure as it stood: every part from the figures, and one sentence and one list of exceptions from the parts. */
export function evaluate(input: EvaluationInput): Evaluation {
  const history = endedBy(input.observations, input.cutOff)
  const later = endedBy(input.observations, '9999-12-31').slice(history.length)
  const latest = input.series ? latestOf(history) : null
  if (!input.series || !latest) return withoutFigures(input, history, later)
  return evaluateLatest(input, input.series, { history, later, latest })
}

type Figures = {
  readonly history: readonly Observation[]
  readonly later: readonly Observation[]
  readonly latest: Valued
}

function evaluateLatest(
  input: EvaluationInput,
  series: NonNullable<EvaluationInput['series']>,
  { history, later, latest }: Figures,
): Evaluation {
  const { cutOff } = input
  const { unit, decimals, goodDirection, match, aggregation = 'none', rebases = [] } = series
  const told = { goodDirection, unit, decimals }
  const timeline = timelineOf(history, latest, series.frequency)
  const cuts = [...series.breaks, ...rebases]
  const segments = segmentsOf(timeline.slots, cuts)
  const { reading: variation, chart } = variationReading({ timeline, segments, ...told })
  const recentTrend = trendReading({ timeline, from: segments.starts.at(-1) ?? 0, goodDirection, unit })
  const change = changeOf(variation, recentTrend)
  // A target is set for the measure; figures of something merely related cannot meet or miss it.
  const isJudged = match !== 'proxy'
  const contextual = input.measure.informationType === 'contextual-indicator'
  const targets = isJudged && !contextual ? input.targets : []
  const target = isJudged ? targetFor(input.targets, latest.period) : null
  const held = contextual ? null : heldAgainst(timeline, target, aggregation, goodDirection)
  const status = rag({ value: latest.value, target, contextual, held, ...told })
  const assurance = assuranceReading({
    limits: limitsOfYear(chart, timeline.perYear),
    standing: variation.standing,
    variation,
    target: contextual || held ? null : target,
    noTarget: held ? 'The target is for a longer period than one figure.' : status.says,
    perYear: timeline.perYear,
    ...told,
  })
  const isMeeting = status.status === 'green' || status.status === 'exceeding'
  const withTrackRecord = input.withTrackRecord ?? false
  const outlook = outlookOf({
    timeline,
    cuts,
    targets,
    aggregation,
    isMeeting,
    cutOff,
    withTrackRecord,
    ...told,
  })
  const among = comparisonOf(input, series, latest)
  const { lastAudited = null } = input
  const quality = dataQuality({ timeline, history, latest, match, cutOff, lastAudited })
  const position = positionOf(true, status, among, isJudged)
  const travel = { latest, history, breaks: series.breaks.map(({ at }) => at), ...told }
  const temper = (one: Travel) => tempered(one, change, typeAt(variation, one.against))
  const parts = {
    target,
    rag: status,
    overYear: temper(travelOverYear(travel)),
    fromPrevious: temper(travelFromPrevious(travel)),
    variation,
    recentTrend,
    change,
    assurance,
    comparison: among,
    outlook,
    dataQuality: quality,
    position,
  }
  return {
    latest,
    history,
    later,
    ...parts,
    exceptions: isJudged ? exceptionsOf(parts) : [],
    sentence: sentenceFor({
      ...parts,
      latest,
      target,
      isMeeting,
      cutOff,
      perYear: timeline.perYear,
      ...told,
    }),
    verdict: verdictOf({ ...parts, latest, ...told }),
  }
}

const typeAt = ({ points }: VariationReading, period: Period | null): VariationType =>
  points.find((point) => period !== null && samePeriod(point.period, period))?.type ?? 'not-said'
