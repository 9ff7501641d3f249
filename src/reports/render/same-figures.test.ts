import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Report, Row, Table } from '../../domain/report/blocks.ts'
import { tablesOf } from '../../domain/report/check-report.ts'
import { figuresOf } from '../../domain/report/figures.ts'
import { renderCsv } from './render-csv.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { docxBody, docxTables, matches, wordsOf } from './testing/docx-parts.ts'
import { drawSampleChart as drawChart } from './testing/sample-chart.ts'
import { sampleReport } from './testing/sample-report.ts'

const numbersOf = (report: Report): readonly (readonly string[])[] =>
  tablesOf(report.blocks).map((table) =>
    table.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.kind === 'number' ? cell.text : []))),
  )

const numberPlaces = (table: Table, row: Row): readonly number[] =>
  row.cells
    .flatMap((cell, index) => (cell.kind === 'number' ? index : []))
    .filter((i) => i < table.columns.length)

/** The cells that hold numbers, picked by place out of whatever a format made of the table. */
const picked = (report: Report, drawn: readonly (readonly (readonly string[])[])[]) =>
  tablesOf(report.blocks).map((table, tableIndex) =>
    table.rows.flatMap((row, rowIndex) =>
      numberPlaces(table, row).map((place) => drawn[tableIndex]?.[rowIndex + 1]?.[place]),
    ),
  )

const report = sampleReport()

test('the Word paper has the digits of every number cell, in their places', async () => {
  const docx = await renderDocx(report, { drawChart })
  assert.deepEqual(picked(report, docxTables(docx)), numbersOf(report))
})

test('the page has the digits of every number cell, in their places', () => {
  const tables = matches(renderHtml(report, { drawChart }), /<table>.*?<\/table>/gs).map((table) =>
    matches(table, /<tr.*?<\/tr>/gs).map((row) =>
      matches(row, /<t[hd].*?<\/t[hd]>/gs).map((cell) => cell.replace(/<[^>]*>/g, '')),
    ),
  )
  assert.deepEqual(picked(report, tables), numbersOf(report))
})

test('the CSV has the same digits, without separators', () => {
  for (const table of tablesOf(report.blocks)) {
    const grouped = table.rows.some((row) => row.role === 'group')
    const rows = table.rows.filter((row) => row.role !== 'group')
    const [, ...records] = parse(renderCsv(table)) as string[][]
    assert.equal(records.length, rows.length)
    rows.forEach((row, index) => {
      for (const place of numberPlaces(table, row)) {
        const printed = row.cells[place]?.text ?? ''
        const written = records[index]?.[place + (grouped ? 1 : 0)]
        assert.equal(
          written,
          /\d/.test(printed) ? printed.replaceAll(',', '').replace('−', '-').replace('%', '') : printed,
        )
      }
    })
  }
})

test('every bound figure is printed in the page and in the Word paper', async () => {
  const words = wordsOf(docxBody(await renderDocx(report, { drawChart })))
  const html = renderHtml(report, { drawChart })
  const listed = figuresOf(report)
  assert.equal(listed.length, 6 + 5 + 24 + 86 * 3)
  for (const { text, value } of listed) {
    assert.ok(words.includes(text))
    if (value !== null) assert.ok(html.includes(`<data value="${value}">${text}</data>`), text)
  }
})
