import { NEAR_AMONG, NEAR_NEEDED, RULE } from './special-cause-rules.ts'
import type { XmrLimits } from './xmr-limits.ts'

/**
 * Rule 3: among three consecutive points strictly on the same side of the mean, two or more near a limit.
 *
 * Source: Western Electric, 1956; Making Data Count; NHSRplotthedots 0.2.2. Near is strictly beyond two thirds of the way
 * and not outside: a point outside the limit does not count as one of the two. Only the near points are marked.
 * A missing value belongs to no three. Fewer than three points: nothing. No deviation.
 */
export function markTwoOfThree(
  values: Float64Array,
  from: number,
  to: number,
  limits: XmrLimits,
  marks: Uint8Array,
): void {
  const { mean, lower, upper, nearLower, nearUpper } = limits
  let side = 0
  let run = 0
  // The last three points' nearness, newest in the lowest bit.
  let near = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    const here = value > mean ? 1 : value < mean ? -1 : 0
    run = here === 0 ? 0 : here === side ? run + 1 : 1
    side = here
    const isNear = (value > nearUpper && value <= upper) || (value < nearLower && value >= lower)
    near = ((near << 1) | (isNear ? 1 : 0)) & 7
    if (run < NEAR_AMONG || (NEAR_COUNT[near] as number) < NEAR_NEEDED) continue
    if (near & 1) marks[i] = (marks[i] as number) | RULE.twoOfThree
    if (near & 2) marks[i - 1] = (marks[i - 1] as number) | RULE.twoOfThree
    if (near & 4) marks[i - 2] = (marks[i - 2] as number) | RULE.twoOfThree
  }
}

/** How many of three bits are set. */
const NEAR_COUNT = [0, 1, 1, 2, 1, 2, 2, 3] as const
