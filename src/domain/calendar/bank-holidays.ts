import { easterSunday } from './easter.ts'
import { exceptionalHolidays } from './exceptional-holidays.ts'

export type BankHoliday = { readonly date: string; readonly name: string }

/** The first year in which England had all eight: the Early May bank holiday began in 1978. */
export const firstYear = 1978

/**
 * The bank holidays of England and Wales in a year, in order: the rules of the Banking and Financial Dealings Act 1971
 * with the days proclaimed every year, and the exceptional days. One that may be proclaimed for a year to come is not
 * known here until the table has it.
 */
export function bankHolidays(year: number): readonly BankHoliday[] {
  if (!Number.isInteger(year) || year < firstYear)
    throw new RangeError(`Bank holidays are known from ${firstYear}; ${year} was asked for.`)
  const easter = Temporal.PlainDate.from(easterSunday(year))
  const exceptional = exceptionalHolidays.filter(({ date }) => date.startsWith(`${year}-`))
  const moved = new Set(exceptional.map(({ insteadOf }) => insteadOf))
  const regular = [
    ...withSubstitutes([{ date: day(year, 1, 1).toString(), name: 'New Year’s Day' }]),
    { date: easter.subtract({ days: 2 }).toString(), name: 'Good Friday' },
    { date: easter.add({ days: 1 }).toString(), name: 'Easter Monday' },
    { date: mondayFrom(day(year, 5, 1)), name: 'Early May bank holiday' },
    { date: mondayFrom(day(year, 5, 25)), name: 'Spring bank holiday' },
    { date: mondayFrom(day(year, 8, 25)), name: 'Summer bank holiday' },
    ...withSubstitutes([
      { date: day(year, 12, 25).toString(), name: 'Christmas Day' },
      { date: day(year, 12, 26).toString(), name: 'Boxing Day' },
    ]),
  ]
  return [
    ...regular.filter(({ date }) => !moved.has(date)),
    ...exceptional.map(({ date, name }) => ({ date, name })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const day = (year: number, month: number, dayOfMonth: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth })

/** The first Monday on or after a day: of 1 May the first of the month, of 25 May and 25 August the last. */
const mondayFrom = (from: Temporal.PlainDate): string =>
  from.add({ days: (8 - from.dayOfWeek) % 7 }).toString()

/** Days that fall on a weekend are kept on the next weekday that is not a holiday already. */
function withSubstitutes(days: readonly BankHoliday[]): BankHoliday[] {
  const kept = days.filter(({ date }) => Temporal.PlainDate.from(date).dayOfWeek < 6)
  for (const { date, name } of days) {
    let substitute = Temporal.PlainDate.from(date)
    if (substitute.dayOfWeek < 6) continue
    while (substitute.dayOfWeek > 5 || kept.some((other) => other.date === substitute.toString()))
      substitute = substitute.add({ days: 1 })
    kept.push({ date: substitute.toString(), name: `${name} (substitute day)` })
  }
  return kept
}
