import type { GoodDirection } from '../measures/measure.ts'
import { addDays, addMonths } from '../period.ts'
import { periodText } from '../period-text.ts'
import { likelihoodWords, oddsText } from './likelihood.ts'
import type { ExpectedEnd } from './readings.ts'

/** What may happen to the target, for one still to come and one whose period has ended without its figure. */
const deeds = {
  'stay-within': { ahead: 'stay within target to', past: 'have stayed within target to' },
  'still-meet': { ahead: 'still meet target in', past: 'have still met target in' },
  reach: { ahead: 'reach target by', past: 'have reached target by' },
} as const

/** 'unlikely to reach target by March 2025 (about 2 in 10)' */
export function endText(
  end: ExpectedEnd,
  facts: { readonly goodDirection: GoodDirection; readonly isMeeting: boolean; readonly cutOff: string },
): string {
  const { target, probability, likelihood, isTotal } = end
  const totalDeed = facts.goodDirection === 'low' ? 'stay-within' : 'reach'
  const deed = isTotal ? totalDeed : facts.isMeeting ? 'still-meet' : 'reach'
  const words = deeds[deed][target.period.end <= facts.cutOff ? 'past' : 'ahead']
  return `${likelihoodWords[likelihood]} ${words} ${lastMonthText(target.period.end)} (${oddsText(probability)})`
}

function lastMonthText(end: string): string {
  const start = `${addDays(end, -1).slice(0, 7)}-01`
  return periodText({ start, end: addMonths(start, 1), granularity: 'month' })
}
