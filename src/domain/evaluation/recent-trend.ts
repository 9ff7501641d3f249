import type { GoodDirection } from '../measures/measure.ts'
import type { Unit } from '../quantity.ts'
import { recentTrend, TREND_POINTS, type TrendPoint } from '../statistics/recent-trend.ts'
import { intervalOf } from './interval-of.ts'
import type { TrendReading } from './readings.ts'
import type { Timeline } from './timeline.ts'

export type TrendInput = {
  readonly timeline: Timeline
  /** The first place of the latest segment. */
  readonly from: number
  readonly goodDirection: GoodDirection
  readonly unit: Unit
}

const notSaid = (says: string): TrendReading => ({ type: 'not-said', says })

export const noTrend = notSaid('There is no figure to judge.')

/**
 * Whether the latest five yearly figures rose or fell beyond the uncertainty of each. Where the chart asks whether the
 * process changed, this asks whether the underlying rate did; with large numbers it sees slopes that the chart does not.
 */
export function trendReading({ timeline, from, goodDirection, unit }: TrendInput): TrendReading {
  if (timeline.perYear !== 1) return notSaid('The five-year trend is read from yearly figures only.')
  const points = timeline.slots.slice(from).map(({ observation, value }): TrendPoint => {
    const interval = observation && value !== null ? intervalOf(observation, unit) : null
    return {
      value,
      lower95: interval?.lower ?? null,
      upper95: interval?.upper ?? null,
      count: value === null || interval?.method !== 'wilson' ? null : (observation?.numerator ?? null),
      denominator:
        value === null || interval?.method !== 'wilson' ? null : (observation?.denominator ?? null),
    }
  })
  const latest = points.slice(-TREND_POINTS)
  const method = latest.every(({ count }) => count !== null) ? 'proportions' : 'weighted-slope'
  const trend = recentTrend(points, method)
  if (trend.reason === 'no-uncertainty')
    return notSaid('The five-year trend cannot be read: a figure has no uncertainty of its own.')
  if (trend.reason !== null)
    return notSaid(
      latest.some(({ value, lower95 }) => value !== null && lower95 === null)
        ? 'The five-year trend is not read: the figures come without numerators or confidence limits.'
        : `The five-year trend is not read: it needs ${TREND_POINTS} figures in a row under one definition.`,
    )
  if (trend.marker === 'no-change')
    return { type: 'no-change', says: 'Over five years there is no significant trend.' }
  const rises = trend.marker === 'increasing'
  const words = rises ? 'rise' : 'fall'
  if (goodDirection !== 'high' && goodDirection !== 'low')
    return { type: rises ? 'higher' : 'lower', says: `Over five years the figures ${words} significantly.` }
  const better = rises === (goodDirection === 'high')
  return {
    type: better ? 'better' : 'worse',
    says: `Over five years the figures ${words} significantly, which is ${better ? 'better' : 'worse'}.`,
  }
}
