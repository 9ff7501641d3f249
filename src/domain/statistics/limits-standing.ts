/** Below this many values limits are trial limits: NHS England, Making Data Count; NHSRplotthedots 0.2.2 warns below 13. */
export const ESTABLISHED_POINTS = 13

/** Below this many values no chart is read at all: our own floor, since three moving ranges or fewer say nothing of a process. */
export const CHART_POINTS = 5

/** How far the limits of a group may be believed. */
export type LimitsStanding = 'too-few' | 'trial' | 'established'

export function standingOf(values: number): LimitsStanding {
  if (values < CHART_POINTS) return 'too-few'
  return values < ESTABLISHED_POINTS ? 'trial' : 'established'
}
