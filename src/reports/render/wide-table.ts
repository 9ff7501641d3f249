import type { Table } from '../../domain/report/blocks.ts'

/** More columns than a portrait A4 page shows legibly: printed on a page turned on its side. */
export const isWide = (table: Table): boolean => table.columns.length > 7
