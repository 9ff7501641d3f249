import { NotFound } from '../access/refusals.ts'
import { financialYear, type Period } from '../domain/period.ts'
import { parsePeriod, periodSlug } from '../domain/period-text.ts'

/** A financial year as it stands in an address: '2024-25'. */
export function yearAsked(text: string): Period {
  const parsed = parsePeriod(text)
  if (parsed.ok && parsed.value.granularity === 'financial-year') return parsed.value
  throw new NotFound(`'${text}' is not a financial year. Write it as 2024-25.`)
}

/** The financial year so many years before, as it stands in an address. */
export const yearsBefore = (year: Period, count: number): string =>
  periodSlug(financialYear(Number(year.start.slice(0, 4)) - count))
