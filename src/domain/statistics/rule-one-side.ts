import { RULE, RUN_LENGTH } from './special-cause-rules.ts'

const RUN = (1 << RUN_LENGTH) - 1

/**
 * Rule 4: seven or more consecutive points strictly on the same side of the mean.
 *
 * Source: NHS England, Making Data Count. Every point of the run is marked, its first included. A point on the mean
 * and a missing value end a run. Fewer than seven points: nothing. No deviation.
 */
export function markOneSide(
  values: Float64Array,
  from: number,
  to: number,
  mean: number,
  marks: Uint8Array,
): void {
  // One bit a point, newest lowest: a run is all ones, and a shift costs no guess at which side comes next.
  let above = 0
  let below = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    above = ((above << 1) | Number(value > mean)) & RUN
    below = ((below << 1) | Number(value < mean)) & RUN
    if (above !== RUN && below !== RUN) continue
    for (let j = i - RUN_LENGTH + 1; j <= i; j++) marks[j] = (marks[j] as number) | RULE.oneSide
  }
}
