import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleLine } from '../testing/sample-charts.ts'
import { lineChart } from './line-chart.ts'
import { unbrokenPieces } from './line-series.ts'

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

test('a special cause differs by shape, and a range is named', () => {
  const [own, ...others] = sampleLine.series
  const marked = (own?.points ?? []).map((point, index) =>
    index === 3 ? { ...point, mark: 'concern' as const } : point,
  )
  const drawn = lineChart({
    ...sampleLine,
    series: [{ name: 'Sampleton', emphasis: 'main', points: marked }, ...others],
    bands: [
      {
        kind: 'limits',
        label: 'Usual range',
        points: sampleLine.series[0]?.points.map(({ at }) => ({ at, lower: 9, upper: 15, middle: 12 })) ?? [],
      },
    ],
  })
  assert.match(drawn, /l8 8l-8 8l-8 -8z/)
  assert.match(drawn, />Usual range<\/text>/)
})
