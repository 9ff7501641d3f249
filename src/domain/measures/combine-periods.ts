import { addDays, granularityOf, type Period, samePeriod } from '../period.ts'
import { dayText, periodText } from '../period-text.ts'
import type { Unit } from '../quantity.ts'
import { type Combined, combine, refuse } from './combine.ts'
import { multiplierOf } from './combine-multiplier.ts'
import type { Aggregation } from './measure.ts'
import type { Observation } from './observation.ts'

export type Combining = {
  readonly aggregation: Aggregation
  readonly unit: Unit
  /** Each value is a running total since the start of the whole period: 'starts since September'. */
  readonly cumulative?: boolean
}

/**
 * The value of a long period from those of the short ones within it: months to a quarter, quarters to a year. The parts must
 * cover the whole, once each; a part of a period is refused, with what is missing.
 */
export function combinePeriods(
  parts: readonly Observation[],
  whole: Period,
  { aggregation, unit, cumulative = false }: Combining,
): Combined {
  if (aggregation === 'none') return refuse('figures of this measure are not added across periods')
  if (parts.length === 0) return refuse(`there are no figures for any part of ${periodText(whole)}`)
  const ordered = [...parts].sort((a, b) => (a.period.start < b.period.start ? -1 : 1))
  const stranger = ordered.find(({ period }) => period.start < whole.start || period.end > whole.end)
  if (stranger) return refuse(`${periodText(stranger.period)} does not lie within ${periodText(whole)}`)
  if (cumulative) return runningTotalOf(ordered, whole)
  const fault = aggregation === 'latest' ? endFault(ordered, whole) : coverFault(ordered, whole)
  if (fault !== null) return refuse(fault)
  const needed = aggregation === 'latest' ? ordered.slice(-1) : ordered
  const empty = needed.filter(({ value }) => value === null).map(({ period }) => periodText(period))
  if (empty.length > 0)
    return refuse(
      `${needed.length - empty.length} of ${needed.length} parts of ${periodText(whole)} have a figure; missing: ${empty.join(', ')}`,
    )
  return combine(needed, aggregation, multiplierOf(unit))
}

/** A running total already is the total of its period: it is read, never added to another. */
function runningTotalOf(parts: readonly Observation[], whole: Period): Combined {
  const late = parts.find(({ period }) => period.start !== whole.start)
  if (late)
    return refuse(
      `${periodText(late.period)} begins on ${dayText(late.period.start)}, so it is no running total of ${periodText(whole)}`,
    )
  const full = parts.find(({ period }) => samePeriod(period, whole))
  if (full) return combine([full], 'latest')
  const reaches = parts
    .map(({ period }) => period.end)
    .sort()
    .at(-1)
  return refuse(
    `the running total reaches ${dayText(addDays(reaches ?? whole.start, -1))}, not the end of ${periodText(whole)}`,
  )
}

/** What keeps the last of the parts from standing for the end of the whole, or null. A lone snapshot may fall on any day. */
function endFault(ordered: readonly Observation[], whole: Period): string | null {
  const last = ordered.at(-1)?.period
  if (!last || last.end === whole.end || (ordered.length === 1 && last.granularity === 'moment')) return null
  return `the latest figure is of ${periodText(last)}, not of the end of ${periodText(whole)}`
}

/** What keeps the parts from covering the whole exactly once, or null. */
function coverFault(ordered: readonly Observation[], whole: Period): string | null {
  let reached = whole.start
  let before: Period | null = null
  for (const { period } of ordered) {
    if (period.start < reached && before !== null)
      return `${periodText(before)} and ${periodText(period)} overlap`
    if (period.start > reached) return gapText(reached, period.start, whole)
    reached = period.end
    before = period
  }
  return reached < whole.end ? gapText(reached, whole.end, whole) : null
}

const gapText = (start: string, end: string, whole: Period): string =>
  `${periodText(whole)} is not complete: no figure for ${periodText({ start, end, granularity: granularityOf(start, end) })}`
