import { bankHolidays } from '../../domain/calendar/bank-holidays.ts'
import { calendarKinds } from '../../domain/calendar/calendar-kind.ts'
import type { DatedItem } from '../../domain/calendar/dated-item.ts'
import { addMonths, month, quarterContaining } from '../../domain/period.ts'
import { periodSlug, periodText } from '../../domain/period-text.ts'
import { aboutWords, whenWords, whoWords } from '../item-words.ts'
import type { Span } from '../span.ts'

type Entry = {
  readonly kind: 'item' | 'holiday' | 'today'
  readonly when: string
  readonly title: string
  readonly href: string | null
  readonly about: string | null
  readonly of: string
  readonly who: string
  readonly note: string | null
  readonly illustrative: boolean
}

type Shown = { readonly span: Span; readonly today: string }

/** The months of a span, each with what it holds. */
export function monthsOf(items: readonly DatedItem[], { span, today }: Shown) {
  const starts: string[] = []
  for (let start = span.start; start < span.end; start = addMonths(start, 1)) starts.push(start)
  return starts.map((start) => {
    const period = monthFrom(start)
    return {
      id: periodSlug(period),
      title: periodText(period),
      quarter: periodText(quarterContaining(start)),
      isNow: today >= period.start && today < period.end,
      entries: entriesOf(items, { start, end: period.end, isFirst: start === span.start, today }),
    }
  })
}

const monthFrom = (start: string) => {
  const { year, month: number } = Temporal.PlainDate.from(start)
  return month(year, number)
}

/** Days first, in their order; then what is some time in the month, or begins in it, or was under way when the page begins. */
function entriesOf(
  items: readonly DatedItem[],
  { start, end, isFirst, today }: { start: string; end: string; isFirst: boolean; today: string },
): Entry[] {
  const isIn = (day: string) => day >= start && day < end
  const isDay = ({ when }: DatedItem) => when.granularity === 'moment'
  const days = [
    ...bankHolidays(Temporal.PlainDate.from(start).year)
      .filter(({ date }) => isIn(date))
      .map(({ date, name }) => ({ date, entry: mark('holiday', date, `Bank holiday: ${name}`) })),
    ...(isIn(today) ? [{ date: today, entry: mark('today', today, 'Today') }] : []),
    ...items
      .filter((item) => isDay(item) && isIn(item.when.start))
      .map((item) => ({ date: item.when.start, entry: entryOf(item) })),
  ]
  const within = items.filter(
    (item) => !isDay(item) && (isIn(item.when.start) || (isFirst && item.when.start < start)),
  )
  return [
    ...days.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).map(({ entry }) => entry),
    ...within.map(entryOf),
  ]
}

const entryOf = (item: DatedItem): Entry => ({
  kind: 'item',
  when: item.when.granularity === 'moment' ? weekdayText(item.when.start) : whenWords(item),
  title: item.title,
  href: item.href,
  about: aboutWords(item.about),
  of: calendarKinds[item.kind],
  who: whoWords(item),
  note: item.note,
  illustrative: item.illustrative,
})

const mark = (kind: Entry['kind'], date: string, title: string): Entry => ({
  kind,
  when: weekdayText(date),
  title,
  href: null,
  about: null,
  of: '',
  who: '',
  note: null,
  illustrative: false,
})

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** 'Monday 4' */
export const weekdayText = (date: string): string =>
  `${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''} ${Temporal.PlainDate.from(date).day}`
