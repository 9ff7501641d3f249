import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { csv, header, type ImportingCouncil, importingCouncil, row } from '#test/support/importing-council.ts'

async function allOrNothing({ bring, held }: ImportingCouncil, contents: string | Uint8Array) {
  const before = (await held()).length
  const result = await bring(contents, { acceptWarnings: true, reason: 'Sent again' })
  const after = (await held()).length
  assert.equal(after - before, result.stored ? result.accepted + result.revised : 0)
}

test('random bytes and random cells are refused or read, and never half stored', async (t) => {
  const council = await importingCouncil(t)
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
  const council = await importingCouncil(t)
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
