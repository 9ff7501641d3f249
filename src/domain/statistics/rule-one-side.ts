import { RULE, RUN_LENGTH } from './special-cause-rules.ts'

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
  let side = 0
  let run = 0
  for (let i = from; i < to; i++) {
    const value = values[i] as number
    const here = value > mean ? 1 : value < mean ? -1 : 0
    run = here === 0 ? 0 : here === side ? run + 1 : 1
    side = here
    if (run < RUN_LENGTH) continue
    const first = run === RUN_LENGTH ? i - RUN_LENGTH + 1 : i
    for (let j = first; j <= i; j++) marks[j] = (marks[j] as number) | RULE.oneSide
  }
}
