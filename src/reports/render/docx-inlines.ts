import { type IRunOptions, TextRun } from 'docx'
import type { Inline } from '../../domain/report/blocks.ts'

export const docxInlines = (inlines: readonly Inline[]): readonly TextRun[] =>
  inlines.map((inline) => docxText(typeof inline === 'string' ? inline : inline.text))

export const docxText = (text: string, look: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...look, text: allowedInXml(text) })

/** XML has no way to write most control characters: one of them in a comment and Word refuses the whole paper. */
export const allowedInXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
