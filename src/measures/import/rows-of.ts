import type { SheetRow } from '../../domain/import/incoming.ts'
import { csvRows } from './csv-rows.ts'
import { fileKind } from './file-kind.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { workbookRows } from './workbook-rows.ts'

/** Some rows of a file, how much of it has been read, and what was understood of the file as a whole. */
export type RowBatch = {
  readonly rows: readonly SheetRow[]
  readonly share: number
  readonly says: readonly string[]
  /** Cells are parted at semicolons, where a comma may be a decimal point. */
  readonly semicolons: boolean
}

/** The rows of a CSV, gzipped CSV, XLSX or ODS file. Throws UnreadableFile with a sentence for anything else. */
export async function* rowsOf(path: string, limits: ReadLimits = readLimits): AsyncGenerator<RowBatch> {
  const kind = await fileKind(path)
  if (kind === 'zip') yield* workbookRows(path, limits)
  else yield* csvRows(path, kind === 'gzip', limits)
}
