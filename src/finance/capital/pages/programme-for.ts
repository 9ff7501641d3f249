import { NotFound } from '../../../access/refusals.ts'
import type { Db } from '../../../db/database.ts'
import { yearText } from '../../../domain/financial-year.ts'
import { firstYear } from '../programme-words.ts'
import { type CapitalView, capitalProgrammes, capitalView } from '../queries.ts'

/** The latest programme that begins in the financial year asked for; the latest of all where none is asked for. */
export async function programmeFor(db: Db, year: string | null): Promise<CapitalView> {
  for (const programme of await capitalProgrammes(db)) {
    const view = await capitalView(db, programme)
    if (year === null || firstYear(view) === year) return view
  }
  throw new NotFound(
    year === null
      ? 'No capital programme has been recorded yet.'
      : isFinancialYear(year)
        ? `No capital programme is held that begins in ${yearText(year)}.`
        : `'${year}' is not a financial year; write it as 2024-25.`,
    [{ text: 'The latest capital programme', href: '/finance/capital' }],
  )
}

const isFinancialYear = (text: string): boolean => /^\d{4}-\d{2}$/.test(text)
