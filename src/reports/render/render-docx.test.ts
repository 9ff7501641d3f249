import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../domain/report/blocks.ts'
import { columnWidths } from './docx-table.ts'
import { renderDocx } from './render-docx.ts'
import { docxBody, docxParts, docxTables, matches, wordsOf } from './testing/docx-parts.ts'
import { drawSampleChart as drawChart } from './testing/sample-chart.ts'
import { sampleReport } from './testing/sample-report.ts'
import { smallReport } from './testing/small-report.ts'

const sample = await renderDocx(sampleReport(), { drawChart })
const body = docxBody(sample)
const paragraphs = matches(body, /<w:p>.*?<\/w:p>/gs)
const styled = (style: string) =>
  paragraphs.filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`)).map(wordsOf)

test('headings are real headings', () => {
  assert.deepEqual(styled('Title'), ['Corporate Plan Overview Report'])
  assert.deepEqual(styled('Heading1'), [
    'Summary',
    'What needs attention',
    'Money',
    'Every measure',
    'How these figures were made',
  ])
  assert.deepEqual(styled('Heading3'), ['Money'])
})

test('the contents list is full before Word is asked, and Word is not asked', () => {
  assert.deepEqual(
    styled('TOC1').map((entry) => entry.replace(/\d+$/, '')),
    styled('Heading1'),
  )
  for (const entry of [...styled('TOC1'), ...styled('TOC2')]) assert.match(entry, /\d$/)
  assert.doesNotMatch(body, /w:dirty/)
  assert.doesNotMatch(docxParts(sample).get('word/settings.xml') ?? '', /updateFields/)
})

test('tables repeat their header row and no row is torn across pages', () => {
  for (const table of matches(body, /<w:tbl>.*?<\/w:tbl>/gs)) {
    const rows = matches(table, /<w:tr>.*?<\/w:tr>/gs)
    assert.ok(rows[0]?.includes('<w:tblHeader/>'))
    for (const row of rows) assert.ok(row.includes('<w:cantSplit/>'))
  }
})

test('a wide table and its heading stand on landscape pages, the rest upright', () => {
  const sections = body.split('<w:sectPr')
  assert.deepEqual(
    matches(body, /<w:pgSz[^>]*>/g).map((size) => size.includes('landscape')),
    [false, true, false],
  )
  assert.match(wordsOf(sections[1] ?? ''), /^Every measure/)
})

test('a picture has its description as alternative text', () => {
  assert.match(body, /<wp:docPr [^>]*descr="Line chart of pupils persistently absent/)
  assert.ok(
    docxParts(sample)
      .keys()
      .some((name) => /^word\/media\/.*\.png$/.test(name)),
  )
})

test('the paper says its title, its language and its pages', () => {
  const parts = docxParts(sample)
  assert.match(
    parts.get('docProps/core.xml') ?? '',
    /<dc:title>Corporate Plan Overview Report, 2024\/25 Q1<\/dc:title>/,
  )
  assert.match(parts.get('word/styles.xml') ?? '', /<w:lang w:val="en-GB"/)
  const foot = [...parts]
    .filter(([name]) => name.startsWith('word/footer'))
    .map(([, xml]) => xml)
    .join('')
  assert.match(foot, /NUMPAGES/)
})

test('a status has a word and a shape, and totals are heavier', () => {
  const [exceptions, revenue] = docxTables(sample)
  assert.equal(exceptions?.[1]?.[2], '\u00a0◆\u00a0Red\u00a0')
  assert.equal(revenue?.at(-1)?.[0], 'Net cost of services')
  const total = matches(body, /<w:tr>.*?<\/w:tr>/gs).find((row) => row.includes('Net cost of services'))
  assert.equal(matches(total ?? '', /<w:b\/>/g).length, 4)
})

test('each numbered list counts from one', async () => {
  const list: Block = { kind: 'list', ordered: true, items: [['One'], ['Two']] }
  const docx = docxBody(await renderDocx(smallReport(list, { ...list }), { drawChart }))
  assert.equal(new Set(matches(docx, /<w:numId w:val="\d+"\/>/g)).size, 2)
})

test('control characters and broken text from people do not break the file', async () => {
  const docx = docxBody(
    await renderDocx(smallReport({ kind: 'paragraph', text: ['a\u0000b\u0008c\ud800d\tf <w:p> & "g"'] }), {
      drawChart,
    }),
  )
  assert.match(wordsOf(docx), /abc\ufffdd f <w:p> & "g"/)
})

test('a report with nothing in it says so', async () => {
  const docx = docxBody(await renderDocx(smallReport(), { drawChart }))
  assert.match(wordsOf(docx), /There is nothing to report\.$/)
})

test('column widths follow the weights and add up exactly', () => {
  const column = (weight: number) => ({ key: 'k', label: 'l', align: 'left', weight }) as const
  const widths = columnWidths([column(1), column(1), column(1)], 1000)
  assert.deepEqual(widths, [333, 334, 333])
})
