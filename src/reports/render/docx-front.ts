import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  PageBreak,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Report } from '../../domain/report/blocks.ts'
import { contentsOf, hasOpeningPage } from './contents.ts'
import { docxText } from './docx-inlines.ts'
import { colour } from './docx-look.ts'

/** The cover block and the contents list. */
export const docxFront = (report: Report): readonly FileChild[] => [
  new Paragraph({
    spacing: { after: 60 },
    border: { top: { style: BorderStyle.SINGLE, size: 48, color: colour.accent, space: 14 } },
    children: [docxText(report.council, { bold: true, color: colour.accent, size: 23 })],
  }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [docxText(report.title)] }),
  ...(report.subtitle === ''
    ? []
    : [new Paragraph({ style: 'Subtitle', children: [docxText(report.subtitle)] })]),
  new Paragraph({ spacing: { after: 280 }, children: [docxText(report.period, { bold: true })] }),
  ...docxContents(report),
]

const docxContents = ({ blocks }: Report): readonly FileChild[] => {
  if (contentsOf(blocks).length === 0) return []
  return [
    new Paragraph({ style: 'ContentsHeading', children: [docxText('Contents')] }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
    ...(hasOpeningPage(blocks) ? [new Paragraph({ children: [new PageBreak()] })] : []),
  ]
}

export const docxHeader = ({ council, title, period }: Report, widthTwips: number): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Note',
        tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
        children: [docxText(council), new TextRun({ children: ['\t'] }), docxText(`${title}, ${period}`)],
      }),
    ],
  })

export const docxFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Note',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
