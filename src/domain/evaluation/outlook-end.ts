import type { Aggregation, GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { contains } from '../period.ts'
import type { Unit } from '../quantity.ts'
import type { Ending } from '../statistics/forecast/period-end.ts'
import type { Aim } from '../statistics/forecast/probability-at-or-better.ts'
import { outOf } from './interval-of.ts'
import type { Slot, Timeline } from './timeline.ts'

/** How far ahead a target may lie, in periods. */
const furthest = { 1: 4, 3: 9, 4: 12, 12: 36 } as const

/** The target that a coming period works towards: of those that hold the next period the longest, else the next one. */
export function targetAhead(timeline: Timeline, targets: readonly Target[]): TargetAhead | null {
  const next = timeline.after(1)
  const holding = targets.filter(({ period }) => contains(period, next))
  const later = targets.filter(({ period }) => period.start >= next.start)
  const target =
    holding.toSorted((a, b) => (a.period.end > b.period.end ? -1 : 1))[0] ??
    later.toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1))[0]
  if (!target) return null
  const steps: number[] = []
  for (let step = 1; step <= furthest[timeline.perYear]; step++) {
    const period = timeline.after(step)
    if (period.end > target.period.end) break
    if (contains(target.period, period)) steps.push(step)
  }
  const [first, last] = [steps[0], steps.at(-1)]
  return first === undefined || last === undefined ? null : { target, first, last }
}

/** A target with the first and the last step ahead that belong to its period. */
export type TargetAhead = { readonly target: Target; readonly first: number; readonly last: number }

export type EndingInput = {
  readonly timeline: Timeline
  readonly ahead: TargetAhead
  readonly aggregation: Aggregation
  readonly unit: Unit
}

/** How the figures still to come make the value that is held against the target, or why that cannot be told. */
export function endingOf({ timeline, ahead, aggregation, unit }: EndingInput): Ending | string {
  const { target, first, last } = ahead
  const known = timeline.slots.filter(({ period }) => contains(target.period, period))
  const isOnePeriod = known.length === 0 && first === last
  if (isOnePeriod || aggregation === 'latest' || aggregation === 'none')
    return { kind: 'latest', steps: last }
  if (first > 1) return 'its period has not begun'
  if (timeline.after(last).end !== target.period.end) return 'its period does not end with one of the series'
  const begins = known[0]?.period.start ?? timeline.after(1).start
  if (begins !== target.period.start || known.some(({ value }) => value === null))
    return 'figures of its period so far are missing'
  return aggregation === 'ratio'
    ? ratioEnding(timeline, known, last, unit)
    : plainEnding(aggregation, known, last)
}

function plainEnding(aggregation: 'sum' | 'mean', known: readonly Slot[], steps: number): Ending {
  const soFar = known.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return aggregation === 'sum'
    ? { kind: 'sum', soFar, steps }
    : { kind: 'mean', sumSoFar: soFar, countSoFar: known.length, steps }
}

/** Denominators to come are those of the same periods a year before, or the mean of the latest year's. */
function ratioEnding(
  { slots, perYear }: Timeline,
  known: readonly Slot[],
  steps: number,
  unit: Unit,
): Ending | string {
  const part = (slot: Slot | undefined, which: 'numerator' | 'denominator') =>
    slot?.observation?.[which] ?? null
  const lastYear = slots.slice(-perYear).flatMap((slot) => part(slot, 'denominator') ?? [])
  if (
    lastYear.length === 0 ||
    known.some((slot) => part(slot, 'numerator') === null || part(slot, 'denominator') === null)
  )
    return 'rates are joined by numerators and denominators, which are not held'
  const usual = lastYear.reduce((sum, one) => sum + one, 0) / lastYear.length
  const total = (which: 'numerator' | 'denominator') =>
    known.reduce((sum, slot) => sum + (part(slot, which) ?? 0), 0)
  return {
    kind: 'ratio',
    numeratorSoFar: total('numerator'),
    denominatorSoFar: total('denominator'),
    denominators: Array.from(
      { length: steps },
      (_, h) => part(slots[slots.length + h - perYear], 'denominator') ?? usual,
    ),
    per: outOf[unit] ?? 1,
  }
}

/** Null where no way is good, so that nothing is aimed at. */
export function aimOf(target: Target, goodDirection: GoodDirection): Aim | null {
  if (goodDirection === 'none') return null
  if (goodDirection === 'range')
    return { good: 'range', from: target.value, to: target.upperValue ?? target.value }
  return { good: goodDirection, target: target.value }
}
