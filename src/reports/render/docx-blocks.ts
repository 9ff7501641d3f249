import { BorderStyle, type FileChild, HeadingLevel, Paragraph, ShadingType } from 'docx'
import type { Block } from '../../domain/report/blocks.ts'
import { statusMark } from '../../domain/report/status-mark.ts'
import { docxFigure } from './docx-figure.ts'
import { docxInlines, docxText } from './docx-inlines.ts'
import { colour, toneColours } from './docx-look.ts'
import { docxTable } from './docx-table.ts'
import type { DrawChart } from './html-blocks.ts'

export type Surroundings = {
  readonly labels: ReadonlyMap<Block, string>
  readonly drawChart: DrawChart
  readonly widthTwips: number
  /** Each ordered list counts from one, which in Word takes a number of its own. */
  readonly listNumber: (list: Block) => number
}

export const docxBlock = (block: Block, around: Surroundings): readonly FileChild[] => {
  const label = around.labels.get(block) ?? ''
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headingLevels[block.level], children: [docxText(block.text)] })]
    case 'paragraph':
      return [new Paragraph({ children: docxInlines(block.text) })]
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            spacing: { after: index === block.items.length - 1 ? 140 : 50 },
            numbering: {
              reference: block.ordered ? 'ordered' : 'bullets',
              level: 0,
              instance: around.listNumber(block),
            },
            children: docxInlines(item),
          }),
      )
    case 'table':
      return docxTable(block.table, label, around.widthTwips)
    case 'figure':
      return docxFigure(
        { chart: block.chart, source: block.source, label },
        around.drawChart,
        around.widthTwips,
      )
    case 'callout':
      return docxCallout(block)
    default:
      return block satisfies never
  }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

/** Paragraphs with the same edge and shading: read in order by a screen reader, where a table would be a table. */
const docxCallout = (block: Extract<Block, { kind: 'callout' }>): readonly FileChild[] => {
  const { edge } = toneColours[block.tone]
  const look = {
    style: 'Callout',
    keepLines: true,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: colour.wash },
    border: {
      left: { style: BorderStyle.SINGLE, size: 36, color: edge, space: 8 },
      // Room above and below the words, which shading alone does not give.
      top: { style: BorderStyle.SINGLE, size: 4, color: colour.wash, space: 6 },
      bottom: { style: BorderStyle.SINGLE, size: 4, color: colour.wash, space: 6 },
    },
  }
  return [
    new Paragraph({
      ...look,
      keepNext: true,
      spacing: { before: 160 },
      children: [
        docxText(`${statusMark[block.tone]} `, { color: edge, font: 'Segoe UI Symbol' }),
        docxText(block.title, { bold: true }),
      ],
    }),
    new Paragraph({ ...look, spacing: { after: 240 }, children: docxInlines(block.text) }),
  ]
}
