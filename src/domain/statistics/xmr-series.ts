import { isIsoDate } from './iso-date.ts'
import { type Refused, refused } from './refused.ts'
import { show } from './show-input.ts'

export { show }

/** A checked series in date order, ready for the core: NaN where a value is missing, and where each group starts. */
export interface XmrSeries {
  readonly ok: true
  readonly dates: readonly string[]
  readonly values: Float64Array
  readonly starts: readonly number[]
  /** The rebase date that opened each group; null for a group opened by the first point. */
  readonly openedBy: readonly (string | null)[]
  /** Rebase dates that are no point of the series and so start no group. */
  readonly unusedRebases: readonly string[]
  readonly missing: number
}

/**
 * Checks and orders the rows of a series. Rows may come in any order; a date twice, a date that does not exist, a value that
 * is not a finite number or null, and a series with no value at all are refused with the row that is at fault.
 *
 * A rebase date that is a point of the series starts a new group at that point (source: NHSRplotthedots 0.2.2).
 */
export function xmrSeries(
  dates: readonly unknown[],
  values: readonly unknown[],
  rebaseDates: readonly unknown[] = [],
): XmrSeries | Refused {
  if (dates.length !== values.length) {
    return refused(
      `there are ${dates.length} dates but ${values.length} values; give one value, or null, for each date`,
    )
  }
  if (dates.length === 0) return refused('there are no points')
  const fault = rowFault(dates, values) ?? rebaseFault(rebaseDates)
  if (fault !== null) return refused(fault)
  const order = dateOrder(dates as readonly string[])
  const sortedDates = order === null ? (dates as readonly string[]) : order.map((i) => dates[i] as string)
  const twice = sortedDates.find((date, i) => date === sortedDates[i - 1])
  if (twice !== undefined) return refused(`the date ${twice} appears twice; keep one row for each date`)
  const sortedValues = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    sortedValues[i] = (values[order === null ? i : (order[i] as number)] as number | null) ?? Number.NaN
  }
  const missing = sortedValues.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0)
  if (missing === values.length) return refused('every value is missing')
  return {
    ok: true,
    dates: sortedDates,
    values: sortedValues,
    missing,
    ...groupStarts(sortedDates, rebaseDates),
  }
}

// A sum of values beyond this could overflow before a mean is taken, whatever the length of the series.
const LARGEST = 1e290

function rowFault(dates: readonly unknown[], values: readonly unknown[]): string | null {
  for (let i = 0; i < dates.length; i++) {
    if (!isIsoDate(dates[i]))
      return `point ${i + 1} has the date ${show(dates[i])}, which is not a day written YYYY-MM-DD`
    const value = values[i]
    if (value === null) continue
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return `the value at ${dates[i]} is ${show(value)}; a value is a finite number, or null where it is missing`
    }
    if (Math.abs(value) > LARGEST) return `the value at ${dates[i]} is ${value}, too large to average`
  }
  return null
}

function rebaseFault(rebaseDates: readonly unknown[]): string | null {
  const wrong = rebaseDates.find((date) => !isIsoDate(date))
  return wrong === undefined ? null : `the rebase date ${show(wrong)} is not a day written YYYY-MM-DD`
}

/** The order that puts the dates in sequence, or null when they already are. */
function dateOrder(dates: readonly string[]): number[] | null {
  for (let i = 1; i < dates.length; i++) {
    if ((dates[i] as string) < (dates[i - 1] as string)) {
      return dates.map((_, k) => k).sort((a, b) => ((dates[a] as string) < (dates[b] as string) ? -1 : 1))
    }
  }
  return null
}

function groupStarts(dates: readonly string[], rebaseDates: readonly unknown[]) {
  const wanted = new Set(rebaseDates as readonly string[])
  const starts = [0]
  const openedBy: (string | null)[] = [null]
  if (wanted.size === 0) return { starts, openedBy, unusedRebases: [] }
  dates.forEach((date, i) => {
    if (!wanted.delete(date)) return
    if (i === 0) openedBy[0] = date
    else {
      starts.push(i)
      openedBy.push(date)
    }
  })
  return { starts, openedBy, unusedRebases: [...wanted].sort() }
}
