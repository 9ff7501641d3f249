import {
  addMonths,
  financialStartYear,
  financialYear,
  month,
  type Period,
  quarterContaining,
} from '../period.ts'

/** What the register knows of when a measure has a figure. */
export type Collected = {
  readonly code: string
  /** How often a figure is made; null when the register does not say: then each quarter. */
  readonly frequency: string | null
  /** How many months after a period its figure can be had. */
  readonly lagMonths: number | null
  /** The latest figure that is in from a published series, by the end of the quarter; null when there is none. */
  readonly published: Period | null
}

export type RequestDue = {
  readonly measure: string
  readonly period: Period
  /** A figure with its words, or only words to a figure that is in already. */
  readonly asks: 'figure' | 'words'
}

/**
 * What is asked for a measure in a quarter's cycle; null when nothing is due. Where a published series brings the figures, only
 * words are asked, on its latest. Otherwise the latest period that had ended early enough for its figure to be there.
 */
export function requestDue(measure: Collected, quarter: Period): RequestDue | null {
  if (measure.published !== null && measure.frequency === null)
    return { measure: measure.code, period: measure.published, asks: 'words' }
  const knowable = addMonths(quarter.end, -(measure.lagMonths ?? 0))
  const period = lastEndedBy(knowable, measure.frequency ?? 'quarterly')
  // An annual figure is asked for once: in the quarter in which it can first be had.
  const first = addMonths(period.end, measure.lagMonths ?? 0)
  if (first <= quarter.start) return null
  return { measure: measure.code, period, asks: 'figure' }
}

function lastEndedBy(day: string, frequency: string): Period {
  if (frequency === 'annual') {
    const year = financialYear(financialStartYear(day))
    return year.end <= day ? year : financialYear(financialStartYear(day) - 1)
  }
  if (frequency === 'monthly') {
    const { year, month: number } = Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ months: 1 })
    return month(year, number)
  }
  return quarterContaining(addMonths(quarterContaining(day).start, -3))
}
