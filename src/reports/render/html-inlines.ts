import type { Inline } from '../../domain/report/blocks.ts'
import { escapeHtml } from './escape-html.ts'

/** Bound figures keep their exact value in the page, for readers that are programs. */
export const htmlInlines = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      typeof inline === 'string'
        ? escapeHtml(inline)
        : `<data value="${escapeHtml(inline.value)}">${escapeHtml(inline.text)}</data>`,
    )
    .join('')
