import type { SheetRow } from '../../domain/import/incoming.ts'
import { rowsOf } from '../../measures/import/rows-of.ts'
import { UnreadableFile } from '../../measures/import/unreadable-file.ts'

export type FileSheets = {
  readonly sheets: readonly (readonly SheetRow[])[]
  readonly commaIsAmbiguous: boolean
  /** What was understood of the file as a whole. */
  readonly says: readonly string[]
}

/** A ledger of every cost centre of a large council for a year is a fifth of this. */
const mostRows = 200_000

/** The rows of every sheet of a CSV, XLSX or ODS file. Totals may stand anywhere, so a file of money is read whole. */
export async function fileSheets(path: string): Promise<FileSheets> {
  const sheets = new Map<string, SheetRow[]>()
  let [count, commaIsAmbiguous] = [0, false]
  let says: readonly string[] = []
  for await (const batch of rowsOf(path)) {
    count += batch.rows.length
    if (count > mostRows)
      throw new UnreadableFile(
        `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Export one financial year, by cost centre.`,
      )
    for (const row of batch.rows) {
      const rows = sheets.get(row.sheet)
      if (rows) rows.push(row)
      else sheets.set(row.sheet, [row])
    }
    commaIsAmbiguous = batch.semicolons
    says = batch.says
  }
  return { sheets: [...sheets.values()], commaIsAmbiguous, says }
}
