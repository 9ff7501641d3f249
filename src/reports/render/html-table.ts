import type { Cell, Column, Row, Table } from '../../domain/report/blocks.ts'
import { isNameOnly, type RowGroup, rowGroups } from '../../domain/report/row-groups.ts'
import { statusMark } from '../../domain/report/status-mark.ts'
import { escapeHtml } from './escape-html.ts'
import { safeHref } from './safe-href.ts'

export const htmlTable = (table: Table, label: string): string => {
  const { groups, closing } = rowGroups(table)
  const id = `table-${table.name}`
  const body =
    table.rows.length === 0
      ? `<tbody><tr><td colspan="${table.columns.length}" class="missing">Nothing to show.</td></tr></tbody>`
      : groups.map((group) => htmlGroup(group, table)).join('\n')
  return `<div class="table" id="${id}">
<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table>
<caption id="${id}-caption"><span class="label">${escapeHtml(label)}.</span> ${escapeHtml(table.caption)}</caption>
<colgroup>${table.columns.map(() => '<col>').join('')}</colgroup>
<thead><tr>${table.columns.map(htmlColumnHeader).join('')}</tr></thead>
${body}${closing.length > 0 ? `\n<tfoot>\n${closing.map((row) => htmlRow(row, table)).join('\n')}\n</tfoot>` : ''}
</table>
</div>${htmlNotes(table.notes)}
</div>`
}

/** Widths stand in the one stylesheet, because a page that forbids inline styles drops style attributes. */
export const columnWidthCss = (table: Table): string => {
  const whole = table.columns.reduce((sum, column) => sum + column.weight, 0)
  return table.columns
    .map((column, index) => {
      const percent = ((100 * column.weight) / whole).toFixed(2)
      return `#table-${table.name} col:nth-child(${index + 1}){width:${percent}%}`
    })
    .join('\n')
}

const htmlColumnHeader = (column: Column): string =>
  `<th scope="col"${column.align === 'right' ? ' class="number"' : ''}>${escapeHtml(column.label)}</th>`

const htmlGroup = ({ heading, rows }: RowGroup, table: Table): string => {
  const head = heading ? `${htmlGroupHeading(heading, table)}\n` : ''
  return `<tbody>\n${head}${rows.map((row) => htmlRow(row, table)).join('\n')}\n</tbody>`
}

const htmlGroupHeading = (row: Row, table: Table): string => {
  const name = row.cells[0]
  const rest = row.cells.slice(1)
  const span = isNameOnly(row) ? ` colspan="${table.columns.length}"` : ''
  const others = isNameOnly(row) ? '' : rest.map((cell, index) => htmlCell(cell, table.columns[index + 1]))
  return `<tr class="group"><th scope="rowgroup"${span}>${name ? cellContent(name) : ''}</th>${[...others].join('')}</tr>`
}

const htmlRow = (row: Row, table: Table): string => {
  const cells = row.cells.map((cell, index) =>
    index === 0 && cell.kind === 'text'
      ? `<th scope="row">${cellContent(cell)}</th>`
      : htmlCell(cell, table.columns[index]),
  )
  return `<tr${row.role === 'total' ? ' class="total"' : ''}>${cells.join('')}</tr>`
}

const htmlCell = (cell: Cell, column: Column | undefined): string => {
  const classes = [
    ...(column?.align === 'right' ? ['number'] : []),
    ...(cell.kind === 'number' && cell.value === null ? ['missing'] : []),
  ]
  return `<td${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>${cellContent(cell)}</td>`
}

const cellContent = (cell: Cell): string => {
  const text = escapeHtml(cell.text)
  switch (cell.kind) {
    case 'number':
      return cell.value === null ? text : `<data value="${escapeHtml(cell.value)}">${text}</data>`
    case 'status':
      return `<span class="status ${cell.tone}"><span aria-hidden="true">${statusMark[cell.tone]}</span> ${text}</span>`
    case 'text': {
      const href = cell.href === undefined ? null : safeHref(cell.href)
      return href === null ? text : `<a href="${escapeHtml(href)}">${text}</a>`
    }
    default:
      return cell satisfies never
  }
}

const htmlNotes = (notes: readonly string[]): string => {
  if (notes.length === 0) return ''
  return `\n<div class="notes">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`
}
