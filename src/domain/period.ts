/**
 * Periods of the English public sector. A period is half-open: it starts on `start` and has ended by `end`, the day
 * after its last day, both ISO dates. The financial year runs 1 April to 31 March; its first quarter is April to June.
 */
export type Granularity =
  | 'month'
  | 'quarter'
  | 'term'
  | 'financial-year'
  | 'academic-year'
  | 'calendar-year'
  | 'moment'
  | 'span'

export type Period = { readonly start: string; readonly end: string; readonly granularity: Granularity }

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

const day = (year: number, month: number, dayOfMonth = 1): string =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth }).toString()

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()
export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** The financial year that begins on 1 April of `startYear`: 2024 gives 2024/25. */
export const financialYear = (startYear: number): Period => ({
  start: day(startYear, 4),
  end: day(startYear + 1, 4),
  granularity: 'financial-year',
})

/** Quarter 1 to 4 of the financial year beginning in `startYear`: Q1 is April to June, Q4 January to March. */
export const financialQuarter = (startYear: number, quarter: 1 | 2 | 3 | 4): Period => {
  const start = addMonths(day(startYear, 4), (quarter - 1) * 3)
  return { start, end: addMonths(start, 3), granularity: 'quarter' }
}

/** Whether a text is a month as it is written: '2024-06'. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const month = (year: number, monthOfYear: number): Period => {
  const start = day(year, monthOfYear)
  return { start, end: addMonths(start, 1), granularity: 'month' }
}

export const calendarYear = (year: number): Period => ({
  start: day(year, 1),
  end: day(year + 1, 1),
  granularity: 'calendar-year',
})

/** The school year that begins on 1 September of `startYear`. */
export const academicYear = (startYear: number): Period => ({
  start: day(startYear, 9),
  end: day(startYear + 1, 9),
  granularity: 'academic-year',
})

/** A snapshot: the one day on which something was counted. */
export const moment = (date: string): Period => ({
  start: date,
  end: addDays(date, 1),
  granularity: 'moment',
})

/**
 * The three school terms of the academic year beginning in `startYear`: autumn to 31 December, spring to 31 March,
 * summer to 31 August. Schools' own dates differ; these are the bounds statistics are collected within.
 */
export const term = (startYear: number, name: 'autumn' | 'spring' | 'summer'): Period => {
  const bounds = {
    autumn: [day(startYear, 9), day(startYear + 1, 1)],
    spring: [day(startYear + 1, 1), day(startYear + 1, 4)],
    summer: [day(startYear + 1, 4), day(startYear + 1, 9)],
  } as const
  const [start, end] = bounds[name]
  return { start, end, granularity: 'term' }
}

/** The year in which the financial year containing `date` began. */
export const financialStartYear = (date: string): number => {
  const { year, month: m } = Temporal.PlainDate.from(date)
  return m >= 4 ? year : year - 1
}

/** The financial quarter containing `date`. */
export const quarterContaining = (date: string): Period => {
  const { month: m } = Temporal.PlainDate.from(date)
  return financialQuarter(financialStartYear(date), (Math.floor(((m + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4)
}

/** Which quarter of its financial year a quarter is. */
export const quarterNumber = (quarter: Period): 1 | 2 | 3 | 4 =>
  (Math.floor(((Temporal.PlainDate.from(quarter.start).month + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4

/** The same kind of period, `count` of its own lengths later (negative: earlier). A moment or span moves by years. */
export const shiftPeriod = (period: Period, count: number): Period => {
  const months = {
    month: 1,
    quarter: 3,
    term: 12,
    'financial-year': 12,
    'academic-year': 12,
    'calendar-year': 12,
  }
  const step = months[period.granularity as keyof typeof months] ?? 12
  return {
    start: addMonths(period.start, step * count),
    end: addMonths(period.end, step * count),
    granularity: period.granularity,
  }
}

export const samePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end

/** Whether all of `inner` lies within `outer`. */
export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/**
 * The period between two days, both included, with its granularity told from its bounds: twelve months from April are
 * a financial year, from August or September an academic year (official statistics end it on 31 July or 31 August).
 */
export const periodOfDays = (firstDay: string, lastDay: string): Parsed<Period> => {
  const [first, last] = [parseDay(firstDay), parseDay(lastDay)]
  if (!first.ok) return first
  if (!last.ok) return last
  if (last.value < first.value)
    return { ok: false, problem: `the period ends (${lastDay}) before it starts (${firstDay})` }
  const end = addDays(last.value, 1)
  return { ok: true, value: { start: first.value, end, granularity: granularityOf(first.value, end) } }
}

/** What kind of period two half-open bounds make. */
export const granularityOf = (start: string, end: string): Granularity => {
  const from = Temporal.PlainDate.from(start)
  if (addDays(start, 1) === end) return 'moment'
  if (from.day !== 1) return 'span'
  if (addMonths(start, 1) === end) return 'month'
  if (addMonths(start, 3) === end && from.month % 3 === 1) return 'quarter'
  if (addMonths(start, 12) !== end) return 'span'
  const years: Record<number, Granularity> = {
    1: 'calendar-year',
    4: 'financial-year',
    8: 'academic-year',
    9: 'academic-year',
  }
  return years[from.month] ?? 'span'
}

function parseDay(text: string): Parsed<string> {
  const problem = `'${text}' is not a date; write it as year-month-day, for example 2024-06-30`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ok: false, problem }
  try {
    return { ok: true, value: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() }
  } catch {
    return { ok: false, problem }
  }
}
