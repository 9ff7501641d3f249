import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../../domain/report/blocks.ts'
import { sheetsOf } from './sheets.ts'

const heading = (id: string): Block => ({ kind: 'heading', level: 1, id, text: id })
const paragraph: Block = { kind: 'paragraph', text: ['Words.'] }
const table = (columns: number): Block => ({
  kind: 'table',
  table: {
    name: `t${columns}`,
    caption: 'A table',
    columns: Array.from({ length: columns }, (_, index) => ({
      key: `c${index}`,
      label: '',
      align: 'left',
      weight: 1,
    })),
    rows: [],
    notes: [],
  },
})
const shape = (...blocks: readonly Block[]) =>
  sheetsOf(blocks).map((sheet) => [sheet.orientation, sheet.blocks.length])

test('a paper without wide tables is upright throughout', () => {
  assert.deepEqual(shape(heading('a'), paragraph, table(7)), [['portrait', 3]])
  assert.deepEqual(shape(), [])
})

test('a wide table takes its headings and up to two paragraphs with it', () => {
  assert.deepEqual(shape(paragraph, heading('a'), heading('b'), paragraph, table(8), paragraph), [
    ['portrait', 1],
    ['landscape', 4],
    ['portrait', 1],
  ])
})

test('a wide table after much text stands alone on its sheet', () => {
  assert.deepEqual(shape(heading('a'), paragraph, paragraph, paragraph, table(8)), [
    ['portrait', 4],
    ['landscape', 1],
  ])
})

test('wide tables that follow one another share their sheets', () => {
  assert.deepEqual(shape(heading('a'), table(8), heading('b'), table(9)), [['landscape', 4]])
})
