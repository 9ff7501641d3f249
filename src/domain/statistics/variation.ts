import type { GoodDirection } from '../measures/measure.ts'
import { SPECIAL_CAUSES } from './special-cause.ts'

export type Variation = 'common-cause' | 'improvement' | 'concern' | 'high' | 'low'

/**
 * What a point's cause means for a measure whose good direction is known: improvement, concern, or merely high or low.
 *
 * Source: NHS England, Making Data Count (variation icons); NHSRplotthedots 0.2.2. No deviation.
 */
export function variationOf(cause: number, good: GoodDirection): Variation {
  const direction = SPECIAL_CAUSES[cause]?.direction ?? 0
  if (direction === 0) return 'common-cause'
  switch (good) {
    case 'high':
      return direction > 0 ? 'improvement' : 'concern'
    case 'low':
      return direction < 0 ? 'improvement' : 'concern'
    case 'range':
    case 'none':
      return direction > 0 ? 'high' : 'low'
    default:
      return good satisfies never
  }
}

/**
 * The index of the point that speaks for `values[from … to)`: the latest that has a value, or -1.
 *
 * Deviation `last-value-missing`: the peer takes the last row even when it is empty, and answers common cause.
 */
export function latestPoint(values: Float64Array, from: number, to: number, peerBehaviour: boolean): number {
  if (peerBehaviour) return to - 1
  for (let i = to - 1; i >= from; i--) {
    const value = values[i] as number
    if (!Number.isNaN(value)) return i
  }
  return -1
}
