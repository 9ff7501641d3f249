import type { GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { periodText } from '../period-text.ts'
import { quantityText, type Unit } from '../quantity.ts'
import type { HeldAgainst } from './held-against.ts'

/** Where a value stands to its target. 'exceeding' is green by more than the tolerance; 'grey' is not judged. */
export type RagStatus = 'exceeding' | 'green' | 'amber' | 'red' | 'grey'

export type Rag = {
  readonly status: RagStatus
  /** Worse than the minimum standard: red whatever the tolerance. */
  readonly belowFloor: boolean
  readonly says: string
}

export type RagInput = {
  readonly value: number | null
  readonly target: Target | null
  readonly goodDirection: GoodDirection
  readonly contextual: boolean
  readonly unit: Unit
  readonly decimals?: number
  /** Where figures add up to the target's period: what they come to so far. */
  readonly held?: HeldAgainst | null
}

/**
 * Green at the target or better; amber short of it by no more than the tolerance; red worse, and red whatever the
 * tolerance when worse than the minimum standard. For a good direction of 'range' the distance is measured from the nearer
 * edge and nothing exceeds it.
 */
export function rag({
  value,
  target,
  goodDirection,
  contextual,
  unit,
  decimals,
  held = null,
}: RagInput): Rag {
  if (contextual || goodDirection === 'none') return grey('Shown for context; it has no target.')
  if (value === null) return grey('There is no figure to hold against a target.')
  if (target === null) return grey('No target has been set.')
  const text = (amount: number) => quantityText(amount, unit, decimals)
  const goal = goalText(target, goodDirection, text)
  if (held?.kind === 'open') {
    const soFar = held.value === null ? 'not all of its figures are held' : `${text(held.value)} so far`
    return grey(`The target of ${goal} is for the whole of ${periodText(target.period)}: ${soFar}.`)
  }
  const judged = held?.value ?? value
  const ahead = distanceAhead(judged, target, goodDirection)
  const shown = held
    ? `${text(judged)} in ${periodText(target.period)}${held.isWhole ? '' : ' so far'}`
    : text(judged)
  const band = `${text(target.tolerance)} tolerance`
  const said = (status: RagStatus, says: string): Rag => ({ status, belowFloor: false, says })
  const floor = target.floor ?? null
  if (floor !== null && isWorse(judged, floor, goodDirection))
    return {
      status: 'red',
      belowFloor: true,
      says: `${shown} is worse than the minimum standard of ${text(floor)}, so it is red whatever the tolerance; the target is ${goal}.`,
    }
  if (ahead > target.tolerance && goodDirection !== 'range')
    return said('exceeding', `${shown} is better than the target of ${goal} by more than the ${band}.`)
  if (ahead >= 0) return said('green', `${shown} meets the target of ${goal}.`)
  if (-ahead <= target.tolerance)
    return said('amber', `${shown} falls short of the target of ${goal}, within the ${band}.`)
  return said('red', `${shown} falls short of the target of ${goal} by more than the ${band}.`)
}

const grey = (says: string): Rag => ({ status: 'grey', belowFloor: false, says })

// Rounded to 12 significant digits, so that 0.1 + 0.2 meets a target of 0.3.
const tidy = (amount: number) => Number(amount.toPrecision(12))

/** Positive is better than target. */
function distanceAhead(value: number, target: Target, goodDirection: GoodDirection): number {
  if (goodDirection === 'low') return tidy(target.value - value)
  if (goodDirection !== 'range') return tidy(value - target.value)
  return tidy(Math.min(value - target.value, (target.upperValue ?? target.value) - value))
}

const isWorse = (value: number, floor: number, goodDirection: GoodDirection): boolean =>
  (goodDirection === 'low' ? tidy(value - floor) : tidy(floor - value)) > 0

/** '95.0%', or for a range '80.0% to 90.0%'. */
export function goalText(
  target: Target,
  goodDirection: GoodDirection,
  text: (amount: number) => string,
): string {
  if (goodDirection !== 'range' || target.upperValue === null) return text(target.value)
  return `${text(target.value)} to ${text(target.upperValue)}`
}
