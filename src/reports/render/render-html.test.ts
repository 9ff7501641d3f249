import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell, Table } from '../../domain/report/blocks.ts'
import { renderHtml } from './render-html.ts'
import { matches } from './testing/docx-parts.ts'
import { drawSampleChart as drawChart } from './testing/sample-chart.ts'
import { sampleReport } from './testing/sample-report.ts'
import { smallReport } from './testing/small-report.ts'

const text = (words: string, href?: string): Cell =>
  href === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, href }

const tableOf = (...cells: readonly Cell[]): Table => ({
  name: 'sample',
  caption: 'Sample',
  columns: cells.map((_, index) => ({
    key: `c${index}`,
    label: `Column ${index}`,
    align: 'left',
    weight: 1,
  })),
  rows: [{ role: 'body', cells }],
  notes: [],
})

const drawTable = (table: Table) => renderHtml(smallReport({ kind: 'table', table }), { drawChart })

test('the page needs nothing beside it and runs nothing', () => {
  const html = renderHtml(sampleReport(), { drawChart })
  assert.match(html, /^<!DOCTYPE html>\n<html lang="en-GB">/)
  assert.match(html, /<title>Corporate Plan Overview Report – 2024\/25 Q1 – Sefton Council<\/title>/)
  assert.match(html, /<a class="skip" href="#main">.*id="main"/s)
  assert.doesNotMatch(html, /<script|<link|<img|@import|url\(|style="|https?:(?!\/\/www\.w3\.org)/)
})

test('headings follow the title without jumps, and the contents lead to them', () => {
  const html = renderHtml(sampleReport(), { drawChart })
  const levels = matches(html, /<h[1-6]/g).map((tag) => Number(tag.at(-1)))
  assert.equal(levels.filter((level) => level === 1).length, 1)
  levels.forEach((level, index) => {
    assert.ok(level <= (levels[index - 1] ?? 0) + 1)
  })
  const targets = matches(html, /<a href="#[^"]+"/g).map((link) => link.slice(10, -1))
  assert.equal(targets.length, 10)
  for (const target of targets) assert.match(html, new RegExp(`<h[23] id="${target}"`))
})

test('words from people are never markup, wherever they stand', () => {
  const wicked = `<script>alert("x")</script> & 'it'`
  const report = smallReport(
    { kind: 'heading', level: 1, id: 'a', text: wicked },
    { kind: 'paragraph', text: [wicked, { kind: 'figure', text: '<b>1</b>', value: '1', source: wicked }] },
    { kind: 'list', ordered: false, items: [[wicked]] },
    { kind: 'callout', tone: 'bad', title: wicked, text: [wicked] },
    {
      kind: 'table',
      table: {
        ...tableOf(text(wicked), { kind: 'status', text: wicked, tone: 'bad' }),
        caption: wicked,
        notes: [wicked],
      },
    },
  )
  const html = renderHtml(
    { ...report, title: wicked, subtitle: wicked, council: wicked, period: wicked },
    { drawChart },
  )
  assert.doesNotMatch(html, /<script|<b>/)
  assert.equal(matches(html, /<\/style>/g).length, 1)
})

test('a link to a script is only words', () => {
  assert.doesNotMatch(drawTable(tableOf(text('Here', 'javascript:alert(1)'))), /javascript/)
  assert.doesNotMatch(drawTable(tableOf(text('Here', '//elsewhere.example'))), /elsewhere/)
  assert.match(
    drawTable(tableOf(text('Here', '/measures/x?a=1&b="'))),
    /<a href="\/measures\/x\?a=1&amp;b=&quot;">Here/,
  )
})

test('a table says what its rows and columns are, and sets totals apart', () => {
  const html = renderHtml(sampleReport(), { drawChart })
  assert.match(
    html,
    /<caption id="table-revenue-caption"><span class="label">Table 2\.<\/span> Net revenue budget/,
  )
  assert.match(html, /<th scope="col" class="number">Budget \(£m\)<\/th>/)
  assert.match(
    html,
    /<th scope="row">Adult social care<\/th><td class="number"><data value="112\.345000">112\.345/,
  )
  assert.match(html, /<tfoot>\n<tr class="total"><th scope="row">Net cost of services/)
  assert.match(html, /<th scope="rowgroup" colspan="9">Economy<\/th>/)
  assert.match(html, /<div class="notes"><p>Variance is forecast less budget/)
})

test('a status is a word with a shape, and a missing number is said in words', () => {
  const html = renderHtml(sampleReport(), { drawChart })
  assert.match(html, /<span class="status bad"><span aria-hidden="true">◆<\/span> Red<\/span>/)
  assert.match(html, /<td class="number missing">overdue<\/td>/)
})

test('a figure carries its finding, its picture, its description and its source', () => {
  const html = renderHtml(sampleReport(), { drawChart })
  assert.match(
    html,
    /<figure>\n<figcaption>.*Persistent absence is twice.*<\/figcaption>\n<svg.*Line chart of pupils.*Source: Department/s,
  )
})

test('a report with nothing in it says so', () => {
  const html = renderHtml(smallReport(), { drawChart })
  assert.match(html, /There is nothing to report\./)
  assert.doesNotMatch(html, /<nav/)
})

test('a table with no rows says so', () => {
  assert.match(
    drawTable({ ...tableOf(text('a')), rows: [] }),
    /<td colspan="1" class="missing">Nothing to show\./,
  )
})
