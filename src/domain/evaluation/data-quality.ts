import type { Match } from '../measures/measure.ts'
import type { Observation, Valued } from '../measures/observation.ts'
import { addDays } from '../period.ts'
import { dayText } from '../period-text.ts'
import type { DataQuality, LastAudited } from './readings.ts'
import { type PerYear, periodNouns, type Slot, type Timeline } from './timeline.ts'

export type DataQualityInput = {
  readonly timeline: Timeline
  readonly history: readonly Observation[]
  readonly latest: Valued
  readonly match: Match
  readonly cutOff: string
  readonly lastAudited?: LastAudited | null
}

/**
 * The council's own figure is late once a period has ended without one; a published one once two have, since publication
 * follows a period by months.
 */
const lateAfter = (match: Match): number => (match === 'own' ? 1 : 2)

export const noDataQuality: DataQuality = {
  status: 'none',
  periodsBehind: 0,
  isLate: false,
  latestIsMissing: false,
  doubtful: 0,
  gaps: 0,
  revised: 0,
  says: 'There is no figure.',
  lastAudited: null,
}

export function dataQuality(input: DataQualityInput): DataQuality {
  const { timeline, history, latest, match, cutOff, lastAudited = null } = input
  const { slots, perYear } = timeline
  let periodsBehind = 0
  while (timeline.after(periodsBehind + 1).end <= cutOff) periodsBehind++
  const after = history.filter(({ period }) => period.end > latest.period.end)
  const facts = {
    status: latest.status === 'suppressed' ? ('none' as const) : latest.status,
    periodsBehind,
    isLate: periodsBehind >= lateAfter(match) * usualStep(slots),
    latestIsMissing: after.some(({ value, doubt }) => value === null || doubt !== null),
    doubtful: history.filter(({ doubt }) => doubt !== null).length,
    gaps: slots.filter(({ value }) => value === null).length,
    revised: history.filter(({ revision = 1 }) => revision > 1).length,
  }
  return { ...facts, says: saysOf(facts, perYear, cutOff), lastAudited }
}

/** A survey of every other year is not late after one: the usual distance between its figures, in periods. */
function usualStep(slots: readonly Slot[]): number {
  const places = slots.flatMap(({ value }, place) => (value === null ? [] : [place]))
  const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0))
  return steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 1
}

type Facts = Omit<DataQuality, 'says' | 'lastAudited'>

function saysOf(facts: Facts, perYear: PerYear, cutOff: string): string {
  const periods = (n: number) => `${n} ${n === 1 ? periodNouns[perYear].one : periodNouns[perYear].many}`
  const figures = (n: number, one: string, many: string) =>
    `${n} ${n === 1 ? `figure ${one}` : `figures ${many}`}`
  const { periodsBehind, isLate, latestIsMissing, doubtful, gaps, revised } = facts
  const day = dayText(addDays(cutOff, -1))
  const parts = [
    `The figure is ${facts.status}.`,
    periodsBehind > 0
      ? `${periods(periodsBehind)} more had ended by ${day} without a figure${isLate ? ', so it is late' : ''}.`
      : '',
    latestIsMissing ? 'A later period is recorded as having no figure to rely on.' : '',
    doubtful > 0 ? `${figures(doubtful, 'is', 'are')} in doubt and not used.` : '',
    gaps > 0
      ? `${periods(gaps)} between the first and the latest ${gaps === 1 ? 'has' : 'have'} none to rely on.`
      : '',
    revised > 0 ? `${figures(revised, 'was', 'were')} revised after being first recorded.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
