import type { GoodDirection } from '../measures/measure.ts'
import type { Target } from '../measures/target.ts'
import { quantityText, type Unit } from '../quantity.ts'

/** Where a value stands to its target. 'exceeding' is green by more than the tolerance; 'grey' is not judged. */
export type RagStatus = 'exceeding' | 'green' | 'amber' | 'red' | 'grey'

export type Rag = { readonly status: RagStatus; readonly says: string }

export type RagInput = {
  readonly value: number | null
  readonly target: Target | null
  readonly goodDirection: GoodDirection
  readonly contextual: boolean
  readonly unit: Unit
  readonly decimals?: number
}

/**
 * Green at the target or better; amber short of it by no more than the tolerance; red worse. For a good direction of
 * 'range' the distance is measured from the nearer edge and nothing exceeds it.
 */
export function rag({ value, target, goodDirection, contextual, unit, decimals }: RagInput): Rag {
  if (contextual || goodDirection === 'none') return grey('Shown for context; it has no target.')
  if (value === null) return grey('There is no figure to hold against a target.')
  if (target === null) return grey('No target has been set.')
  const text = (amount: number) => quantityText(amount, unit, decimals)
  const ahead = distanceAhead(value, target, goodDirection)
  const [shown, goal] = [text(value), targetText(target, goodDirection, text)]
  const band = `${text(target.tolerance)} tolerance`
  if (ahead > target.tolerance && goodDirection !== 'range')
    return {
      status: 'exceeding',
      says: `${shown} is better than the target of ${goal} by more than the ${band}.`,
    }
  if (ahead >= 0) return { status: 'green', says: `${shown} meets the target of ${goal}.` }
  if (-ahead <= target.tolerance)
    return { status: 'amber', says: `${shown} falls short of the target of ${goal}, within the ${band}.` }
  return { status: 'red', says: `${shown} falls short of the target of ${goal} by more than the ${band}.` }
}

const grey = (says: string): Rag => ({ status: 'grey', says })

/** Positive is better than target. Rounded to 12 significant digits, so that 0.1 + 0.2 meets a target of 0.3. */
function distanceAhead(value: number, target: Target, goodDirection: GoodDirection): number {
  const tidy = (amount: number) => Number(amount.toPrecision(12))
  if (goodDirection === 'low') return tidy(target.value - value)
  if (goodDirection !== 'range') return tidy(value - target.value)
  return tidy(Math.min(value - target.value, (target.upperValue ?? target.value) - value))
}

function targetText(target: Target, goodDirection: GoodDirection, text: (amount: number) => string): string {
  if (goodDirection !== 'range' || target.upperValue === null) return text(target.value)
  return `${text(target.value)} to ${text(target.upperValue)}`
}
