import type { GoodDirection, InformationType, Match } from '../measures/measure.ts'
import { endedBy, latestOf, type Observation, type Valued } from '../measures/observation.ts'
import { type Target, targetFor } from '../measures/target.ts'
import { addDays, type Period } from '../period.ts'
import { dayText, whenText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'
import { type Comparator, type Comparison, comparison } from './comparison.ts'
import { type Rag, rag } from './rag.ts'
import { type Travel, travelFromPrevious, travelOverYear } from './travel.ts'

/** Everything needed to judge one measure as it stood at the end of a period. */
export type EvaluationInput = {
  readonly measure: { readonly informationType: InformationType; readonly goodDirection: GoodDirection }
  /** The figures that stand behind the measure; null where none are held. */
  readonly series: {
    readonly unit: Unit
    readonly decimals: number
    readonly goodDirection: GoodDirection
    readonly match: Match
    readonly breaks: readonly string[]
    readonly englandIsTotal: boolean
  } | null
  readonly observations: readonly Observation[]
  readonly neighbours: readonly {
    readonly area: string
    readonly name: string
    readonly observations: readonly Observation[]
  }[]
  readonly england: readonly Observation[]
  readonly region: readonly Observation[]
  readonly targets: readonly Target[]
  /** Only periods that had ended by this day count. */
  readonly cutOff: string
}

/** What is said of a measure, each part with its reason. No part hides another. */
export type Evaluation = {
  readonly latest: Valued | null
  /** In order of time, only periods that had ended. */
  readonly history: readonly Observation[]
  readonly later: readonly Observation[]
  readonly target: Target | null
  readonly rag: Rag
  readonly overYear: Travel
  readonly fromPrevious: Travel
  readonly comparison: Comparison
  readonly position: Position
  readonly verdict: string
}

/** The one place a measure takes in a count of measures: against target where there is one, else among councils. */
export type Position =
  | 'exceeding'
  | 'green'
  | 'amber'
  | 'red'
  | 'best-quarter'
  | 'middle'
  | 'worst-quarter'
  | 'not-ranked'
  | 'no-figures'

export function evaluate(input: EvaluationInput): Evaluation {
  const { series, cutOff } = input
  const history = endedBy(input.observations, cutOff)
  const later = endedBy(input.observations, '9999-12-31').slice(history.length)
  const latest = series ? latestOf(history) : null
  const unit = series?.unit ?? 'count'
  const decimals = series?.decimals ?? 0
  const goodDirection = series?.goodDirection ?? input.measure.goodDirection
  // A target is set for the measure; figures of something merely related cannot meet or miss it.
  const judged = series !== null && series.match !== 'proxy'
  const target = latest && judged ? targetFor(input.targets, latest.period) : null
  const contextual = input.measure.informationType === 'contextual-indicator'
  const status = rag({ value: latest?.value ?? null, target, goodDirection, contextual, unit, decimals })
  const travel = { latest, history, goodDirection, unit, decimals, breaks: series?.breaks ?? [] }
  const [overYear, fromPrevious] = [travelOverYear(travel), travelFromPrevious(travel)]
  const among = comparison({
    value: latest?.value ?? null,
    neighbours: latest ? sameMoment(input.neighbours, latest.period) : [],
    england: latest && !series?.englandIsTotal ? valueAt(input.england, latest.period) : null,
    region: latest && !series?.englandIsTotal ? valueAt(input.region, latest.period) : null,
    goodDirection,
    isCount: unit === 'count',
    unit,
    decimals,
  })
  const position = positionOf(latest, status, among, judged)
  return {
    latest,
    history,
    later,
    target,
    rag: status,
    overYear,
    fromPrevious,
    comparison: among,
    position,
    verdict:
      latest && series
        ? verdictOf(latest, unit, decimals, [among, overYear, status])
        : noFigures(series !== null, cutOff),
  }
}

const valueAt = (observations: readonly Observation[], period: Period): number | null =>
  observations.find((o) => o.period.start === period.start && o.period.end === period.end && o.doubt === null)
    ?.value ?? null

const sameMoment = (neighbours: EvaluationInput['neighbours'], period: Period): Comparator[] =>
  neighbours.flatMap(({ area, name, observations }) => {
    const value = valueAt(observations, period)
    return value === null ? [] : [{ area, name, value }]
  })

function positionOf(latest: Valued | null, status: Rag, among: Comparison, judged: boolean): Position {
  if (!latest) return 'no-figures'
  if (status.status !== 'grey') return status.status
  return judged && among.standing !== 'not-compared' ? among.standing : 'not-ranked'
}

function verdictOf(
  latest: Valued,
  unit: Unit,
  decimals: number,
  parts: readonly { readonly says: string }[],
): string {
  return [
    `${quantityText(latest.value, unit, decimals)} ${whenText(latest.period)}.`,
    ...parts.map((part) => part.says),
  ].join(' ')
}

const noFigures = (hasSeries: boolean, cutOff: string): string =>
  hasSeries
    ? `No figure is held for a period that had ended by ${dayText(addDays(cutOff, -1))}.`
    : 'Not collected here: no figures have been sent, and no public series stands behind this measure.'
