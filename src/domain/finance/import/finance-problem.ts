import type { ImportProblem, Understood } from '../../import/incoming.ts'

/** What is wrong with a finance file, or is asked about, and where. A CSV has one sheet, without a name. */
export type FinanceProblem = ImportProblem & { readonly sheet: string }

export type FinanceUnderstood = Understood & { readonly sheet: string }

export type Place = { readonly sheet: string; readonly row: number }

export const problemAt = (
  { sheet, row }: Place,
  column: string,
  value: string,
  message: string,
): FinanceProblem => ({ sheet, row, column, value, message })

/** 'row 4', or with its sheet where the file has several. */
export const placeText = ({ sheet, row }: Place): string =>
  sheet === '' ? `row ${row}` : `row ${row} of the sheet ‘${sheet}’`

/** A few of many places, in the order of the file. */
export function placesText(places: readonly Place[]): string {
  const shown = places.slice(0, 5).map(placeText)
  return places.length > shown.length
    ? `${shown.join(', ')} and ${places.length - shown.length} more`
    : shown.join(', ')
}

/** By sheet, the one met first first, and by row: as whoever mends the file comes to them. */
export function inFileOrder<P extends Place>(all: readonly P[], sheets: readonly string[]): P[] {
  const order = (sheet: string): number => sheets.indexOf(sheet)
  return all.toSorted((a, b) => order(a.sheet) - order(b.sheet) || a.row - b.row)
}
