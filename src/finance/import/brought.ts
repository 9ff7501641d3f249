import type { Place } from '../../domain/finance/import/finance-problem.ts'

/** A file where it lies, and the name people know it by. */
export type Brought = { readonly path: string; readonly file: string }

/** Where a figure comes from, so that anybody finds it again: the file and its row, or how many rows were added. */
export function sourceOf(file: string, rows: readonly Place[]): string {
  const [first] = rows
  const sheet = first?.sheet ? `, sheet ‘${first.sheet}’` : ''
  const row = first?.row ?? 1
  return rows.length > 1
    ? `${file}${sheet}, ${rows.length} rows from row ${row}`
    : `${file}${sheet}, row ${row}`
}
