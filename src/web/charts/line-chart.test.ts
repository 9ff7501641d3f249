import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleLine, sampleXmr } from '../testing/sample-charts.ts'
import { lineChart } from './line-chart.ts'
import { unbrokenPieces } from './line-series.ts'
import { ink } from './palette.ts'

const sizes = ['wide', 'narrow'] as const
const points = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ at: `202${index}-03-31`, label: `202${index}`, value }))

test('a line is never joined across a gap or a change of definition', () => {
  const pieces = unbrokenPieces(points([1, 2, null, 4, 5, 6]), [{ at: '2025-01-01', label: 'changed' }])
  assert.deepEqual(
    pieces.map((piece) => piece.map(({ value }) => value)),
    [[1, 2], [4, 5], [6]],
  )
})

test('each line is named where it ends, with its latest value, and the target is drawn and named', () => {
  const drawn = lineChart(sampleLine)
  for (const words of [
    'Sampleton 21.4%',
    'England 20.0%',
    'North West 20.1%',
    'Target 18%',
    'Definition changed',
  ]) {
    assert.ok(drawn.includes(`>${words}</text>`), words)
  }
})

test('labels beside the plot do not overlap, whatever the size', () => {
  for (const size of sizes) {
    const labels = [...lineChart(sampleLine, size).matchAll(/<text x="([\d.]+)" y="([\d.]+)" fill/g)]
      .map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
      .filter(({ x }) => x > (size === 'wide' ? 500 : 240))
      .sort((one, other) => one.y - other.y)
    assert.ok(labels.length >= 4)
    for (const [index, { y }] of labels.entries()) {
      const below = labels[index + 1]
      if (below !== undefined) assert.ok(below.y - y >= 15, `${size}: ${y} and ${below.y}`)
    }
  }
})

test('a line that must begin at zero has zero on its axis', () => {
  assert.match(lineChart({ ...sampleLine, startAtZero: true }), />0%<\/text>/)
  assert.doesNotMatch(lineChart(sampleLine), />0%<\/text>/)
})

test('a special cause differs by shape, and what shapes and ranges mean stands under the plot', () => {
  const drawn = lineChart(sampleXmr)
  assert.match(drawn, /l7 7l-7 7l-7 -7z/)
  for (const words of [
    'Usual range 9% to 15%',
    'Concern: more than the usual ups and downs',
    'Expected: 8 times in 10 in the darker part, 19 times in 20 in both',
  ])
    assert.ok(drawn.includes(`>${words}</text>`), words)
  assert.match(drawn, />Reaches 18% by 2024\/25: about 3 in 10\.<\/text>/)
})

test('limits that rest on few points are drawn dashed', () => {
  const bands = (kind: 'limits' | 'trial-limits') =>
    lineChart({ ...sampleXmr, bands: sampleXmr.bands?.slice(0, 1).map((band) => ({ ...band, kind })) ?? [] })
  assert.match(bands('trial-limits'), /stroke-dasharray="3 4"/)
  assert.doesNotMatch(bands('limits'), /stroke-dasharray="3 4"/)
})

test('the likelier range of an outlook lies on top of the wider one, whatever their order', () => {
  for (const bands of [sampleXmr.bands ?? [], (sampleXmr.bands ?? []).toReversed()]) {
    const drawn = lineChart({ ...sampleXmr, bands })
    assert.ok(drawn.indexOf(ink.outlook95) < drawn.indexOf(ink.outlook80))
  }
})
