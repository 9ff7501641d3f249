import type { GoodDirection } from '../measures/measure.ts'
import type { Observation, Valued } from '../measures/observation.ts'
import { hasValue } from '../measures/observation.ts'
import { type Period, samePeriod, shiftPeriod } from '../period.ts'
import { periodText } from '../period-text.ts'
import { changeText, printsAlike, quantityText, type Unit } from '../quantity.ts'
import type { Change, ChangeState } from './change.ts'
import type { VariationType } from './readings.ts'
import { wordsOfChange } from './sentence-words.ts'

/** 'higher' and 'lower' are said where neither way is good or bad. */
export type Direction = 'better' | 'worse' | 'higher' | 'lower' | 'no-change' | 'not-said'

export type Travel = {
  readonly direction: Direction
  /** Latest less earlier, in the unit of the measure; null when nothing is said. */
  readonly change: number | null
  readonly against: Period | null
  /** False where the chart finds no real change in the latest figure; null where it cannot tell. */
  readonly isReal: boolean | null
  readonly says: string
}

export type TravelInput = {
  readonly latest: Valued | null
  /** In order of time, `latest` among them. */
  readonly history: readonly Observation[]
  readonly goodDirection: GoodDirection
  readonly unit: Unit
  readonly decimals: number
  /** Days on which the definition changed: nothing is compared across one. */
  readonly breaks: readonly string[]
}

/**
 * Against the same period one year earlier. Quarters and months have seasons, so a year apart is the fair comparison;
 * for yearly figures it is also the previous one. A gap or a change of definition between the two is said, not crossed.
 */
export function travelOverYear(input: TravelInput): Travel {
  if (!input.latest) return notSaid('There is no figure to compare.')
  return compare(input, shiftPeriod(input.latest.period, -yearsBack(input.latest.period)), 'a year earlier')
}

/** Against the period just before. */
export function travelFromPrevious(input: TravelInput): Travel {
  if (!input.latest) return notSaid('There is no figure to compare.')
  return compare(input, shiftPeriod(input.latest.period, -1), 'the period before')
}

const yearsBack = (period: Period): number => ({ month: 12, quarter: 4 })[period.granularity as string] ?? 1

const notSaid = (says: string): Travel => ({
  direction: 'not-said',
  change: null,
  against: null,
  isReal: null,
  says,
})

const welcome: Partial<Record<Direction, ChangeState>> = {
  better: 'better',
  worse: 'worse',
  higher: 'high',
  lower: 'low',
}

/**
 * Two points make a difference, not yet a change: what the chart says of the latest one is said with it. `past` is what the
 * chart said of the earlier one; a step back from a figure that was itself unusual is left as it is.
 */
export function tempered(travel: Travel, change: Change, past: VariationType): Travel {
  const way = welcome[travel.direction]
  if (way === undefined || change.state === 'unknown' || change.state === 'mixed') return travel
  if (change.state === 'none')
    return past === 'common-cause'
      ? {
          ...travel,
          isReal: false,
          says: `${travel.says} That is within the usual variation, so ${wordsOfChange(change)}.`,
        }
      : travel
  if (change.state === way) return { ...travel, isReal: true }
  return {
    ...travel,
    isReal: null,
    says: `${travel.says} Over a longer time it is ${wordsOfChange(change)}.`,
  }
}

function compare(input: TravelInput, against: Period, words: string): Travel {
  const { latest, history, unit, decimals, breaks } = input
  if (!latest) return notSaid('There is no figure to compare.')
  const earlier = history.find((observation) => samePeriod(observation.period, against))
  if (!earlier || !hasValue(earlier))
    return notSaid(`There is no figure for ${periodText(against)} to compare with.`)
  if (earlier.doubt ?? latest.doubt)
    return notSaid('One of the two figures is in doubt, so they are not compared.')
  if (breaks.some((at) => at > against.start && at <= latest.period.start))
    return notSaid('The definition changed in between, so the two figures are not compared.')
  const change = Number((latest.value - earlier.value).toPrecision(12))
  const before = `${quantityText(earlier.value, unit, decimals)} ${words} (${periodText(against)})`
  if (printsAlike(latest.value, earlier.value, decimals))
    return { direction: 'no-change', change, against, isReal: null, says: `No change from ${before}.` }
  const direction = directionOf(change, input.goodDirection)
  return {
    direction,
    change,
    against,
    isReal: null,
    says: sentence[direction](changeText(change, unit, decimals), before),
  }
}

function directionOf(change: number, good: GoodDirection): 'better' | 'worse' | 'higher' | 'lower' {
  if (good === 'high') return change > 0 ? 'better' : 'worse'
  if (good === 'low') return change < 0 ? 'better' : 'worse'
  return change > 0 ? 'higher' : 'lower'
}

const sentence = {
  better: (change: string, before: string) => `Better than ${before}: ${change}.`,
  worse: (change: string, before: string) => `Worse than ${before}: ${change}.`,
  higher: (change: string, before: string) => `Higher than ${before}: ${change}.`,
  lower: (change: string, before: string) => `Lower than ${before}: ${change}.`,
}
