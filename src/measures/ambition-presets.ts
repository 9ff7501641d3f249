import { medianOf } from '../domain/evaluation/comparison.ts'
import { bestQuarter } from '../domain/statistics/best-quarter.ts'
import type { MeasureFacts } from './measure-facts.ts'
import { valuesAtPeriod } from './values-at-period.ts'

export type PresetTarget = { readonly says: string; readonly value: number }

/** Targets worth trying: what similar councils are at. None for counts, which places are not ranked on. */
export function presetTargets({ evaluated, neighbours }: MeasureFacts): PresetTarget[] {
  const { series } = evaluated.measure
  const { latest } = evaluated.evaluation
  if (!series || !latest || series.unit === 'count') return []
  const good = series.goodDirection
  if (good !== 'high' && good !== 'low') return []
  const values = valuesAtPeriod(neighbours, latest.period).map(({ value }) => value)
  const quarter = bestQuarter(latest.value, values, good)
  if (quarter === null) return []
  return [
    { says: 'The middle of similar councils', value: medianOf(values) },
    { says: 'Where their best quarter begins', value: quarter.threshold },
    { says: 'The best of them', value: good === 'high' ? Math.max(...values) : Math.min(...values) },
  ]
}
