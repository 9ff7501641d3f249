import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Ending } from '#test/support/database.ts'
import { smallCouncil } from '#test/support/small-council.ts'
import { type FileImport, importFile } from './import-file.ts'

type Council = Awaited<ReturnType<typeof setUp>>

async function setUp(t: Ending) {
  const council = await smallCouncil(t)
  const folder = await mkdtemp(path.join(tmpdir(), 'import-file-'))
  t.after(() => rm(folder, { recursive: true }))
  let files = 0
  const bring = async (contents: string | Uint8Array, how: Partial<FileImport> = {}) => {
    files += 1
    const file = path.join(folder, `figures-${files}`)
    await writeFile(file, contents)
    return importFile(council.database.db, council.keeper, {
      path: file,
      file: 'figures',
      reason: null,
      dryRun: false,
      acceptWarnings: false,
      source: null,
      mapping: {},
      ...how,
    })
  }
  const held = () =>
    council.reading(async (db) => {
      const rows = await db
        .selectFrom('observation')
        .select(['area_code', 'period_start', 'value', 'status'])
        .orderBy('area_code')
        .orderBy('period_start')
        .orderBy('revision')
        .execute()
      return rows.map(
        ({ area_code, period_start, value, status }) => `${area_code} ${period_start} ${value ?? status}`,
      )
    })
  return { ...council, bring, held }
}

const header = 'measure_code,area_code,period,value'
const row = (value: string, period = '2023/24') => `recycling,E08000001,${period},${value}`
const csv = (...rows: string[]) => [header, ...rows].join('\n')
const messages = ({ problems }: { problems: readonly { message: string }[] }) =>
  problems.map(({ message }) => message).join(' ')

test('a CSV is read in every encoding and with every separator that is met, and says which', async (t) => {
  const { bring } = await setUp(t)
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
  const { bring, held } = await setUp(t)
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
  const council = await setUp(t)
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
  const { bring } = await setUp(t)
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
  const { bring, held } = await setUp(t)
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

test('warnings ask: nothing is stored until somebody accepts them', async (t) => {
  const { bring, held } = await setUp(t)
  await bring(csv(row('40', '2020/21'), row('41', '2021/22'), row('42', '2022/23')))
  const asked = await bring(csv(row('0.43')))
  assert.deepEqual([asked.stored, asked.accepted, asked.problems], [false, 1, []])
  assert.deepEqual(
    asked.warnings.map(({ row, column, value }) => [row, column, value]),
    [[2, 'value', '0.43']],
  )
  assert.match(asked.warnings[0]?.message ?? '', /looks like a proportion/)
  assert.equal((await held()).length, 3)
  assert.ok((await bring(csv(row('0.43')), { acceptWarnings: true })).stored)
  assert.equal((await held()).length, 4)
})

test('a figure that is held already is not asked about again', async (t) => {
  const { bring } = await setUp(t)
  assert.equal((await bring(csv(row('140')))).warnings.length, 1)
  assert.ok((await bring(csv(row('140')), { acceptWarnings: true })).stored)
  const again = await bring(csv(row('140')))
  assert.deepEqual([again.stored, again.unchanged, again.warnings], [true, 1, []])
  const more = await bring(csv(row('140'), row('139', '2022/23')))
  assert.deepEqual(
    more.warnings.map(({ row }) => row),
    [3],
  )
})

test('a dry run tells both values of what would change, and stores nothing', async (t) => {
  const { bring, held } = await setUp(t)
  await bring(csv(row('40'), row('41', '2022/23')))
  const dry = await bring(csv(row('42 [p]'), row('41', '2022/23'), row('43', '2021/22')), { dryRun: true })
  assert.deepEqual([dry.accepted, dry.revised, dry.unchanged, dry.stored], [1, 1, 1, false])
  assert.deepEqual(dry.revisions, [{ row: 2, was: '40', becomes: '42, provisional' }])
  assert.equal((await held()).length, 2)
})

test('how a source lays out its files is remembered when its figures are stored, and not before', async (t) => {
  const { bring, held } = await setUp(t)
  const file = (value: string) => `Ward return\nPlace,Outturn figure\nE08000001,${value}`
  const mapping = {
    columns: { area_code: 'Place', value: 'Outturn figure' },
    fixed: { series: 'recycling', period: '2023/24' },
  }
  assert.equal((await bring(file('about 41'), { source: 'Waste team', mapping })).stored, false)
  assert.match(messages(await bring(file('41'), { source: 'Waste team' })), /header row lacks/)
  assert.ok((await bring(file('41'), { source: 'Waste team', mapping })).stored)
  const next = await bring(file('42'), { source: 'Waste team', mapping: { fixed: { period: '2024-25-q1' } } })
  assert.deepEqual(
    [next.stored, next.table?.columns],
    [true, { area_code: 'Place', value: 'Outturn figure' }],
  )
  assert.deepEqual(await held(), ['E08000001 2023-04-01 41', 'E08000001 2024-04-01 42'])
})

test('a figure given twice is found however far apart its rows are', async (t) => {
  const { bring, held } = await setUp(t)
  const rows = Array.from({ length: 12_000 }, (_, n) => `recycling,E08000001,part ${n},2023/24,40`)
  rows.push('recycling,E08000001,part 7,2023/24,41')
  const { problems, accepted } = await bring(
    ['measure_code,area_code,category,period,value', ...rows].join('\n'),
  )
  assert.equal(accepted, 0)
  assert.deepEqual([problems.length, problems[0]?.row], [1, 12_002])
  assert.match(problems[0]?.message ?? '', /given twice: row 9 has/)
  assert.deepEqual(await held(), [])
})

test('a file of nothing but problems is read only until there are too many of them', async (t) => {
  const { bring } = await setUp(t)
  const rows = Array.from({ length: 60_000 }, () => 'recycling,E08000001,2023/24,wrong')
  const { problems, rejected } = await bring(csv(...rows))
  assert.equal(problems.length, 10_000)
  assert.ok(rejected < 60_000)
})

async function allOrNothing({ bring, held }: Council, contents: string | Uint8Array) {
  const before = (await held()).length
  const result = await bring(contents, { acceptWarnings: true, reason: 'Sent again' })
  const after = (await held()).length
  assert.equal(after - before, result.stored ? result.accepted + result.revised : 0)
}

test('random bytes and random cells are refused or read, and never half stored', async (t) => {
  const council = await setUp(t)
  const cell = fc.constantFrom(
    'recycling',
    'E08000001',
    'E08000002',
    '2023/24',
    'Jun-24',
    '40',
    '1,234',
    'n/a',
    '"',
    '',
    '-',
    '[c]',
  )
  const line = fc.array(cell, { minLength: 3, maxLength: 5 }).map((cells) => cells.join(','))
  const good = fc.integer({ min: 0, max: 99 }).map((value) => row(String(value), `${2000 + value}`))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(good, line), { maxLength: 6 }), (lines) =>
      allOrNothing(council, csv(...lines)),
    ),
    { numRuns: 25 },
  )
  const start = fc.constantFrom('504b0304', '1f8b08', 'efbbbf', 'fffe', 'd0cf11e0', '')
  const bytes = fc
    .tuple(start, fc.uint8Array({ maxLength: 300 }))
    .map(([hex, rest]) => Uint8Array.of(...Uint8Array.fromHex(hex), ...rest))
  await fc.assert(
    fc.asyncProperty(bytes, (contents) => allOrNothing(council, contents)),
    { numRuns: 25 },
  )
})

test('a spreadsheet damaged anywhere is refused or read, and never half stored', async (t) => {
  const council = await setUp(t)
  const sheet = {
    name: 'Figures',
    rows: [header.split(','), row('1').split(','), row('2', '2022/23').split(',')],
  }
  const file = await writeXlsx({ sheets: [sheet] })
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const damaged = file.slice()
      damaged[at] = (damaged[at] ?? 0) ^ by
      return allOrNothing(council, damaged)
    }),
    { numRuns: 15 },
  )
})
