import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Cell, Column, Row, Table } from '../../domain/report/blocks.ts'
import { isNameOnly } from '../../domain/report/row-groups.ts'
import { statusMark } from '../../domain/report/status-mark.ts'
import { allowedInXml, docxText } from './docx-inlines.ts'
import { colour, toneColours } from './docx-look.ts'
import { outsideHref } from './safe-href.ts'

export const docxTable = (table: Table, label: string, widthTwips: number): readonly FileChild[] => {
  const widths = columnWidths(table.columns, widthTwips)
  const rows = table.rows.map((row, index) =>
    docxRow(row, table.columns, widths, staysWithNext(table.rows, index)),
  )
  return [
    new Paragraph({
      style: 'Caption',
      children: [docxText(`${label}. `, { color: colour.accent }), docxText(table.caption)],
    }),
    new WordTable({
      width: { size: widthTwips, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      margins: { top: 70, bottom: 70, left: 100, right: 100 },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [headerRow(table.columns, widths), ...(rows.length > 0 ? rows : [nothingRow(widths)])],
    }),
    ...table.notes.map((note) => new Paragraph({ style: 'Note', children: [docxText(note)] })),
    // Word joins two tables that touch, and needs room below the last note.
    new Paragraph({ style: 'TableText', spacing: { after: 120 } }),
  ]
}

/** Whole twips that add up to the width exactly. */
export const columnWidths = (columns: readonly Column[], widthTwips: number): number[] => {
  const whole = columns.reduce((sum, column) => sum + column.weight, 0)
  let weight = 0
  let placed = 0
  return columns.map((column) => {
    weight += column.weight
    const width = Math.round((widthTwips * weight) / whole) - placed
    placed += width
    return width
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const line = (size: number, ink: string) => ({ style: BorderStyle.SINGLE, size, color: ink })
const shortTableRows = 12

/** A short table stays on one page; in a long one a group's name and the row before a total are never alone. */
const staysWithNext = (rows: readonly Row[], index: number): boolean => {
  const next = rows[index + 1]
  if (!next) return false
  return rows.length <= shortTableRows || rows[index]?.role === 'group' || next.role === 'total'
}

const headerRow = (columns: readonly Column[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          ...widthOf(widths[index] ?? 0),
          verticalAlign: VerticalAlignTable.BOTTOM,
          borders: { bottom: line(12, colour.accent) },
          children: [cellParagraph([docxText(column.label, { bold: true })], column.align)],
        }),
    ),
  })

const docxRow = (
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow => {
  const first = row.cells[0]
  const spans = row.role === 'group' && first !== undefined && isNameOnly(row)
  const cells = spans ? [first] : row.cells
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          ...(spans ? { columnSpan: columns.length } : widthOf(widths[index] ?? 0)),
          ...rowLook(row),
          children: [cellParagraph(cellRuns(cell, row.role !== 'body'), columns[index]?.align ?? 'left')],
        }),
    ),
  })
}

const nothingRow = (widths: readonly number[]): TableRow =>
  new TableRow({
    children: [
      new TableCell({
        columnSpan: widths.length,
        children: [cellParagraph([docxText('Nothing to show.', { color: colour.quiet })], 'left')],
      }),
    ],
  })

const rowLook = (row: Row) => ({
  ...(row.role === 'group' ? { shading: solid(colour.wash) } : {}),
  borders:
    row.role === 'total'
      ? { top: line(12, colour.ink), bottom: line(12, colour.ink) }
      : { bottom: line(4, colour.rule) },
})

const solid = (fill: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill })

const cellRuns = (cell: Cell, bold: boolean) => {
  switch (cell.kind) {
    case 'number':
      return [docxText(cell.text, { bold, ...(cell.value === null ? { color: colour.quiet } : {}) })]
    case 'status': {
      const { ink, fill } = toneColours[cell.tone]
      const look = { color: ink, shading: solid(fill) }
      return [
        // Arial has no star or diamond; named here, Word takes them from a font that does.
        docxText(`\u00a0${statusMark[cell.tone]}`, { ...look, font: 'Segoe UI Symbol' }),
        docxText(`\u00a0${cell.text}\u00a0`, { ...look, bold: true }),
      ]
    }
    case 'text': {
      const link = cell.href === undefined ? null : outsideHref(cell.href)
      if (link === null) return [docxText(cell.text, { bold })]
      return [
        new ExternalHyperlink({
          link: allowedInXml(link),
          children: [docxText(cell.text, { bold, style: 'Hyperlink' })],
        }),
      ]
    }
    default:
      return cell satisfies never
  }
}

const cellParagraph = (children: ReturnType<typeof cellRuns>, align: Column['align']): Paragraph =>
  new Paragraph({
    style: 'TableText',
    alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children,
  })

const widthOf = (twips: number) => ({ width: { size: twips, type: WidthType.DXA } })
