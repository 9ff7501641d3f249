import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sparkline } from './sparkline.ts'

const line = (values: readonly (number | null)[], target: number | null = null) =>
  sparkline({ values, target, words: 'rose to 5 & more' })

test('the picture says its value in words', () => {
  assert.match(line([1, 5]), /role="img" aria-label="rose to 5 &amp; more"/)
})

test('a gap breaks the line, and a lone value is a dot', () => {
  assert.match(line([1, 2, null, 4, null, 5, 6]), /d="M5 \d+(\.\d)?L[\d. ]+M[\d. ]+M[\d. ]+L[\d. ]+"/)
})

test('the target is drawn within the picture', () => {
  const [, y = '-1'] = line([1, 5], 9).match(/d="M0 ([\d.]+)H120"/) ?? []
  assert.ok(Number(y) >= 0 && Number(y) <= 30)
})

test('nothing, one value, and values all alike can be drawn', () => {
  for (const values of [[], [null, null], [3], [3, 3, 3]])
    assert.doesNotMatch(line(values, 3), /NaN|Infinity/)
})

test('a special cause has the shape and colour that it has on a chart', () => {
  const drawn = sparkline({
    values: [1, 2, 9],
    marks: [null, 'improvement', 'concern'],
    target: null,
    words: '',
  })
  assert.match(drawn, /<circle[^>]+#1d70b8/)
  assert.match(drawn, /<path d="M115 [^>]+#cf4a02/)
})

test('a hundred are drawn in less time than a reader could notice', () => {
  const values = Array.from({ length: 24 }, (_, index) => Math.sin(index) * 40 + 50)
  const marks = values.map((value) => (value > 85 ? ('concern' as const) : null))
  const draw = () => {
    for (let count = 0; count < 100; count++) sparkline({ values, marks, target: 60, words: 'rose' })
  }
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now()
    draw()
    return performance.now() - start
  })
  assert.ok(Math.min(...times) <= 10, `${Math.min(...times)} ms`)
})
