import {
  academicYear,
  addDays,
  addMonths,
  financialQuarter,
  financialYear,
  granularityOf,
  moment,
  month,
  type Parsed,
  type Period,
} from '../period.ts'
import { parsePeriod } from '../period-text.ts'
import { plainText } from './plain-text.ts'

export type PeriodReading = Parsed<Period> & { readonly says?: string }

/** Reads a period as councils and publishers write it: what `parsePeriod` reads, and the forms below. */
export function readPeriod(written: string): PeriodReading {
  const known = parsePeriod(written)
  if (known.ok) return known
  const text = plainText(written)
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^(?:as at|at|on|fy|financial year|the)\s*(?=\d)/, '')
    .replace(/ (?:financial|fiscal) year$/, '')
  for (const form of forms) {
    const read = form(text)
    if (read === null) continue
    return 'problem' in read ? { ok: false, problem: `'${written}' ${read.problem}` } : read
  }
  return known
}

type Form = (text: string) => PeriodReading | { readonly problem: string } | null

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
const monthNumber = (word = ''): number => names.indexOf(word.slice(0, 3)) + 1
const yearWord = String.raw`'?(\d{4}|\d{2})`
const fullYear = (digits = ''): number => Number(digits) + (digits.length === 2 ? 2000 : 0)
const ok = (value: Period, says?: string): PeriodReading =>
  says === undefined ? { ok: true, value } : { ok: true, value, says }
const of = (pattern: string, read: (parts: readonly string[]) => ReturnType<Form>): Form => {
  const whole = new RegExp(`^${pattern}$`)
  return (text) => {
    const parts = whole.exec(text)
    return parts ? read(parts.slice(1).map((part) => part ?? '')) : null
  }
}

const splitYear = String.raw`(\d{4})[/-](\d{4}|\d{2})`
const follows = (first = '', next = ''): number | null =>
  Number(next) % 100 === (Number(first) + 1) % 100 &&
  (next.length === 2 || Number(next) === Number(first) + 1)
    ? Number(first)
    : null
const inYear = (first: string | undefined, next: string | undefined, make: (start: number) => Period) => {
  const start = follows(first, next)
  return start === null
    ? { problem: `is not a year: ${first} is not followed by ${next}; write a financial year as 2024-25.` }
    : ok(make(start))
}
const quarterOf = (quarter = '') => Number(quarter) as 1 | 2 | 3 | 4

const day = (year: number, monthOfYear: number, dayOfMonth: number): PeriodReading | { problem: string } => {
  try {
    const date = Temporal.PlainDate.from(
      { year, month: monthOfYear, day: dayOfMonth },
      { overflow: 'reject' },
    )
    return ok(moment(date.toString()))
  } catch {
    return { problem: 'is not a day of the calendar. Dates are read day first, as 30/06/2024.' }
  }
}

const between = (start: Period, last: Period): ReturnType<Form> =>
  last.end <= start.start
    ? { problem: 'ends before it starts.' }
    : ok({ start: start.start, end: last.end, granularity: granularityOf(start.start, last.end) })

const serialSays =
  'A number of five digits was read as the date it is in a spreadsheet, counted in days from 1900.'
const dayFirst = 'A date with strokes was read day first.'

const forms: readonly Form[] = [
  of(splitYear, ([a, b]) => inYear(a, b, financialYear)),
  of(`q(?:uarter ?)?([1-4])[ ,-]*(?:of )?${splitYear}`, ([q, a, b]) =>
    inYear(a, b, (start) => financialQuarter(start, quarterOf(q))),
  ),
  of(`${splitYear}[ ,-]*q(?:uarter ?)?([1-4])`, ([a, b, q]) =>
    inYear(a, b, (start) => financialQuarter(start, quarterOf(q))),
  ),
  of(`(?:ay|academic year|school year) ?${splitYear}`, ([a, b]) => inYear(a, b, academicYear)),
  of(`${splitYear} (?:academic|school)(?: year)?`, ([a, b]) => inYear(a, b, academicYear)),
  of(`${monthWord}[ /-]*${yearWord}`, ([name, y]) => ok(month(fullYear(y), monthNumber(name)))),
  of(String.raw`(\d{4})[ /-]*${monthWord}`, ([y, name]) => ok(month(Number(y), monthNumber(name)))),
  of(String.raw`(0?[1-9]|1[0-2])/(\d{4})`, ([m, y]) => ok(month(Number(y), Number(m)))),
  of(`${monthWord} ?(?:-|to) ?${monthWord} ?${yearWord}`, ([from, to, y]) =>
    between(month(fullYear(y), monthNumber(from)), month(fullYear(y), monthNumber(to))),
  ),
  of(`${monthWord} ?${yearWord} ?(?:-|to) ?${monthWord} ?${yearWord}`, ([from, y, to, z]) =>
    between(month(fullYear(y), monthNumber(from)), month(fullYear(z), monthNumber(to))),
  ),
  of(
    String.raw`(?:year ending|year to|ye|12 months to|12 months ending) (?:\d{1,2} )?${monthWord} ${yearWord}`,
    ([name, y]) => {
      const { end } = month(fullYear(y), monthNumber(name))
      const start = addMonths(end, -12)
      return ok({ start, end, granularity: granularityOf(start, end) })
    },
  ),
  of(String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`, ([d, m, y]) => {
    const read = day(Number(y), Number(m), Number(d))
    return 'problem' in read ? read : { ...read, says: dayFirst }
  }),
  of(String.raw`(\d{1,2})(?:st|nd|rd|th)?[ -]${monthWord}[ -]${yearWord}`, ([d, name, y]) =>
    day(fullYear(y), monthNumber(name), Number(d)),
  ),
  of(String.raw`(\d{4})-(\d{2})-(\d{2})[t ]00:00(?::00(?:\.0+)?)?z?`, ([y, m, d]) =>
    day(Number(y), Number(m), Number(d)),
  ),
  of(String.raw`([2-5]\d{4})(?:\.0+)?`, ([days]) =>
    ok(moment(addDays('1899-12-30', Number(days))), serialSays),
  ),
  of(String.raw`(?:(\d{4}) ?-?q[1-4]|q[1-4] ?-?(\d{4}))`, () => ({
    problem:
      'may be a quarter of the calendar or of the financial year. Write a financial quarter as 2024-25-q1; for others give period_start and period_end.',
  })),
  of(String.raw`(\d{4})(\d{2})`, () => ({
    problem: 'may be a year or a month. Write a financial year as 2024-25, a month as 2024-06.',
  })),
]
