import type { GoodDirection } from '../measures/measure.ts'
import type { XmrLimits } from './xmr-limits.ts'

export type Assurance = 'consistent-pass' | 'consistent-fail' | 'inconsistent'

/** A single figure to reach, or for the good direction 'range' its two edges. */
export type Target = number | { readonly from: number; readonly to: number }

/**
 * Whether the process as it stands will meet its target: always, never, or sometimes, from the limits alone.
 *
 * Source: NHS England, Making Data Count (assurance icons); NHSRplotthedots 0.2.2. A target equal to a limit is
 * inconsistent. No target, or a measure with no good direction: null.
 * Deviations. `no-limits`: without limits (one point) the answer is null, where the peer says inconsistent.
 * `constant-series`: a process that never moves and stands exactly on its target passes, as its RAG does.
 * `range`: the peer knows no target range; wholly within it passes, wholly outside it fails.
 */
export function assuranceOf(
  limits: XmrLimits,
  target: Target | null,
  good: GoodDirection,
  peerBehaviour = false,
): Assurance | null {
  if (target === null || good === 'none') return null
  const { lower, upper } = limits
  if (Number.isNaN(lower) && !peerBehaviour) return null
  if (typeof target !== 'number') return good === 'range' ? rangeAssurance(lower, upper, target) : null
  if (good === 'range') return null
  if (target > upper) return good === 'high' ? 'consistent-fail' : 'consistent-pass'
  if (target < lower) return good === 'high' ? 'consistent-pass' : 'consistent-fail'
  const neverMoves = limits.averageRange === 0 && limits.rangesScreenedOut === 0
  return neverMoves && !peerBehaviour ? 'consistent-pass' : 'inconsistent'
}

function rangeAssurance(lower: number, upper: number, target: { from: number; to: number }): Assurance {
  if (lower >= target.from && upper <= target.to) return 'consistent-pass'
  return upper < target.from || lower > target.to ? 'consistent-fail' : 'inconsistent'
}
