import type { TrendReading, VariationReading } from './readings.ts'

/** Which way a measure really moved, if it did: 'high' and 'low' where neither way is good. */
export type ChangeState = 'better' | 'worse' | 'high' | 'low' | 'none' | 'mixed' | 'unknown'

/** A movement that is still going on, a level unlike the earlier one, or a slope over five years. */
export type ChangeKind = 'moving' | 'level' | 'five-year'

export type Change = {
  readonly state: ChangeState
  readonly kind: ChangeKind
  /** False while the limits it rests on are drawn from few figures, or from figures without one steady level. */
  readonly isFirm: boolean
}

const fromVariation = {
  improvement: 'better',
  concern: 'worse',
  'neutral-high': 'high',
  'neutral-low': 'low',
  'common-cause': 'none',
  'not-said': 'unknown',
} as const satisfies Record<VariationReading['type'], ChangeState>

const fromTrend = {
  better: 'better',
  worse: 'worse',
  higher: 'high',
  lower: 'low',
  'no-change': null,
  'not-said': null,
} as const satisfies Record<TrendReading['type'], ChangeState | null>

const opposite: Record<ChangeState, ChangeState | null> = {
  better: 'worse',
  worse: 'better',
  high: 'low',
  low: 'high',
  none: null,
  mixed: null,
  unknown: null,
}

/** Whether a reading may be stated outright. */
export const isFirmlyRead = ({
  standing,
  isSteady,
}: Pick<VariationReading, 'standing' | 'isSteady'>): boolean => standing === 'established' && isSteady

/** What the chart and the five-year trend say together. Where they point opposite ways, neither is believed alone. */
export function changeOf(
  variation: Pick<VariationReading, 'type' | 'rules' | 'standing' | 'isSteady'>,
  trend: Pick<TrendReading, 'type'>,
): Change {
  const state = fromVariation[variation.type]
  const slope = fromTrend[trend.type]
  const isFirm = isFirmlyRead(variation)
  if (slope === null || slope === state)
    return { state, kind: variation.rules[0] === 'trend' ? 'moving' : 'level', isFirm }
  if (opposite[state] === slope) return { state: 'mixed', kind: 'level', isFirm }
  return { state: slope, kind: 'five-year', isFirm: true }
}
