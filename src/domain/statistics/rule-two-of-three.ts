import { NEAR_AMONG, NEAR_NEEDED, RULE } from './special-cause-rules.ts'
import type { XmrLimits } from './xmr-limits.ts'

/** Three points, a bit each: see markOneSide. */
const ALL = (1 << NEAR_AMONG) - 1

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
  let above = 0
  let below = 0
  let near = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    const isNear = (value > nearUpper && value <= upper) || (value < nearLower && value >= lower)
    above = ((above << 1) | Number(value > mean)) & ALL
    below = ((below << 1) | Number(value < mean)) & ALL
    near = ((near << 1) | Number(isNear)) & ALL
    if ((NEAR_COUNT[near] as number) < NEAR_NEEDED || (above !== ALL && below !== ALL)) continue
    if (near & 1) marks[i] = (marks[i] as number) | RULE.twoOfThree
    if (near & 2) marks[i - 1] = (marks[i - 1] as number) | RULE.twoOfThree
    if (near & 4) marks[i - 2] = (marks[i - 2] as number) | RULE.twoOfThree
  }
}

/** How many of the three bits are set. */
const NEAR_COUNT = [0, 1, 1, 2, 1, 2, 2, 3] as const
