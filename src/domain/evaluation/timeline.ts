import { hasValue, type Observation, type Valued } from '../measures/observation.ts'
import { addDays, addMonths, type Period } from '../period.ts'

/** One period of a regular series. `value` is null where there is none to rely on: missing, suppressed or in doubt. */
export type Slot = {
  readonly period: Period
  readonly observation: Observation | null
  readonly value: number | null
}

/** A series laid out period by period, so that a gap is a place without a value and not a shorter list. */
export type Timeline = {
  /** From the first figure to the latest, of periods like the latest's, without a gap. */
  readonly slots: readonly Slot[]
  readonly perYear: PerYear
  /** The period `count` steps after the latest. */
  readonly after: (count: number) => Period
}

/** Periods in a year; 3 for school terms, which are of three lengths. */
export type PerYear = 1 | 3 | 4 | 12

export const periodNouns: Record<PerYear, { readonly one: string; readonly many: string }> = {
  1: { one: 'year', many: 'years' },
  3: { one: 'term', many: 'terms' },
  4: { one: 'quarter', many: 'quarters' },
  12: { one: 'month', many: 'months' },
}

/**
 * Only periods of the latest one's kind are laid out: a year is never set beside a quarter, nor a half year so far beside
 * nine months. Periods that begin together and end apart (cumulative ones) therefore make one point a year each.
 */
export function timelineOf(history: readonly Observation[], latest: Valued, frequency = ''): Timeline {
  const perYear = perYearOf(latest.period, frequency)
  const step = 12 / perYear
  const kind = kindOf(latest.period)
  const last = lastMonthOf(latest.period)
  const byPlace = new Map<number, Observation>()
  let first = 0
  for (const observation of history) {
    if (kindOf(observation.period) !== kind || observation.period.end > latest.period.end) continue
    const place = Math.round((lastMonthOf(observation.period) - last) / step)
    byPlace.set(place, observation)
    if (hasValue(observation) && place < first) first = place
  }
  byPlace.set(0, latest)
  const after = (count: number) => shifted(latest.period, count, step)
  const slots: Slot[] = []
  for (let place = first; place <= 0; place++) {
    const observation = byPlace.get(place) ?? null
    const value = observation !== null && observation.doubt === null ? observation.value : null
    slots.push({ period: observation?.period ?? after(place), observation, value })
  }
  return { slots, perYear, after }
}

function perYearOf({ granularity }: Period, frequency: string): PerYear {
  if (granularity === 'month') return 12
  if (granularity === 'quarter') return 4
  if (granularity === 'term') return 3
  if (granularity !== 'moment') return 1
  // A day says nothing of how often it comes round: the series does.
  if (frequency.startsWith('month')) return 12
  return frequency.startsWith('quarter') ? 4 : 1
}

/** Two periods are of one kind when their values can be set beside each other. */
function kindOf({ start, end, granularity }: Period): string {
  if (granularity !== 'span') return granularity
  return `span ${start.slice(5, 7)} ${monthOf(end) - monthOf(start)}`
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

const lastMonthOf = ({ end }: Period): number => (end.endsWith('-01') ? monthOf(end) - 1 : monthOf(end))

/** Terms have three lengths, so a term moves by whole years and the nearest three bounds; the rest move by months. */
function shifted(period: Period, count: number, step: number): Period {
  const { granularity } = period
  if (granularity === 'term') return termAfter(period, count)
  const end = addMonths(period.end, count * step)
  // 30 June, then 30 September, then 31 December: the last day of a month moves with the month.
  if (granularity === 'moment') return { start: addDays(end, -1), end, granularity }
  return { start: addMonths(period.start, count * step), end, granularity }
}

const termEnds = ['01', '04', '09'] as const

function termAfter({ end, granularity }: Period, count: number): Period {
  const ordinal = Number(end.slice(0, 4)) * 3 + termEnds.indexOf(end.slice(5, 7) as '01')
  const edge = (n: number) => `${Math.floor(n / 3)}-${termEnds[((n % 3) + 3) % 3] ?? '01'}-01`
  return { start: edge(ordinal + count - 1), end: edge(ordinal + count), granularity }
}
