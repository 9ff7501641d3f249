import {
  addDays,
  addMonths,
  financialStartYear,
  financialYear,
  granularityOf,
  month,
  type Period,
  quarterContaining,
} from '../period.ts'
import { periodSlug } from '../period-text.ts'
import { type CalendarRule, coveredPeriod, type KeptRule } from './calendar-rule.ts'
import { type DatedItem, inOrder } from './dated-item.ts'

export type Window = { readonly start: string; readonly end: string }

/** Whether dates follow from a rule. */
export const isDated = ({ cadence, cycleStart }: CalendarRule): boolean =>
  cadence !== null && (cadence !== 'four-yearly' || cycleStart !== null)

/** What the rules give for a window, or reaches into it: in order. The source names no day, only when some time. */
export const calendarEvents = (rules: readonly KeptRule[], window: Window): DatedItem[] =>
  inOrder(
    rules.flatMap((rule) =>
      timesOf(rule, window)
        .filter(({ when: { start, end } }) => start < window.end && end > window.start)
        .map((time) => itemOf(rule, time)),
    ),
  )

/** One time that a rule comes round, named so that a corrected rule leaves it its name. */
type Time = { readonly name: string; readonly when: Period }

function itemOf(rule: KeptRule, { name, when }: Time): DatedItem {
  const { code, kind, title, roles, forum, detail, note, source, cadence, revision, changedAt } = rule
  // Three months of the calendar may be a quarter by their bounds, and are named by it only when the rule is quarterly.
  const isMonths = when.granularity === 'quarter' && cadence !== 'quarterly'
  return {
    key: `${code}-${name}`,
    kind,
    title,
    when: isMonths ? { ...when, granularity: 'span' } : when,
    about: rule.covers === null ? null : coveredPeriod(rule.covers, when.start),
    roles,
    forum,
    detail,
    note,
    href: null,
    source,
    cadence,
    revision,
    changedAt,
    illustrative: false,
  }
}

function timesOf(rule: CalendarRule, window: Window): Time[] {
  if (!isDated(rule)) return []
  switch (rule.cadence) {
    case 'weekly':
      return following(weekOf(window.start), window, (week) => weekOf(week.end)).map((when) => ({
        name: when.start,
        when,
      }))
    case 'monthly':
      return following(monthOf(window.start), window, ({ end }) => monthOf(end))
        .filter(({ start }) => isInMonths(rule, monthNumber(start)))
        .map((when) => ({ name: periodSlug(when), when }))
    case 'quarterly':
      return following(quarterContaining(window.start), window, ({ end }) => quarterContaining(end)).map(
        (when) => ({ name: periodSlug(when), when }),
      )
    case 'annual':
      return yearsOf(window).map((year) => ({
        name: periodSlug(financialYear(year)),
        when: yearly(rule, year),
      }))
    case 'four-yearly':
      return yearsOf(window).flatMap((year) =>
        fourYearly(rule, year).map((when) => ({ name: `four-years-from-${year}`, when })),
      )
    default:
      return []
  }
}

function following(first: Period, window: Window, next: (period: Period) => Period): Period[] {
  const periods: Period[] = []
  for (let period = first; period.start < window.end; period = next(period)) periods.push(period)
  return periods
}

/** A week runs from Monday, as ISO 8601 has it. */
function weekOf(date: string): Period {
  const start = addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
  return { start, end: addDays(start, 7), granularity: 'span' }
}

const monthNumber = (date: string): number => Temporal.PlainDate.from(date).month
const monthOf = (date: string): Period => month(Temporal.PlainDate.from(date).year, monthNumber(date))

function isInMonths({ firstMonth: first, lastMonth: last }: CalendarRule, number: number): boolean {
  if (first === null || last === null) return true
  return first <= last ? first <= number && number <= last : number >= first || number <= last
}

/** Financial years, by the year they began in, far enough to either side for what reaches into the window. */
function yearsOf({ start, end }: Window): number[] {
  const first = financialStartYear(start) - 4
  return Array.from({ length: financialStartYear(end) + 2 - first }, (_, index) => first + index)
}

/** Once in the financial year: in its months, or some time in it when none are named. */
function yearly({ firstMonth: first, lastMonth: last }: CalendarRule, year: number): Period {
  if (first === null || last === null) return financialYear(year)
  const start = month(first >= 4 ? year : year + 1, first).start
  const end = addMonths(start, ((last - first + 12) % 12) + 1)
  return { start, end, granularity: granularityOf(start, end) }
}

/** The four years of each cycle; or, where it is to be done before a cycle begins, the last day for it. */
function fourYearly({ cycleStart, lastMonth }: CalendarRule, year: number): Period[] {
  if (cycleStart === null) return []
  if ((year - cycleStart) % 4 !== 0) return []
  if (lastMonth === null)
    return [{ start: financialYear(year).start, end: financialYear(year + 4).start, granularity: 'span' }]
  const { end } = month(lastMonth >= 4 ? year - 1 : year, lastMonth)
  return [{ start: addDays(end, -1), end, granularity: 'moment' }]
}
