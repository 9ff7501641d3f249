import type { Target } from '../measures/target.ts'
import type { Period } from '../period.ts'
import type { LimitsStanding } from '../statistics/limits-standing.ts'
import type { SpecialCause } from '../statistics/special-cause.ts'

/** What the latest value shows beside the ones before it. 'neutral' where neither way is good or bad. */
export type VariationType =
  | 'improvement'
  | 'concern'
  | 'common-cause'
  | 'neutral-high'
  | 'neutral-low'
  | 'not-said'

/** The four special-cause rules, in order of precedence. */
export type VariationRule = 'outside' | 'trend' | 'two-of-three' | 'one-side'

export type Limits = { readonly mean: number; readonly lower: number; readonly upper: number }

/** One point of the chart. A period without a usable value is there with null, so that the line is broken. */
export type VariationPoint = {
  readonly period: Period
  readonly value: number | null
  /** Which of `segments` it belongs to. */
  readonly segment: number
  readonly cause: SpecialCause
  readonly type: VariationType
  readonly rules: readonly VariationRule[]
  /** The mean and limits at this point: they follow the season where there is one. Null in a segment without limits. */
  readonly limits: Limits | null
}

/** A run of points with one mean and one pair of limits. */
export type VariationSegment = {
  readonly from: Period
  readonly to: Period
  readonly values: number
  readonly standing: LimitsStanding
  readonly limits: Limits | null
  /** Why the limits begin afresh here: a change of definition or a recorded rebase. Null for the first. */
  readonly reason: string | null
}

/** The XmR chart of one series for one area, and what its latest value shows. */
export type VariationReading = {
  readonly type: VariationType
  /** How far the limits of the latest segment may be believed; 'too-few' says that no chart should be read. */
  readonly standing: LimitsStanding
  /** Of the latest segment, at the latest point; within what the unit allows (0 to 100 for a percentage). */
  readonly limits: Limits | null
  /** The rules that mark the latest value. */
  readonly rules: readonly VariationRule[]
  readonly points: readonly VariationPoint[]
  readonly segments: readonly VariationSegment[]
  /** The months or quarters have a pattern of their own, and the limits follow it. */
  readonly isSeasonal: boolean
  /** False where half the figures of the latest segment are marked, high and low: one level and one range do not describe them. */
  readonly isSteady: boolean
  readonly says: string
}

export type AssuranceReading = {
  readonly type: 'will-meet' | 'will-miss' | 'hit-and-miss' | 'not-said'
  readonly says: string
}

/** The latest five yearly points by the rule of Fingertips, which weighs each by its own uncertainty. */
export type TrendReading = {
  readonly type: 'better' | 'worse' | 'higher' | 'lower' | 'no-change' | 'not-said'
  readonly says: string
}

/** A range expected: eight times in ten between `lo80` and `hi80`, nineteen in twenty between `lo95` and `hi95`. */
export type Expected = {
  readonly mean: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

export type Likelihood = 'very-likely' | 'likely' | 'either-way' | 'unlikely' | 'very-unlikely'

/** How the target period is expected to end. */
export type ExpectedEnd = Expected & {
  readonly target: Target
  /** 0 to 1: that the period ends at the target or better. */
  readonly probability: number
  readonly likelihood: Likelihood
  /** The target is for the sum of its period. */
  readonly isTotal: boolean
}

/** How the same forecaster would have done on this very series. Shares are 0 to 1. */
export type TrackRecordReading = {
  readonly forecasts: number
  readonly inside80: number
  readonly inside95: number
  /** Its mean error over that of repeating the last value: below 1 is better. Null where that is not known. */
  readonly besideLastValue: number | null
  readonly says: string
}

export type OutlookReading = {
  readonly isSaid: boolean
  readonly periods: readonly (Expected & { readonly period: Period })[]
  /** Null where no target governs a period to come, or the periods cannot be joined. */
  readonly end: ExpectedEnd | null
  readonly method: string | null
  /** Null when it was not asked for, or there are too few past forecasts. */
  readonly trackRecord: TrackRecordReading | null
  readonly says: string
}

export type DataQuality = {
  readonly status: 'final' | 'provisional' | 'estimated' | 'none'
  /** Whole periods that had ended by the cut-off after the one of the latest figure. */
  readonly periodsBehind: number
  readonly isLate: boolean
  /** The latest period that should have a figure is recorded as having none. */
  readonly latestIsMissing: boolean
  readonly doubtful: number
  /** Periods between the first and the latest figure that have none to rely on. */
  readonly gaps: number
  /** Figures held that were changed after they were first recorded. */
  readonly revised: number
  readonly says: string
  /** When internal audit last tested a figure of it; null when it has not. */
  readonly lastAudited: LastAudited | null
}

export type LastAudited = { readonly year: string; readonly number: number; readonly says: string }
