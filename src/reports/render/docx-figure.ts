import { type FileChild, ImageRun, LineRuleType, Paragraph } from 'docx'
import type { Chart } from '../../domain/report/chart.ts'
import { allowedInXml, docxText } from './docx-inlines.ts'
import { colour } from './docx-look.ts'
import type { DrawChart } from './html-blocks.ts'
import { pictureOf } from './picture.ts'

type Drawn = { readonly chart: Chart; readonly source: string; readonly label: string }

export const docxFigure = (
  { chart, source, label }: Drawn,
  drawChart: DrawChart,
  widthTwips: number,
): readonly FileChild[] => {
  const svg = drawChart(chart)
  const { png, width, height, hasWords } = pictureOf(svg)
  const fit = Math.min(twipsToPixels(widthTwips) / width, tallestPixels / height)
  const image = {
    transformation: { width: Math.round(width * fit), height: Math.round(height * fit) },
    altText: {
      name: label,
      title: allowedInXml(chart.title),
      description: allowedInXml(chart.description),
    },
  }
  return [
    new Paragraph({
      style: 'Caption',
      children: [docxText(`${label}. `, { color: colour.accent }), docxText(chart.title)],
    }),
    new Paragraph({
      keepNext: true,
      spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        // A PNG looks the same in every version of Word. Where it would lack its words, Word draws the SVG itself.
        hasWords
          ? new ImageRun({ type: 'png', data: png, ...image })
          : new ImageRun({
              type: 'svg',
              data: Buffer.from(svg),
              fallback: { type: 'png', data: png },
              ...image,
            }),
      ],
    }),
    ...(hasWords
      ? []
      : [new Paragraph({ style: 'Note', keepNext: true, children: [docxText(chart.description)] })]),
    new Paragraph({ style: 'Note', spacing: { after: 240 }, children: [docxText(`Source: ${source}`)] }),
  ]
}

/** Word measures pictures in pixels, 96 to the inch. */
const twipsToPixels = (twips: number): number => twips / 15
const tallestPixels = 560
