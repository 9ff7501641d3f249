import { combine } from '../measures/combine.ts'
import type { Aggregation, GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { contains } from '../period.ts'
import type { Slot, Timeline } from './timeline.ts'

/**
 * What the figures of a target's period come to, where they add up: a quarter's count is not held against a year's
 * target. 'open' while the rest of the period decides; 'judged' once it is whole, or already past the target for good.
 */
export type HeldAgainst = {
  readonly kind: 'judged' | 'open'
  /** The sum so far; null where a figure of the period is missing. */
  readonly value: number | null
  readonly isWhole: boolean
  readonly parts: readonly Slot[]
}

/** Null where one figure can be held against the target by itself: a level, a rate, or a target of the same period. */
export function heldAgainst(
  { slots }: Timeline,
  target: Target | null,
  aggregation: Aggregation,
  goodDirection: GoodDirection,
): HeldAgainst | null {
  const latest = slots.at(-1)?.period
  if (target === null || latest === undefined || aggregation !== 'sum') return null
  const { period } = target
  if (!contains(period, latest) || (period.start === latest.start && period.end === latest.end)) return null
  const parts = slots.filter((slot) => contains(period, slot.period))
  const isWhole = latest.end === period.end
  const isComplete = parts[0]?.period.start === period.start && parts.every(({ value }) => value !== null)
  const sum = combine(
    parts.flatMap(({ observation }) => observation ?? []),
    'sum',
  )
  if (!isComplete || !sum.ok) return { kind: 'open', value: null, isWhole, parts }
  // Counts only grow: a number to reach may be reached early, a ceiling passed early.
  const isSettled = goodDirection === 'low' ? sum.value > target.value : sum.value >= target.value
  const settled = goodDirection !== 'range' && parts.every(({ value }) => (value ?? 0) >= 0) && isSettled
  return { kind: isWhole || settled ? 'judged' : 'open', value: sum.value, isWhole, parts }
}
