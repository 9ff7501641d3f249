import { AlignmentType, convertMillimetersToTwip, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import type { StatusTone } from '../../domain/report/chart.ts'

export const colour = {
  accent: '12436D',
  ink: '0B0C0C',
  quiet: '505A5F',
  rule: 'D5D9DC',
  wash: 'F3F5F6',
} as const

export const toneColours: Readonly<Record<StatusTone, { fill: string; ink: string; edge: string }>> = {
  exceeding: { fill: 'BFE3D0', ink: '003D1F', edge: '00703C' },
  good: { fill: 'D9EFE2', ink: '00401F', edge: '00703C' },
  close: { fill: 'FDEEBD', ink: '4F3A00', edge: 'B58800' },
  bad: { fill: 'F8D7D2', ink: '6B1208', edge: 'A3220F' },
  neutral: { fill: 'DFE8F0', ink: '12436D', edge: '12436D' },
  unjudged: { fill: 'F3F5F6', ink: '3F474B', edge: '505A5F' },
  none: { fill: 'ECEEEF', ink: '3F474B', edge: '505A5F' },
}

/** Sizes in half points and spaces in twentieths of a point, as Word counts them. */
export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 21, color: colour.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 283, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Arial', size: 52, bold: true, color: colour.ink },
      paragraph: { spacing: { before: 80, after: 100, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: 'Arial', size: 32, bold: true, color: colour.accent },
      paragraph: {
        spacing: { before: 440, after: 140, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    heading2: {
      run: { font: 'Arial', size: 25, bold: true, color: colour.ink },
      paragraph: {
        spacing: { before: 320, after: 100, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    heading3: {
      run: { font: 'Arial', size: 21, bold: true, color: colour.ink },
      paragraph: {
        spacing: { before: 240, after: 60, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    caption: {
      run: { font: 'Arial', size: 20, bold: true, italics: false, color: colour.ink },
      paragraph: {
        spacing: { before: 280, after: 100, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    hyperlink: { run: { color: colour.accent, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 25, color: colour.quiet },
      paragraph: { spacing: { after: 160 } },
    },
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      run: { size: 25, bold: true, color: colour.accent },
      paragraph: { spacing: { before: 360, after: 100 }, keepNext: true },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 17, color: colour.quiet },
      paragraph: { spacing: { before: 60, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Callout',
      name: 'Callout',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 0, after: 0 }, indent: { left: 200, right: 120 } },
    },
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      paragraph: { spacing: { after: 50 }, indent: { left: (level - 1) * 340 } },
    })),
  ],
}

const indented = { style: { paragraph: { indent: { left: 400, hanging: 300 } } } }

export const docxNumbering = {
  config: [
    {
      reference: 'ordered',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          ...indented,
        },
      ],
    },
    {
      reference: 'bullets',
      levels: [
        { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, ...indented },
      ],
    },
  ],
}

const marginTwips = convertMillimetersToTwip(20)
const a4 = { width: 11_906, height: 16_838 } as const

/** docx swaps the sides of a landscape page itself, so the size given is always the portrait one. */
export const docxPage = (orientation: 'portrait' | 'landscape') => ({
  size: { ...a4, orientation },
  margin: {
    top: convertMillimetersToTwip(24),
    bottom: convertMillimetersToTwip(20),
    left: marginTwips,
    right: marginTwips,
    header: convertMillimetersToTwip(11),
    footer: convertMillimetersToTwip(10),
  },
})

export const textWidthTwips = (orientation: 'portrait' | 'landscape'): number =>
  (orientation === 'portrait' ? a4.width : a4.height) - 2 * marginTwips
