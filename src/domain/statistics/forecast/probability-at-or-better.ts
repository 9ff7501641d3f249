import { type Refused, refused } from '../refused.ts'
import { normalProbability } from './normal-probability.ts'
import { type Outlook, Z80, Z95 } from './outlook.ts'
import { type Ending, periodEnd } from './period-end.ts'
import { type Prediction, predictiveValue } from './predictive-distribution.ts'

export type Aim =
  | { readonly good: 'high' | 'low'; readonly target: number }
  | { readonly good: 'range'; readonly from: number; readonly to: number }

export interface EndProbability {
  readonly ok: true
  /** 0 to 1. */
  readonly probability: number
  /** What the period is expected to end at, and its intervals, in the units of the values. */
  readonly centre: number
  readonly lo80: number
  readonly hi80: number
  readonly lo95: number
  readonly hi95: number
}

/**
 * The probability that the period ends at the target or better.
 *
 * Method: the predictive distribution of the whole period's value (`periodEnd`, `predictiveValue`) read at the target. A
 * count is judged half a unit beyond it. A series that never moved gives no spread to read: then the rule of succession,
 * (n + 1) ÷ (n + 2) or 1 ÷ (n + 2) (Laplace, 1774, Mémoire sur la probabilité des causes par les évènements).
 * Units: target in those of the values; probability 0 to 1. An aim that is not a number: refused.
 */
export function probabilityAtOrBetter(outlook: Outlook, ending: Ending, aim: Aim): EndProbability | Refused {
  const end = periodEnd(outlook, ending)
  if ('reason' in end) return end
  const [from, to] = aim.good === 'range' ? [aim.from, aim.to] : sideOf(aim.good, aim.target)
  if (Number.isNaN(from) || Number.isNaN(to) || from > to)
    return refused('the target is not a number to aim at')
  const counted = outlook.wholeNumbers && (ending.kind === 'latest' || ending.kind === 'sum')
  const low = counted ? Math.ceil(from) - 0.5 : from
  const high = counted ? Math.floor(to) + 0.5 : to
  const value = (z: number) => predictiveValue(end, z)
  return {
    ok: true,
    probability:
      end.deviation === 0 ? afterNoMovement(end, low, high, outlook.points) : between(end, low, high),
    centre: end.centre,
    lo80: value(-Z80),
    hi80: value(Z80),
    lo95: value(-Z95),
    hi95: value(Z95),
  }
}

function sideOf(good: 'high' | 'low', target: number): [number, number] {
  const open = Number.isNaN(target) ? Number.NaN : Number.POSITIVE_INFINITY
  return good === 'high' ? [target, open] : [-open, target]
}

function between(end: Prediction, from: number, to: number): number {
  // The bounds hold a share of the probability themselves, so 'below' and 'at most' are not the same.
  const below = shareWhere(end, (value) => value < from)
  const atMost = shareWhere(end, (value) => value <= to)
  return Math.max(0, atMost - below)
}

function shareWhere(end: Prediction, holds: (value: number) => boolean): number {
  let low = -39
  let high = 39
  if (!holds(predictiveValue(end, low))) return 0
  if (holds(predictiveValue(end, high))) return 1
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (holds(predictiveValue(end, middle))) low = middle
    else high = middle
  }
  return normalProbability(low)
}

function afterNoMovement(end: Prediction, from: number, to: number, points: number): number {
  return end.centre >= from && end.centre <= to ? (points + 1) / (points + 2) : 1 / (points + 2)
}
