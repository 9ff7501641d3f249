import { Document, Header, Packer, Paragraph, SectionType } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Block, Report } from '../../domain/report/blocks.ts'
import { captionLabels } from '../../domain/report/caption-labels.ts'
import { checkReport } from '../../domain/report/check-report.ts'
import { docxBlock } from './docx-blocks.ts'
import { docxFooter, docxFront, docxHeader } from './docx-front.ts'
import { allowedInXml } from './docx-inlines.ts'
import { docxNumbering, docxPage, docxStyles, textWidthTwips } from './docx-look.ts'
import type { DrawChart } from './html-blocks.ts'
import { type Sheet, sheetsOf } from './sheets.ts'

export const renderDocx = async (
  report: Report,
  { drawChart }: { drawChart: DrawChart },
): Promise<Buffer> => {
  checkReport(report)
  const { title, subtitle, council, period, blocks } = report
  const document = new Document({
    title: allowedInXml(`${title}, ${period}`),
    subject: allowedInXml(subtitle),
    creator: allowedInXml(council),
    lastModifiedBy: allowedInXml(council),
    description: allowedInXml(`${title} of ${council} for ${period}`),
    styles: docxStyles,
    numbering: docxNumbering,
    // Page numbers stand in the contents from the start. Asking Word to fill them in instead makes it put a warning
    // before the reader each time the paper is opened.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: sectionsOf(report, blocks, drawChart),
  })
  return Packer.toBuffer(document)
}

const sectionsOf = (report: Report, blocks: readonly Block[], drawChart: DrawChart) => {
  const labels = captionLabels(blocks)
  const sheets: readonly Sheet[] = sheetsOf(blocks)
  // The cover is upright, whatever the first table is.
  const upright: readonly Sheet[] =
    sheets[0]?.orientation === 'portrait' ? sheets : [{ orientation: 'portrait', blocks: [] }, ...sheets]
  return upright.map(({ orientation, blocks: placed }, index) => {
    const widthTwips = textWidthTwips(orientation)
    const around = { labels, drawChart, widthTwips, listNumber: (list: Block) => blocks.indexOf(list) }
    const children = placed.flatMap((block) => docxBlock(block, around))
    const isFirst = index === 0
    return {
      properties: {
        type: SectionType.NEXT_PAGE,
        page: docxPage(orientation),
        titlePage: isFirst,
      },
      headers: {
        default: docxHeader(report, widthTwips),
        // The first page carries the title already.
        ...(isFirst ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
      },
      footers: { default: docxFooter(), ...(isFirst ? { first: docxFooter() } : {}) },
      children: isFirst ? [...docxFront(report), ...children, ...nothing(blocks)] : children,
    }
  })
}

const nothing = (blocks: readonly Block[]): readonly Paragraph[] =>
  blocks.length === 0 ? [new Paragraph('There is nothing to report.')] : []
