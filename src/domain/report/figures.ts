import type { Block, Figure, Inline, Report, Table } from './blocks.ts'
import { captionLabels } from './caption-labels.ts'

export type ListedFigure = {
  readonly id: string
  /** As printed. */
  readonly text: string
  readonly value: string | null
  readonly source: string | null
  /** Where a reader finds it, in words. */
  readonly where: string
}

/** Every bound figure and every number cell of a report, in reading order. */
export const figuresOf = (report: Report): readonly ListedFigure[] => {
  const labels = captionLabels(report.blocks)
  const listed: ListedFigure[] = []
  let section = { id: 'start', title: 'Start' }
  let paragraphs = 0
  let inSection = 0
  const list = (inlines: readonly Inline[], place: string) => {
    for (const figure of inlines.filter(isFigure)) {
      inSection += 1
      const { text, value, source } = figure
      listed.push({
        id: `${section.id}.${inSection}`,
        text,
        value,
        source,
        where: `${section.title}, ${place}`,
      })
    }
  }
  for (const block of report.blocks) {
    switch (block.kind) {
      case 'heading':
        section = { id: block.id, title: block.text }
        paragraphs = 0
        inSection = 0
        break
      case 'paragraph':
        paragraphs += 1
        list(block.text, `paragraph ${paragraphs}`)
        break
      case 'list':
        block.items.forEach((item, index) => {
          list(item, `list item ${index + 1}`)
        })
        break
      case 'callout':
        list(block.text, `‘${block.title}’`)
        break
      case 'table':
        listed.push(...numberCells(block.table, labels.get(block) ?? 'Table'))
        break
      case 'figure':
        break
      default:
        block satisfies never
    }
  }
  return listed
}

export type ListedPicture = { readonly where: string; readonly title: string; readonly source: string }

/** The charts of a report with where their data came from. */
export const picturesOf = (report: Report): readonly ListedPicture[] => {
  const labels = captionLabels(report.blocks)
  return report.blocks
    .filter((block): block is Extract<Block, { kind: 'figure' }> => block.kind === 'figure')
    .map((block) => ({
      where: labels.get(block) ?? 'Figure',
      title: block.chart.title,
      source: block.source,
    }))
}

const isFigure = (inline: Inline): inline is Figure => typeof inline !== 'string'

const numberCells = (table: Table, label: string): readonly ListedFigure[] =>
  table.rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((cell, columnIndex) => {
      const column = table.columns[columnIndex]
      if (cell.kind !== 'number' || !column) return []
      const rowName = row.cells[0]?.text || String(rowIndex + 1)
      return {
        id: `${table.name}.${rowIndex + 1}.${column.key}`,
        text: cell.text,
        value: cell.value,
        source: cell.source,
        where: `${label}, row ‘${rowName}’, column ‘${column.label}’`,
      }
    }),
  )
