import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { writeOds } from 'hucre/ods'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { header, importingCouncil, messages, row } from '#test/support/importing-council.ts'

test('a CSV is read in every encoding and with every separator that is met, and says which', async (t) => {
  const { bring } = await importingCouncil(t)
  const text = 'measure_code;area_code;period;value;note\nrecycling;E08000001;2023/24;41.7;café'
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le'))
  const big = utf16.slice()
  for (let i = 0; i < big.length; i += 2) [big[i], big[i + 1]] = [utf16[i + 1] ?? 0, utf16[i] ?? 0]
  const files: [string, string | Uint8Array, RegExp | null][] = [
    ['UTF-8 with a mark', `\uFEFF${text.replaceAll(';', ',')}`, null],
    ['semicolons', text, /semicolons/],
    ['tabs in UTF-16', utf16, /UTF-16/],
    ['the other UTF-16', big, /UTF-16/],
    ['Windows-1252', new Uint8Array(Buffer.from(text.replaceAll(';', ','), 'latin1')), /Windows-1252/],
    ['compressed', gzipSync(text.replaceAll(';', ',')), null],
    ['old line ends', text.replaceAll(';', ',').replaceAll('\n', '\r'), null],
  ]
  for (const [name, contents, says] of files) {
    const { accepted, unchanged, problems, understood } = await bring(contents)
    assert.deepEqual([accepted + unchanged, problems], [1, []], name)
    if (says) assert.match(understood.map(({ message }) => message).join(' '), says, name)
  }
})

test('what is no table of text is said to be so', async (t) => {
  const { bring, held } = await importingCouncil(t)
  const files: [string | Uint8Array, RegExp][] = [
    ['', /header row lacks/],
    ['%PDF-1.7 and so on', /This is a PDF/],
    [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /old Excel file/],
    [Uint8Array.of(1, 2, 0, 0, 3), /not a table of text/],
    [Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), /compressed file is damaged/],
    [Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), /damaged/],
    [`${header}\n"never closed,${'x'.repeat(1_100_000)}`, /quotation mark may not have been closed/],
    [`${header}\nrecycling,"a"b,c,d`, /not a CSV table: .* at line 2/],
  ]
  for (const [contents, says] of files) assert.match(messages(await bring(contents)), says, String(says))
  assert.deepEqual(await held(), [])
})

const bothKinds = [
  ['XLSX', writeXlsx],
  [
    'XLSX with inline strings',
    (book: { sheets: WriteSheet[] }) => writeXlsx({ ...book, stringMode: 'inline' }),
  ],
  ['ODS', writeOds],
] as const

test('spreadsheets are read as they show: percentages, months, merged cells, results of formulas', async (t) => {
  const council = await importingCouncil(t)
  for (const [name, write] of bothKinds) {
    const sheet: WriteSheet = {
      name: 'Figures',
      rows: [
        ['Recycling by council'],
        ['Measure', 'Area code', 'Period', 'Value', 'Note'],
        ['recycling', 'E08000001', null, 0.417, null],
        [null, 'E08000002', 45383, 38.5, null],
        [null, 'E08000002', '2022/23', '(5)', null],
        [null, 'E08000001', '2022/23', null, null],
      ],
      cells: new Map([
        ['2,2', { value: new Date(Date.UTC(2024, 5, 1)), style: { numFmt: 'mmm-yy' } }],
        ['2,3', { value: 0.417, style: { numFmt: '0.0%' } }],
        ['5,3', { value: 40.25, formula: 'AVERAGE(D3:D4)', formulaResult: 40.25 }],
      ]),
      merges: [{ startRow: 2, endRow: 5, startCol: 0, endCol: 0 }],
    }
    const file = await write({ sheets: [{ name: 'Cover', rows: [['Cover sheet']] }, sheet] })
    const result = await council.bring(file, { acceptWarnings: true })
    assert.deepEqual([messages(result), result.table?.sheet], ['', 'Figures'], name)
    assert.deepEqual(
      await council.held(),
      [
        'E08000001 2022-04-01 40.25',
        'E08000001 2024-06-01 41.7',
        'E08000002 2022-04-01 -5',
        'E08000002 2024-04-01 38.5',
      ],
      name,
    )
  }
})

test('a formula with no result, and an error, are refused by row and column', async (t) => {
  const { bring } = await importingCouncil(t)
  for (const [name, write] of bothKinds) {
    const rows = [
      header.split(','),
      ['recycling', 'E08000001', '2023/24', null],
      ['recycling', 'E08000002', '2023/24', '#REF!'],
    ]
    const cells = new Map([['1,3', { value: null, formula: 'B9*2' }]])
    const { problems } = await bring(await write({ sheets: [{ name: 'Figures', rows, cells }] }))
    assert.deepEqual(
      problems.map(({ row, column }) => [row, column]),
      [
        [2, 'value'],
        [3, 'value'],
      ],
      name,
    )
    assert.match(problems[0]?.message ?? '', /formula that holds no result/, name)
    assert.match(problems[1]?.message ?? '', /error in the spreadsheet/, name)
  }
})

test('a spreadsheet that would unpack to more than it may, or lies about it, ends with a sentence', async (t) => {
  const { bring, held } = await importingCouncil(t)
  const sheet = { name: 'Figures', rows: [header.split(','), row('1').split(',')] }
  for (const [name, write] of bothKinds) {
    const file = await write({ sheets: [sheet] })
    const bomb = withSizes(file, () => 0x7fff_0000)
    assert.match(messages(await bring(bomb)), /unpack to more than 250 MB/, name)
    assert.match(
      messages(await bring(withSizes(file, (size) => Math.floor(size / 2)))),
      /could not be read|damaged/,
      name,
    )
    assert.match(messages(await bring(withSizes(file, () => 0))), /damaged/, name)
    assert.match(messages(await bring(file.slice(0, file.length - 30))), /damaged/, name)
  }
  assert.deepEqual(await held(), [])
})

/** The same archive, saying another size of each of its parts in its directory. */
function withSizes(file: Uint8Array, sizeFor: (size: number) => number): Uint8Array {
  const changed = file.slice()
  const view = new DataView(changed.buffer)
  for (let at = 0; at < changed.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50)
      view.setUint32(at + 24, sizeFor(view.getUint32(at + 24, true)), true)
  return changed
}
