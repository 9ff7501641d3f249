import { NEAR_AMONG, NEAR_NEEDED, RULE, RUN_LENGTH } from './special-cause-rules.ts'
import type { XmrLimits } from './xmr-limits.ts'

/**
 * Which rules cannot be decided at which points because a value or a limit is missing, as bits of RULE.
 *
 * A rule that does not fire is a plain no only where every value it looked at was known. Three-valued logic: a window with
 * a gap is no if its known values already break it, else unknown. Source: how NHSRplotthedots 0.2.2 answers NA.
 * The trend rule is always decided (see markTrend). Only needed where something is missing.
 */
export function undecidedRules(
  values: Float64Array,
  from: number,
  to: number,
  limits: XmrLimits,
  marks: Uint8Array,
  undecided: Uint8Array,
): void {
  const side = (i: number): number =>
    i < from || i >= to ? 0 : Math.sign((values[i] as number) - limits.mean)
  const near = (i: number): number => (i < from || i >= to ? 0 : nearness(values[i] as number, limits))
  for (let i = from; i < to; i++) {
    const mark = marks[i] as number
    let bits = 0
    if (Number.isNaN(near(i))) bits |= RULE.outside
    if (!(mark & RULE.oneSide) && runMayTouch(i, side, to)) bits |= RULE.oneSide
    if (!(mark & RULE.twoOfThree) && near(i) !== 0 && threeMayHold(i, side, near)) bits |= RULE.twoOfThree
    undecided[i] = bits
  }
}

/** 1 near a limit, 0 not, NaN unknown. */
function nearness(value: number, limits: XmrLimits): number {
  if (Number.isNaN(value) || Number.isNaN(limits.upper)) return Number.NaN
  if (value > limits.upper || value < limits.lower) return 0
  return value > limits.nearUpper || value < limits.nearLower ? 1 : 0
}

function runMayTouch(at: number, side: (i: number) => number, to: number): boolean {
  for (let end = at; end < Math.min(to, at + RUN_LENGTH); end++) if (runMayEnd(end, side)) return true
  return false
}

function runMayEnd(end: number, side: (i: number) => number): boolean {
  const last = side(end)
  if (Number.isNaN(last)) return true
  if (last === 0) return false
  let unknown = false
  for (let i = end - RUN_LENGTH + 1; i < end; i++) {
    const here = side(i)
    if (Number.isNaN(here)) unknown = true
    else if (here !== last) return false
  }
  return unknown
}

function threeMayHold(at: number, side: (i: number) => number, near: (i: number) => number): boolean {
  for (let first = at - NEAR_AMONG + 1; first <= at; first++) {
    const nears = near(first) + near(first + 1) + near(first + 2)
    const sides = Math.abs(side(first) + side(first + 1) + side(first + 2))
    if (nears < NEAR_NEEDED || sides < NEAR_AMONG) continue
    return true
  }
  return false
}

/**
 * Whether the peer would stop with an error at `values[from … to)`: among seven points a gap lies between steps that all
 * agree so far. See deviation `gap-in-a-window`.
 */
export function peerFailsOnGap(values: Float64Array, from: number, to: number): boolean {
  for (let end = from + RUN_LENGTH - 1; end < to; end++) {
    let rises = 0
    let falls = 0
    let unknown = 0
    for (let i = end - RUN_LENGTH + 2; i <= end; i++) {
      const step = Math.sign((values[i] as number) - (values[i - 1] as number))
      if (Number.isNaN(step)) unknown++
      else if (step > 0) rises++
      else if (step < 0) falls++
    }
    if (unknown > 0 && Math.max(rises, falls) + unknown === RUN_LENGTH - 1) return true
  }
  return false
}
