import type { Block } from '../../domain/report/blocks.ts'
import { captionLabels } from '../../domain/report/caption-labels.ts'
import type { Chart } from '../../domain/report/chart.ts'
import { statusMark } from '../../domain/report/status-mark.ts'
import { escapeHtml } from './escape-html.ts'
import { htmlInlines } from './html-inlines.ts'
import { htmlTable } from './html-table.ts'
import { sheetsOf } from './sheets.ts'

export type DrawChart = (chart: Chart) => string

export const htmlBlocks = (blocks: readonly Block[], drawChart: DrawChart): string => {
  const labels = captionLabels(blocks)
  return sheetsOf(blocks)
    .map(({ orientation, blocks }) => {
      const drawn = blocks.map((block) => htmlBlock(block, labels.get(block) ?? '', drawChart)).join('\n')
      return orientation === 'portrait' ? drawn : `<div class="wide">\n${drawn}\n</div>`
    })
    .join('\n')
}

const htmlBlock = (block: Block, label: string, drawChart: DrawChart): string => {
  switch (block.kind) {
    case 'heading': {
      // The report's title is the page's h1.
      const tag = `h${block.level + 1}`
      return `<${tag} id="${escapeHtml(block.id)}">${escapeHtml(block.text)}</${tag}>`
    }
    case 'paragraph':
      return `<p>${htmlInlines(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>\n${block.items.map((item) => `<li>${htmlInlines(item)}</li>`).join('\n')}\n</${tag}>`
    }
    case 'table':
      return htmlTable(block.table, label)
    case 'figure':
      return `<figure>
<figcaption><span class="label">${escapeHtml(label)}.</span> ${escapeHtml(block.chart.title)}</figcaption>
${drawChart(block.chart)}
<p class="description">${escapeHtml(block.chart.description)}</p>
<p class="source">Source: ${escapeHtml(block.source)}</p>
</figure>`
    case 'callout':
      return `<div class="callout ${block.tone}" role="note">
<p class="callout-title"><span aria-hidden="true">${statusMark[block.tone]}</span> ${escapeHtml(block.title)}</p>
<p>${htmlInlines(block.text)}</p>
</div>`
    default:
      return block satisfies never
  }
}
