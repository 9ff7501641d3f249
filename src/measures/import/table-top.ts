import type { SheetRow } from '../../domain/import/incoming.ts'
import { rowsOf } from './rows-of.ts'

/** The first filled rows of each sheet, by which people see how a file is laid out. */
export type SheetTop = { readonly sheet: string; readonly rows: readonly Omit<SheetRow, 'sheet'>[] }

const rowsShown = 8
const sheetsShown = 20
const columnsShown = 12
const charactersShown = 60

/** Throws UnreadableFile for what cannot be read at all. */
export async function tableTop(path: string): Promise<SheetTop[]> {
  const tops = new Map<string, Omit<SheetRow, 'sheet'>[]>()
  for await (const { rows } of rowsOf(path)) {
    for (const { sheet, row, cells } of rows) {
      const top = tops.get(sheet) ?? []
      if (!tops.has(sheet) && tops.size < sheetsShown) tops.set(sheet, top)
      if (top.length >= rowsShown || cells.every((cell) => cell.trim() === '')) continue
      const shown = cells.slice(0, columnsShown).map((cell) => cell.slice(0, charactersShown))
      top.push({ row, cells: shown })
    }
    // A CSV has one sheet without a name: its top is enough.
    if ((tops.get('')?.length ?? 0) >= rowsShown) break
  }
  return [...tops].map(([sheet, rows]) => ({ sheet, rows }))
}
