import { bankHolidays } from './bank-holidays.ts'

/** Monday to Friday, unless it is a bank holiday of England. */
export function isWorkingDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date)
  return day.dayOfWeek < 6 && !bankHolidays(day.year).some((holiday) => holiday.date === day.toString())
}

/**
 * The working day so many working days after a day (before it, when negative). The day itself is not counted: one after
 * a Friday is Monday, and so is one after that Saturday. Nought gives the day itself, or the next working day when it is none.
 */
export function addWorkingDays(date: string, days: number): string {
  if (!Number.isInteger(days)) throw new RangeError(`${days} is not a number of whole days.`)
  let day = Temporal.PlainDate.from(date)
  const step = days < 0 ? -1 : 1
  if (days === 0) {
    while (!isWorkingDay(day.toString())) day = day.add({ days: 1 })
    return day.toString()
  }
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: step })
    if (isWorkingDay(day.toString())) left--
  }
  return day.toString()
}

/** How many working days there are from one day until before another. */
export function workingDaysBetween(from: string, before: string): number {
  let count = 0
  const end = Temporal.PlainDate.from(before).toString()
  for (let day = Temporal.PlainDate.from(from); day.toString() < end; day = day.add({ days: 1 }))
    if (isWorkingDay(day.toString())) count++
  return count
}
