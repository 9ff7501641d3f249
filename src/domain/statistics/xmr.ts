import { markOneSide } from './rule-one-side.ts'
import { markOutside } from './rule-outside.ts'
import { markTrend } from './rule-trend.ts'
import { markTwoOfThree } from './rule-two-of-three.ts'
import { nameSpecialCauses } from './special-cause.ts'
import { type Screening, type XmrLimits, xmrLimits } from './xmr-limits.ts'

export interface XmrSettings {
  readonly screening: Screening
  /** Points of each group that make its limits; Infinity for all. */
  readonly baselinePoints: number
  readonly peerBehaviour: boolean
}

/** Plain arrays, one place a point: which rules mark it (bits of RULE) and its cause (index into SPECIAL_CAUSES). */
export interface Xmr {
  readonly limits: readonly XmrLimits[]
  readonly marks: Uint8Array
  readonly causes: Uint8Array
}

/** Room for the answers of a series; pass it again for the next one to spare the memory of a large batch. */
export function xmrWorkspace(points: number): { marks: Uint8Array; causes: Uint8Array } {
  return { marks: new Uint8Array(points), causes: new Uint8Array(points) }
}

const ONE_GROUP: readonly number[] = [0]

/**
 * The XmR core: limits, four rules and the named cause of every point, group by group, on numbers alone.
 *
 * `values` are in date order with NaN for a missing value; `starts` holds the first index of each group. Nothing is
 * allocated per point. Method, source and deviations stand at xmrLimits, the rules and nameSpecialCauses.
 */
export function xmr(
  values: Float64Array,
  settings: XmrSettings,
  starts: readonly number[] = ONE_GROUP,
  workspace = xmrWorkspace(values.length),
): Xmr {
  const { marks, causes } = workspace
  const { screening, baselinePoints, peerBehaviour } = settings
  marks.fill(0)
  const limits: XmrLimits[] = []
  for (let g = 0; g < starts.length; g++) {
    const from = starts[g] as number
    const to = starts[g + 1] ?? values.length
    const group = xmrLimits(values, from, Math.min(to, from + baselinePoints), screening, peerBehaviour)
    limits.push(group)
    markOutside(values, from, to, group, marks)
    markTrend(values, from, to, marks)
    markTwoOfThree(values, from, to, group, marks)
    markOneSide(values, from, to, group.mean, marks)
    nameSpecialCauses(values, from, to, group.mean, marks, causes, peerBehaviour)
  }
  return { limits, marks, causes }
}
