import type { Block } from '../../domain/report/blocks.ts'
import { contentsOf } from './contents.ts'
import { escapeHtml } from './escape-html.ts'

export const htmlContents = (blocks: readonly Block[]): string => {
  const entries = contentsOf(blocks)
  if (entries.length === 0) return ''
  const items = entries.map(
    ({ level, id, text }) =>
      `<li class="level-${level}"><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`,
  )
  return `<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
${items.join('\n')}
</ol>
</nav>`
}
