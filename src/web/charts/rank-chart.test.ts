import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleRank } from '../testing/sample-charts.ts'
import { ink } from './palette.ts'
import { rankChart } from './rank-chart.ts'

type Drawn = { readonly x: number; readonly width: number; readonly fill: string }
const bars = (svg: string): readonly Drawn[] =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="\d+" fill="(#\w+)"/g)].map(
    ([, x, width, fill]) => ({ x: Number(x), width: Number(width), fill: String(fill) }),
  )

test('bars begin at zero and are as long as their values', () => {
  const [northport, own, england] = bars(rankChart(sampleRank))
  assert.equal(northport?.x, own?.x)
  assert.ok(Math.abs((england?.width ?? 0) / (northport?.width ?? 1) - 8 / 12) < 0.01)
})

test('the council stands out among its neighbours and from the average', () => {
  assert.deepEqual(
    bars(rankChart(sampleRank)).map(({ fill }) => fill),
    [ink.bar, ink.main, ink.average],
  )
})

test('a value below zero is drawn to the other side, with a true minus sign', () => {
  const chart = {
    ...sampleRank,
    bars: [...sampleRank.bars, { name: 'South', value: -6, role: 'neighbour' as const }],
  }
  const drawn = bars(rankChart(chart))
  const south = drawn.at(-1)
  assert.ok(Math.abs((south?.x ?? 0) + (south?.width ?? 0) - (drawn[0]?.x ?? 0)) < 0.2)
  assert.match(rankChart(chart), />−6<\/text>/)
})
