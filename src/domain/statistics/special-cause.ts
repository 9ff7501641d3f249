import { RULE } from './special-cause-rules.ts'

/** What a point shows, in code order; `direction` is the side or the slope that gives the cause its sense. */
export const SPECIAL_CAUSES = [
  { name: 'common-cause', direction: 0 },
  { name: 'above-upper-limit', direction: 1 },
  { name: 'below-lower-limit', direction: -1 },
  { name: 'rising-trend', direction: 1 },
  { name: 'falling-trend', direction: -1 },
  { name: 'two-of-three-high', direction: 1 },
  { name: 'two-of-three-low', direction: -1 },
  { name: 'seven-above-mean', direction: 1 },
  { name: 'seven-below-mean', direction: -1 },
] as const

export type SpecialCause = (typeof SPECIAL_CAUSES)[number]['name']

/**
 * Names each point's cause by the highest rule that marks it: outside, then trend, then two of three, then one side.
 *
 * Source: NHSRplotthedots 0.2.2 (order of precedence). Outside, two of three and one side take the side of the mean; a trend
 * takes its slope, and where two trends share a turning point, the slope of the later one. Writes a code per point.
 * Deviation `trends-that-meet`: where one trend ends on the value the next begins with, the peer calls the earlier
 * trend's last point falling whatever its slope; here it keeps the slope of its own trend.
 */
export function nameSpecialCauses(
  values: Float64Array,
  from: number,
  to: number,
  mean: number,
  marks: Uint8Array,
  causes: Uint8Array,
  peerBehaviour: boolean,
): void {
  for (let i = from; i < to; i++) {
    const mark = marks[i] as number
    if (mark === 0) {
      causes[i] = 0
      continue
    }
    const low = (values[i] as number) > mean ? 0 : 1
    if (mark & RULE.outside) causes[i] = 1 + low
    else if (mark & RULE.trend) causes[i] = trendSlope(values, i, to, marks, peerBehaviour) > 0 ? 3 : 4
    else if (mark & RULE.twoOfThree) causes[i] = 5 + low
    else causes[i] = 7 + low
  }
}

function trendSlope(
  values: Float64Array,
  at: number,
  to: number,
  marks: Uint8Array,
  peerBehaviour: boolean,
): number {
  const value = values[at] as number
  const before = value - (values[at - 1] as number)
  if (at + 1 >= to || ((marks[at + 1] as number) & RULE.trend) === 0) return before
  const after = (values[at + 1] as number) - value
  return after === 0 && !peerBehaviour ? before : after
}
