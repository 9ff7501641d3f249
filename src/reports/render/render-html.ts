import type { Report } from '../../domain/report/blocks.ts'
import { checkReport, tablesOf } from '../../domain/report/check-report.ts'
import { hasOpeningPage } from './contents.ts'
import { escapeHtml } from './escape-html.ts'
import { type DrawChart, htmlBlocks } from './html-blocks.ts'
import { htmlContents } from './html-contents.ts'
import { htmlStylesheet } from './html-stylesheet.ts'
import { columnWidthCss } from './html-table.ts'

export type HtmlOptions = {
  readonly drawChart: DrawChart
  /** Replaces the report's own look. */
  readonly stylesheet?: string
}

/** One document that needs nothing beside it: no script, no other file, nothing fetched. */
export const renderHtml = (report: Report, { drawChart, stylesheet }: HtmlOptions): string => {
  checkReport(report)
  const { title, subtitle, council, period, language, blocks } = report
  const opening = hasOpeningPage(blocks) ? ' opening' : ''
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml([title, period, council].filter(Boolean).join(' – '))}</title>
<meta name="author" content="${escapeHtml(council)}">
<style>${insideStyle(stylesheet ?? htmlStylesheet)}
${tablesOf(blocks).map(columnWidthCss).join('\n')}
${pageMarginCss(report)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="page">
<div class="front${opening}">
<header class="cover">
<p class="council">${escapeHtml(council)}</p>
<h1>${escapeHtml(title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">${escapeHtml(subtitle)}</p>\n`}<p class="period">${escapeHtml(period)}</p>
</header>
${htmlContents(blocks)}
</div>
<main id="main" tabindex="-1">
${blocks.length === 0 ? '<p>There is nothing to report.</p>' : htmlBlocks(blocks, drawChart)}
</main>
<footer>${escapeHtml(council)} · ${escapeHtml(title)} · ${escapeHtml(period)}</footer>
</div>
</body>
</html>
`
}

/** Running heads and page numbers in print; the first page carries the title already. */
const pageMarginCss = ({ title, council, period }: Report): string => {
  const small = 'font:8pt Arial,"Liberation Sans",sans-serif;color:#505a5f'
  return `@page{@top-left{content:${cssString(council)};${small}}@top-right{content:${cssString(`${title}, ${period}`)};${small}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${small}}}`
}

const cssString = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`

/** Nothing in a stylesheet may close its element. */
const insideStyle = (css: string): string => css.replaceAll('</', '<\\/')
