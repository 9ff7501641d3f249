import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sparkline } from './sparkline.ts'

const line = (values: readonly (number | null)[], target: number | null = null) =>
  sparkline({ values, target, words: 'rose to 5 & more' })

test('the picture says its value in words', () => {
  assert.match(line([1, 5]), /role="img" aria-label="rose to 5 &amp; more"/)
})

test('a gap breaks the line, and a lone value is a dot', () => {
  assert.match(line([1, 2, null, 4, null, 5, 6]), /d="M4 \d+(\.\d)?L[\d. ]+M[\d. ]+M[\d. ]+L[\d. ]+"/)
})

test('the target is drawn within the picture', () => {
  const [, y = '-1'] = line([1, 5], 9).match(/d="M0 ([\d.]+)H120"/) ?? []
  assert.ok(Number(y) >= 0 && Number(y) <= 30)
})

test('nothing, one value, and values all alike can be drawn', () => {
  for (const values of [[], [null, null], [3], [3, 3, 3]])
    assert.doesNotMatch(line(values, 3), /NaN|Infinity/)
})
