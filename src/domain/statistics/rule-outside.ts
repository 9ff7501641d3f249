import { RULE } from './special-cause-rules.ts'
import type { XmrLimits } from './xmr-limits.ts'

/**
 * Rule 1: a point strictly outside the natural process limits.
 *
 * Source: Shewhart, 1931, Economic Control of Quality of Manufactured Product; Making Data Count.
 * A value on a limit is inside. Without limits, or without a value, nothing is marked. No deviation.
 */
export function markOutside(
  values: Float64Array,
  from: number,
  to: number,
  limits: XmrLimits,
  marks: Uint8Array,
): void {
  const { lower, upper } = limits
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    if (value > upper || value < lower) marks[i] = (marks[i] as number) | RULE.outside
  }
}
