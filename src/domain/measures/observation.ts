import type { Period } from '../period.ts'

export type ObservationStatus = 'final' | 'provisional' | 'estimated' | 'suppressed'

/** One value for one area over one period. `value` null means it is known to be missing, never nought. */
export type Observation = {
  readonly period: Period
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly status: ObservationStatus
  /** Why the figure is not to be relied on, when there is a reason. */
  readonly doubt: string | null
  /** A 95 % confidence interval as published with the value, where there is one. */
  readonly limits?: { readonly lower: number; readonly upper: number } | null
  /** Counted from 1; more than 1 was changed after it was first recorded. */
  readonly revision?: number
  /** It exists only to show the product: it is marked so wherever it appears. */
  readonly illustrative?: boolean
}

/** An observation that has a value. */
export type Valued = Observation & { readonly value: number }

export const hasValue = (observation: Observation): observation is Valued => observation.value !== null

/** Observations whose period had ended by `cutOff` (an ISO day: the period's exclusive end may equal it), in order. */
export const endedBy = <T extends Observation>(observations: readonly T[], cutOff: string): T[] =>
  observations
    .filter((observation) => observation.period.end <= cutOff)
    .sort((a, b) => (a.period.end < b.period.end ? -1 : a.period.end > b.period.end ? 1 : 0))

/** The latest observation with a value that may be relied on. */
export const latestOf = (ordered: readonly Observation[]): Valued | null =>
  ordered.findLast(
    (observation): observation is Valued => hasValue(observation) && observation.doubt === null,
  ) ?? null
