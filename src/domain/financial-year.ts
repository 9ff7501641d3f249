import { financialStartYear, financialYear, isMonth, month } from './period.ts'
import { dayText, periodSlug, periodText } from './period-text.ts'

/** The financial year a day or a month falls in, or one so many years after it, as it stands in addresses and rows: '2024-25'. */
export const financialYearOf = (dayOrMonth: string, after = 0): string =>
  periodSlug(financialYear(financialStartYear(isMonth(dayOrMonth) ? `${dayOrMonth}-01` : dayOrMonth) + after))

/** Whether a month lies within a financial year: '2024-06' and '2025-03' within '2024-25'. */
export const isMonthOf = (year: string, text: string): boolean =>
  isMonth(text) && financialYearOf(text) === year

/** The financial year as a reader writes it: '2024/25'. */
export const yearText = (year: string): string => year.replace('-', '/')

/** A month as a reader writes it: 'June 2024'. What is no month stays as it is. */
export const monthText = (text: string): string =>
  isMonth(text) ? periodText(month(Number(text.slice(0, 4)), Number(text.slice(5)))) : text

/** A day, or a month where no more is known: '25 July 2024', 'May 2024'. */
export const dayOrMonthText = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayText(text) : monthText(text)
