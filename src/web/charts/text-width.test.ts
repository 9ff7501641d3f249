import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textWidth, wrapText } from './text-width.ts'

test('widths are those of the published metrics', () => {
  assert.equal(textWidth('0123', 1000), 4 * 556)
  assert.equal(textWidth(' ~Wi', 1000), 278 + 584 + 944 + 222)
})

test('text is broken between words, and a long word is left whole', () => {
  assert.deepEqual(wrapText('Statistical neighbours 21.6%', 100, 14), ['Statistical', 'neighbours', '21.6%'])
  assert.deepEqual(wrapText('Unbreakable', 10, 14), ['Unbreakable'])
})
