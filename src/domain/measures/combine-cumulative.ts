import { type Period, samePeriod } from '../period.ts'
import { periodText } from '../period-text.ts'
import { type Combined, refuse } from './combine.ts'
import { type Combining, combinePeriods } from './combine-periods.ts'
import type { Observation } from './observation.ts'

/** The running total of the year up to and with the last of the parts, which must follow each other from its start. */
export function yearToDate(parts: readonly Observation[], yearStart: string, how: Combining): Combined {
  const ends = parts.map(({ period }) => period.end).sort()
  const end = ends.at(-1)
  if (end === undefined) return refuse('there are no figures to combine')
  return combinePeriods(parts, { start: yearStart, end, granularity: 'span' }, how)
}

export type Increment =
  | { readonly ok: true; readonly period: Period; readonly value: number }
  | { readonly ok: false; readonly reason: string }

/** What was added between two running totals of the same year, such as a quarter's own number from two 'since April'. */
export function increment(earlier: Observation, later: Observation): Increment {
  const [from, to] = [periodText(earlier.period), periodText(later.period)]
  const no = (reason: string): Increment => ({ ok: false, reason })
  if (earlier.period.start !== later.period.start)
    return no(`${from} and ${to} are not running totals of the same year`)
  if (earlier.period.end >= later.period.end) return no(`${from} is not earlier than ${to}`)
  if (earlier.value === null || later.value === null) return no('one of the two running totals is missing')
  if (later.value < earlier.value)
    return no(
      `the running total falls from ${earlier.value} (${from}) to ${later.value} (${to}): one of them was revised`,
    )
  const granularity = 'span'
  return {
    ok: true,
    period: { start: earlier.period.end, end: later.period.end, granularity },
    value: later.value - earlier.value,
  }
}

/**
 * Why two periods must not be compared, or null when they may: a quarter says nothing beside a half year, nor April to June
 * beside April to September. Running totals are compared at the same distance from the same start of their years.
 */
export function comparisonFault(a: Period, b: Period, cumulative: boolean): string | null {
  if (samePeriod(a, b)) return null
  const [from, to] = [periodText(a), periodText(b)]
  if (monthsIn(a) !== monthsIn(b))
    return `${from} and ${to} are not as long as each other, so they are not compared`
  if (!cumulative && a.granularity === b.granularity) return null
  if (a.start.slice(5) !== b.start.slice(5))
    return cumulative
      ? `the running totals of ${from} and ${to} begin at different times of the year, so they are not compared`
      : `${from} and ${to} are not the same kind of period, so they are not compared`
  return null
}

/** Whole months, or a fraction that tells a day from a month. */
function monthsIn({ start, end }: Period): number {
  const { years, months, days } = Temporal.PlainDate.from(start).until(end, { largestUnit: 'year' })
  return years * 12 + months + days / 100
}
