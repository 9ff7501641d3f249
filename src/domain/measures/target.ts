import { contains, type Period } from '../period.ts'

/** What a measure is to reach in a period. `tolerance` is how far short still counts as close, in the measure's unit. */
export type Target = {
  readonly period: Period
  readonly value: number
  /** The upper edge where good is a range from `value` to here; null otherwise. */
  readonly upperValue: number | null
  readonly tolerance: number
  /** The minimum standard: worse than this is red, whatever the tolerance. Left out where none is set. */
  readonly floor?: number | null
}

/** The target that governs a period: the shortest one whose period contains it (a quarter's profile before the year's). */
export const targetFor = (targets: readonly Target[], period: Period): Target | null =>
  targets
    .filter((target) => contains(target.period, period))
    .sort((a, b) => lengthOf(a.period) - lengthOf(b.period))[0] ?? null

const lengthOf = (period: Period): number =>
  Temporal.PlainDate.from(period.start).until(period.end, { largestUnit: 'day' }).days
