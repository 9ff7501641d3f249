import { show } from './show-input.ts'

/** Fewest points a fixed baseline may rest on: NHSRplotthedots 0.2.2, ptd_spc_options. */
export const FEWEST_BASELINE_POINTS = 12

/** How many points of a group make its limits, or why that cannot be said. */
export function baselineOf(fixAfter: unknown): number | string {
  if (fixAfter === null) return Number.POSITIVE_INFINITY
  if (typeof fixAfter === 'number' && Number.isInteger(fixAfter) && fixAfter >= FEWEST_BASELINE_POINTS)
    return fixAfter
  return `a fixed baseline of ${show(fixAfter)} points; give a whole number of at least ${FEWEST_BASELINE_POINTS}, or null`
}
