import type { Row, Table } from './blocks.ts'

export type RowGroup = { readonly heading: Row | null; readonly rows: readonly Row[] }

/** The rows in the groups they stand in, with the totals at the very end apart. */
export const rowGroups = (
  table: Table,
): { readonly groups: readonly RowGroup[]; readonly closing: readonly Row[] } => {
  const lastBody = table.rows.findLastIndex((row) => row.role !== 'total')
  const groups: { heading: Row | null; rows: Row[] }[] = []
  for (const row of table.rows.slice(0, lastBody + 1)) {
    const current = groups.at(-1)
    if (row.role === 'group') groups.push({ heading: row, rows: [] })
    else if (current) current.rows.push(row)
    else groups.push({ heading: null, rows: [row] })
  }
  return { groups, closing: table.rows.slice(lastBody + 1) }
}

/** A heading row with nothing beside its name stretches over the whole width. */
export const isNameOnly = (row: Row): boolean => row.cells.slice(1).every((cell) => cell.text === '')
