import { financialStartYear, financialYear } from '../domain/period.ts'
import { periodSlug } from '../domain/period-text.ts'

/** The financial year a day falls in, or one so many years after it, as it stands in addresses and rows: '2024-25'. */
export const financialYearOf = (day: string, after = 0): string =>
  periodSlug(financialYear(financialStartYear(day) + after))
