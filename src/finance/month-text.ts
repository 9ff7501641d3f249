import { month } from '../domain/period.ts'
import { dayText, periodText } from '../domain/period-text.ts'

/** A month as a reader writes it: 'June 2024'. What is no month stays as it is. */
export function monthText(text: string): string {
  const [, year, monthOfYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  return year === undefined ? text : periodText(month(Number(year), Number(monthOfYear)))
}

/** A day, or a month where no more is known: '25 July 2024', 'May 2024'. */
export const whenText = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayText(text) : monthText(text)

/** The financial year as a reader writes it: '2024/25'. */
export const yearText = (financialYear: string): string => financialYear.replace('-', '/')

/** Whether a month lies within a financial year: '2024-06' and '2025-03' within '2024-25'. */
export function isMonthOf(financialYear: string, text: string): boolean {
  const [, start, next] = /^(\d{4})-(\d{2})$/.exec(financialYear) ?? []
  const [, year, monthOfYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  if (start === undefined || year === undefined || (Number(start) + 1) % 100 !== Number(next)) return false
  return Number(year) === (Number(monthOfYear) >= 4 ? Number(start) : Number(start) + 1)
}
