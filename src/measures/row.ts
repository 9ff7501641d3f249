import { ordinal } from '../domain/evaluation/comparison.ts'
import { positions } from '../domain/evaluation/distribution.ts'
import type { Travel } from '../domain/evaluation/travel.ts'
import { matches } from '../domain/measures/measure.ts'
import type { Observation } from '../domain/measures/observation.ts'
import { shiftPeriod } from '../domain/period.ts'
import { compactPeriodText, periodText } from '../domain/period-text.ts'
import { quantityText, type Unit } from '../domain/quantity.ts'
import type { StatusTone } from '../domain/report/chart.ts'
import type { EvaluatedMeasure } from './evaluations.ts'

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
  readonly provisional: string | null
  readonly target: string
  readonly status: string
  readonly tone: StatusTone
  readonly travel: string
  readonly travelSays: string
  readonly standing: string
  readonly spark: {
    readonly values: readonly (number | null)[]
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
    provisional: latest && latest.status !== 'final' ? latest.status : null,
    target: target
      ? text(target.value)
      : measure.informationType === 'contextual-indicator'
        ? 'None: for context'
        : 'Not set',
    status: positions[position].label,
    tone: positions[position].tone,
    travel: travelWord[overYear.direction],
    travelSays: overYear.says,
    standing:
      comparison.rank === null || series?.match === 'proxy'
        ? ''
        : `${ordinal(comparison.rank)} of ${comparison.of}`,
    spark:
      latest && series
        ? sparkOf(evaluation.history, target?.value ?? null, series.unit, series.decimals)
        : null,
    owner: measure.owner ?? 'None named',
    match: series ? matches[series.match].name : '',
    source: series ? [series.publisher, series.title].filter(Boolean).join(': ') : '',
  }
}

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
  history: readonly Observation[],
  target: number | null,
  unit: Unit,
  decimals: number,
): MeasureRow['spark'] {
  const values: (number | null)[] = []
  history.forEach((observation, index) => {
    const before = history[index - 1]
    if (before && shiftPeriod(before.period, 1).start < observation.period.start) values.push(null)
    values.push(observation.doubt === null ? observation.value : null)
  })
  const known = history.filter(({ value }) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return null
  const end = (each: Observation) =>
    `${quantityText(each.value ?? 0, unit, decimals)} (${periodText(each.period)})`
  return { values: values.slice(-sparkPoints), target, words: `From ${end(first)} to ${end(last)}` }
}
