import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDistribution } from '../testing/sample-charts.ts'
import { distributionBar, distributionStrip } from './distribution-bar.ts'

test('every count is printed beside its words, and a part of none is left out', () => {
  const drawn = distributionBar(sampleDistribution)
  for (const words of ['7', 'better than target', '50', 'no figures'])
    assert.ok(drawn.includes(`>${words}</text>`))
  assert.doesNotMatch(drawn, /close to target/)
})

test('what has no figures is a hatched part of the bar, as long as its share', () => {
  const drawn = distributionBar(sampleDistribution)
  const [, width = 0] = drawn.match(/width="([\d.]+)" height="33" fill="url\(#hatch/) ?? []
  assert.ok(Math.abs(Number(width) / 720 - 50 / 86) < 0.03)
})

test('the smallest count keeps room for its shape and number, and the bar fills its width', () => {
  const drawn = distributionStrip(sampleDistribution)
  const parts = [...drawn.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="2[34]"/g)]
  assert.equal(parts.length, 4)
  for (const [, , width] of parts) assert.ok(Number(width) >= 24)
  const last = parts.at(-1)
  assert.ok(Math.abs(Number(last?.[1]) + Number(last?.[2]) - 300) < 1)
})

test('a strip says its counts in words', () => {
  assert.match(
    distributionStrip(sampleDistribution),
    /aria-label="Of 86 measures, 36 have figures: 7 better than target, /,
  )
})
