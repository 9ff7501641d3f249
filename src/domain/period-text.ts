import {
  academicYear,
  addDays,
  calendarYear,
  financialQuarter,
  financialStartYear,
  financialYear,
  moment,
  month,
  type Parsed,
  type Period,
  quarterNumber,
} from './period.ts'

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const twoDigits = (year: number): string => String(year % 100).padStart(2, '0')
const parts = (date: string) => Temporal.PlainDate.from(date)
const monthName = (date: string): string => monthNames[parts(date).month - 1] ?? ''
const lastDay = (period: Period): string => addDays(period.end, -1)

/** '30 September 2023' */
export const dayText = (date: string): string => `${parts(date).day} ${monthName(date)} ${parts(date).year}`

/** How a period is named to a reader: '2024/25', '2024/25 Q1', 'June 2024', '30 September 2023'. */
export function periodText(period: Period): string {
  const year = parts(period.start).year
  switch (period.granularity) {
    case 'financial-year':
      return `${year}/${twoDigits(year + 1)}`
    case 'academic-year':
      return `${year}/${twoDigits(year + 1)} academic year`
    case 'calendar-year':
      return String(year)
    case 'quarter': {
      const start = financialStartYear(period.start)
      return `${start}/${twoDigits(start + 1)} Q${quarterNumber(period)}`
    }
    case 'month':
      return `${monthName(period.start)} ${year}`
    case 'moment':
      return dayText(period.start)
    case 'term':
    case 'span':
      return spanText(period)
    default:
      return period.granularity satisfies never
  }
}

/** As it stands in a sentence: 'in 2023/24', 'on 30 September 2023'. */
export const whenText = (period: Period): string =>
  `${period.granularity === 'moment' ? 'on' : 'in'} ${periodText(period)}`

/** A quarter with its months, for a heading: '2024/25 Q1 (April to June 2024)'. */
export const quarterText = (period: Period): string =>
  `${periodText(period)} (${monthName(period.start)} to ${monthName(lastDay(period))} ${parts(lastDay(period)).year})`

/** For a narrow column, without losing what kind of period it is: '30 Sep 2023', '2022/23 school year', 'Oct–Nov 2022'. */
export function compactPeriodText(period: Period): string {
  const short = (date: string) => monthName(date).slice(0, 3)
  const last = lastDay(period)
  if (period.granularity === 'moment') return `${parts(last).day} ${short(last)} ${parts(last).year}`
  if (period.granularity === 'academic-year')
    return periodText(period).replace(' academic year', ' school year')
  if (period.granularity === 'span') return `${short(period.start)}–${short(last)} ${parts(last).year}`
  return periodText(period)
}

/** A few characters for an axis: '24/25', 'Jun 24', '2023', '30 Sep 23'. */
export function shortPeriodText(period: Period): string {
  const year = parts(period.start).year
  const short = (date: string) => monthName(date).slice(0, 3)
  switch (period.granularity) {
    case 'financial-year':
    case 'academic-year':
      return `${year}/${twoDigits(year + 1)}`
    case 'calendar-year':
      return String(year)
    case 'quarter':
      return `Q${quarterNumber(period)} ${twoDigits(financialStartYear(period.start))}/${twoDigits(financialStartYear(period.start) + 1)}`
    default:
      return `${short(lastDay(period))} ${parts(lastDay(period)).year}`
  }
}

function spanText(period: Period): string {
  const [start, last] = [period.start, lastDay(period)]
  const wholeMonths = parts(start).day === 1 && parts(period.end).day === 1
  if (!wholeMonths) return `${dayText(start)} to ${dayText(last)}`
  if (parts(start).year === parts(last).year)
    return `${monthName(start)} to ${monthName(last)} ${parts(last).year}`
  return `${monthName(start)} ${parts(start).year} to ${monthName(last)} ${parts(last).year}`
}

/** The form used in addresses and on the command line: '2024-25', '2024-25-q1', '2024-06', '2023-09-30'. */
export function periodSlug(period: Period): string {
  const year = parts(period.start).year
  switch (period.granularity) {
    case 'financial-year':
      return `${year}-${twoDigits(year + 1)}`
    case 'quarter': {
      const start = financialStartYear(period.start)
      return `${start}-${twoDigits(start + 1)}-q${quarterNumber(period)}`
    }
    case 'month':
      return period.start.slice(0, 7)
    case 'calendar-year':
      return String(year)
    case 'moment':
      return period.start
    case 'academic-year':
      return `${year}-${twoDigits(year + 1)}-academic`
    default:
      return `${period.start}--${lastDay(period)}`
  }
}

const forms =
  'write a financial year as 2024-25, a quarter as 2024-25-q1, a month as 2024-06, an academic year as 2024-25-academic, a day as 2024-06-30'

/** Reads what `periodSlug` writes, and the printed '2024/25' and '2024/25 Q1'. */
export function parsePeriod(text: string): Parsed<Period> {
  const slug = text.trim().toLowerCase().replace('/', '-').replace(/\s+/g, '-')
  const year = slug.match(/^(\d{4})-(\d{2})(?:-(q[1-4]|academic))?$/)
  if (year) {
    const [start, next, part] = [Number(year[1]), Number(year[2]), year[3]]
    if (next === (start + 1) % 100) return { ok: true, value: yearPart(start, part) }
    if (part === undefined && next >= 1 && next <= 12) return { ok: true, value: month(start, next) }
    return {
      ok: false,
      problem: `'${text}' is not a period: ${year[1]} is not followed by ${year[2]}; ${forms}`,
    }
  }
  if (/^\d{4}$/.test(slug)) return { ok: true, value: calendarYear(Number(slug)) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(slug)) {
    try {
      return { ok: true, value: moment(Temporal.PlainDate.from(slug, { overflow: 'reject' }).toString()) }
    } catch {
      return { ok: false, problem: `'${text}' is not a day of the calendar; ${forms}` }
    }
  }
  return { ok: false, problem: `'${text}' is not a period; ${forms}` }
}

function yearPart(start: number, part: string | undefined): Period {
  if (part === undefined) return financialYear(start)
  if (part === 'academic') return academicYear(start)
  return financialQuarter(start, Number(part.slice(1)) as 1 | 2 | 3 | 4)
}

/** As `parsePeriod`, but only a quarter will do. */
export function parseQuarter(text: string): Parsed<Period> {
  const parsed = parsePeriod(text)
  if (!parsed.ok || parsed.value.granularity === 'quarter') return parsed
  return { ok: false, problem: `'${text}' is not a quarter; write it as 2024-25-q1` }
}

/** As `parsePeriod`, but only a financial year will do. */
export function parseFinancialYear(text: string): Parsed<Period> {
  const parsed = parsePeriod(text)
  if (parsed.ok && parsed.value.granularity === 'financial-year') return parsed
  return { ok: false, problem: `'${text}' is not a financial year; write it as 2024-25` }
}
