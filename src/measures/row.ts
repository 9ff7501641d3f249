import { ordinal } from '../domain/evaluation/comparison.ts'
import { positions } from '../domain/evaluation/distribution.ts'
import type { Evaluation } from '../domain/evaluation/evaluation.ts'
import type { Travel } from '../domain/evaluation/travel.ts'
import { matches } from '../domain/measures/measure.ts'
import type { Observation } from '../domain/measures/observation.ts'
import { shiftPeriod } from '../domain/period.ts'
import { compactPeriodText, periodText } from '../domain/period-text.ts'
import { changeText, quantityText, type Unit } from '../domain/quantity.ts'
import type { PointMark, StatusTone } from '../domain/report/chart.ts'
import type { EvaluatedMeasure } from './evaluations.ts'
import { goalOnEach } from './goal-on-each.ts'
import { type ChangeMark, changeMark, markOf, outlookMark } from './reading-words.ts'

/** A measure in a line: what every list, scorecard and report says of it. */
export type MeasureRow = {
  readonly code: string
  readonly href: string
  readonly title: string
  readonly theme: string
  readonly value: string | null
  /** Said in the place of a value that is not there. */
  readonly missing: string
  readonly exact: string | null
  readonly period: string | null
  /** What is to be known of the value: 'provisional', 'illustrative'; null when there is nothing. */
  readonly provisional: string | null
  readonly target: string
  readonly hasTarget: boolean
  readonly status: string
  readonly tone: StatusTone
  readonly travel: string
  /** By how much, signed, with its unit; empty where there is no change to tell. */
  readonly travelChange: string
  readonly travelSays: string
  /** Whether it really changed, with its icon. */
  readonly change: ChangeMark
  readonly standing: string
  /** The chance of reaching the target; null when it is not said. */
  readonly outlook: { readonly word: string; readonly detail: string } | null
  readonly spark: {
    readonly values: readonly (number | null)[]
    readonly marks: readonly (PointMark | null)[]
    readonly target: number | null
    readonly words: string
  } | null
  readonly owner: string
  readonly match: string
  readonly source: string
}

export function measureRow({ measure, evaluation }: EvaluatedMeasure): MeasureRow {
  const { series } = measure
  const { latest, target, overYear, comparison, position } = evaluation
  const text = (value: number) => (series ? quantityText(value, series.unit, series.decimals) : '')
  return {
    code: measure.code,
    href: `/measures/${measure.code}`,
    title: measure.title,
    theme: measure.theme,
    value: latest && series ? text(latest.value) : null,
    missing: series ? 'None for periods ended by then' : 'Not collected here',
    exact: latest ? String(latest.value) : null,
    period: latest ? compactPeriodText(latest.period) : null,
    provisional: latest ? standingWords(latest) : null,
    target: target
      ? text(target.value)
      : measure.informationType === 'contextual-indicator'
        ? 'None: for context'
        : 'Not set',
    hasTarget: target !== null,
    status: positions[position].label,
    tone: positions[position].tone,
    travel: travelWord[overYear.direction],
    travelChange:
      series && overYear.change !== null && overYear.direction !== 'no-change'
        ? changeText(overYear.change, series.unit, series.decimals).replace(' percentage points', ' points')
        : '',
    travelSays: overYear.says,
    change: changeMark(evaluation, series?.goodDirection ?? measure.goodDirection),
    standing:
      comparison.rank === null || series?.match === 'proxy'
        ? ''
        : `${ordinal(comparison.rank)} of ${comparison.of}`,
    outlook: outlookMark(evaluation),
    spark:
      latest && series
        ? sparkOf(evaluation, goalOnEach(evaluation, series.aggregation), series.unit, series.decimals)
        : null,
    owner: measure.owner ?? 'None named',
    match: series ? matches[series.match].name : '',
    source: series ? [series.publisher, series.title].filter(Boolean).join(': ') : '',
  }
}

const standingWords = ({ status, illustrative }: Observation): string | null =>
  [illustrative ? 'illustrative' : null, status === 'final' ? null : status].filter(Boolean).join(', ') ||
  null

const travelWord: Record<Travel['direction'], string> = {
  better: 'Better',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  'no-change': 'No change',
  'not-said': '',
}

const sparkPoints = 12

/** The last dozen values; a period that is missing between two others is a gap, so the line is broken there. */
function sparkOf(
  { history, variation }: Evaluation,
  target: number | null,
  unit: Unit,
  decimals: number,
): MeasureRow['spark'] {
  const known = history.filter(({ value, doubt }) => value !== null && doubt === null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return null
  const types = new Map(variation.points.map((point) => [point.period.end, point.type]))
  const values: (number | null)[] = []
  const marks: (PointMark | null)[] = []
  history.forEach(({ period, value, doubt }, index) => {
    const before = history[index - 1]
    if (before && shiftPeriod(before.period, 1).start < period.start) {
      values.push(null)
      marks.push(null)
    }
    values.push(doubt === null ? value : null)
    marks.push(markOf[types.get(period.end) ?? 'not-said'])
  })
  const end = (each: Observation) =>
    `${quantityText(each.value ?? 0, unit, decimals)} (${periodText(each.period)})`
  return {
    values: values.slice(-sparkPoints),
    marks: marks.slice(-sparkPoints),
    target,
    words: `From ${end(first)} to ${end(last)}`,
  }
}
