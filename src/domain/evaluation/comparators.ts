import type { Observation, Valued } from '../measures/observation.ts'
import type { Period } from '../period.ts'
import { type Comparator, type Comparison, comparison } from './comparison.ts'
import type { EvaluationInput } from './evaluation.ts'

/** The latest figure beside other areas' figures for the same period. */
export function comparisonOf(
  input: EvaluationInput,
  { englandIsTotal, goodDirection, unit, decimals }: NonNullable<EvaluationInput['series']>,
  latest: Valued,
): Comparison {
  const { period } = latest
  return comparison({
    value: latest.value,
    observation: latest,
    neighbours: sameMoment(input.neighbours, period),
    england: englandIsTotal ? null : valueAt(input.england, period),
    region: englandIsTotal ? null : valueAt(input.region, period),
    goodDirection,
    isCount: unit === 'count',
    unit,
    decimals,
  })
}

const valueAt = (observations: readonly Observation[], period: Period): number | null =>
  observations.find((o) => o.period.start === period.start && o.period.end === period.end && o.doubt === null)
    ?.value ?? null

const sameMoment = (neighbours: EvaluationInput['neighbours'], period: Period): Comparator[] =>
  neighbours.flatMap(({ area, name, observations }) => {
    const value = valueAt(observations, period)
    return value === null ? [] : [{ area, name, value }]
  })
