import type { Unit } from '../quantity.ts'

/** Which way is good. 'range' is good between two targets; 'none' is never judged. */
export type GoodDirection = 'high' | 'low' | 'range' | 'none'

export const informationTypes = {
  'annual-action': 'Annual action',
  'key-result': 'Key result',
  'performance-indicator': 'Performance indicator',
  'contextual-indicator': 'Contextual indicator',
} as const
export type InformationType = keyof typeof informationTypes

export const measureLevels = {
  strategic: 'Strategic',
  tactical: 'Tactical',
  operational: 'Operational',
} as const
export type MeasureLevel = keyof typeof measureLevels

/** How nearly a series is the thing a measure names. 'own' is the council's own figures. */
export const matches = {
  own: { name: 'Council’s own figures', says: 'the council’s own figures' },
  exact: { name: 'Exact', says: 'the published statistic this measure names' },
  close: {
    name: 'Close',
    says: 'a published statistic of the same thing, whose basis the title leaves open',
  },
  proxy: { name: 'Proxy', says: 'a related published statistic, not the measure itself' },
} as const
export type Match = keyof typeof matches

/** How values of short periods make the value of a long one. */
export type Aggregation = 'sum' | 'latest' | 'ratio' | 'mean' | 'none'

export type Measure = {
  readonly code: string
  readonly title: string
  readonly goodDirection: GoodDirection
  readonly informationType: InformationType
  readonly unit: Unit
}

/** A contextual indicator shows demand or capacity: it has no target and is never coloured against one. */
export const takesTarget = (measure: Pick<Measure, 'informationType' | 'goodDirection'>): boolean =>
  measure.informationType !== 'contextual-indicator' && measure.goodDirection !== 'none'

export const goodDirectionText: Record<GoodDirection, string> = {
  high: 'High is good',
  low: 'Low is good',
  range: 'Good within a range',
  none: 'Neither way is good or bad',
}
