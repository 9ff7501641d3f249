import type { Window } from '../domain/calendar/calendar-events.ts'
import { addMonths, financialStartYear, financialYear, month } from '../domain/period.ts'
import { parsePeriod, periodSlug, periodText } from '../domain/period-text.ts'

/** Which days a calendar page shows: twelve months from this one, a financial year, or a month. */
export type Span = Window & { readonly kind: 'ahead' | 'year' | 'month'; readonly title: string }

const firstOfMonth = (day: string): string => Temporal.PlainDate.from(day).with({ day: 1 }).toString()

export function monthsAhead(today: string): Span {
  const start = firstOfMonth(today)
  return { kind: 'ahead', start, end: addMonths(start, 12), title: 'The next twelve months' }
}

/** Far enough back that last quarter's dates do not vanish from other calendars, and far enough on to plan by. */
export function feedWindow(today: string): Window {
  const start = firstOfMonth(today)
  return { start: addMonths(start, -3), end: addMonths(start, 15) }
}

/** What an address asks for: a year as 2025-26, a month as 2025-11. Anything else is the months ahead. */
export function spanOf(query: URLSearchParams, today: string): Span {
  const asked = parsePeriod(query.get('period') ?? '')
  if (!asked.ok || !isNear(asked.value.start, today)) return monthsAhead(today)
  const { value } = asked
  const title = periodText(value)
  if (value.granularity === 'financial-year') return { ...value, kind: 'year', title }
  if (value.granularity === 'month') return { ...value, kind: 'month', title }
  return monthsAhead(today)
}

/** Who follows the months does not go on for ever: no plan is older or reaches further than this. */
const isNear = (day: string, today: string): boolean =>
  Math.abs(financialStartYear(day) - financialStartYear(today)) <= 8

/** Where else a reader may go from here. */
export function spansAround(today: string, span: Span): { text: string; period: string | null }[] {
  const year = financialStartYear(today)
  const years = [-1, 0, 1, 2].map((offset) => financialYear(year + offset))
  const now = Temporal.PlainDate.from(span.kind === 'month' ? span.start : today)
  const months = [-1, 0, 1].map((offset) => {
    const { year, month: number } = now.with({ day: 1 }).add({ months: offset })
    return month(year, number)
  })
  return [
    { text: monthsAhead(today).title, period: null },
    ...years.map((each) => ({ text: periodText(each), period: periodSlug(each) })),
    ...months
      .filter(({ start }) => isNear(start, today))
      .map((each) => ({ text: periodText(each), period: periodSlug(each) })),
  ]
}
