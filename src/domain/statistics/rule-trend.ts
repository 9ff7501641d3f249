import { RULE, RUN_LENGTH } from './special-cause-rules.ts'

/** Six steps the same way, a bit each: see markOneSide. */
const TREND = (1 << (RUN_LENGTH - 1)) - 1

/**
 * Rule 2: seven points each strictly above (or each strictly below) the one before, that is six steps the same way.
 *
 * Source: NHS England, Making Data Count. Every point of the trend is marked, its first included. Equal values and missing
 * values end a trend. Fewer than seven points: nothing. Deviation `gap-in-a-window`: the peer fails where a gap falls
 * among steps that otherwise agree; here a gap simply ends the trend.
 */
export function markTrend(values: Float64Array, from: number, to: number, marks: Uint8Array): void {
  let rises = 0
  let falls = 0
  for (let i = from + 1; i < to; i++) {
    const value = values[i] as number
    const previous = values[i - 1] as number
    rises = ((rises << 1) | Number(value > previous)) & TREND
    falls = ((falls << 1) | Number(value < previous)) & TREND
    if (rises !== TREND && falls !== TREND) continue
    for (let j = i - RUN_LENGTH + 1; j <= i; j++) marks[j] = (marks[j] as number) | RULE.trend
  }
}
