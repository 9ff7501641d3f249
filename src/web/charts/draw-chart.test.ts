import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import {
  sampleDistribution,
  sampleDots,
  sampleLine,
  sampleMultiples,
  sampleRank,
  sampleXmr,
} from '../testing/sample-charts.ts'
import { drawChart } from './draw-chart.ts'

const charts = [sampleLine, sampleXmr, sampleDots, sampleMultiples, sampleRank, sampleDistribution]
const sizes = ['wide', 'narrow'] as const

test('every chart is a document of its own that another program can draw', () => {
  for (const chart of charts) {
    for (const size of sizes) {
      const picture = new Resvg(drawChart(chart, size)).render()
      assert.equal(picture.width, size === 'wide' ? 720 : 360)
      assert.ok(picture.height > 60)
    }
  }
})

test('every chart is named by its finding and described, for those who do not see it', () => {
  for (const chart of charts) {
    const drawn = drawChart(chart)
    const [, titleId = '', descId = ''] = drawn.match(/role="img" aria-labelledby="(\S+) (\S+)"/) ?? []
    assert.ok(drawn.includes(`<title id="${titleId}">${chart.title.replace('&', '&amp;')}</title>`))
    assert.ok(drawn.includes(`<desc id="${descId}">`))
  }
})

test('no two drawings share an id, and the same chart always draws the same', () => {
  const drawn = charts.flatMap((chart) => sizes.map((size) => drawChart(chart, size)))
  const ids = drawn.flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(drawChart(sampleLine), drawChart(sampleLine))
})

test('no drawing has a style of its own, so the security policy need not allow one', () => {
  for (const chart of charts) assert.doesNotMatch(drawChart(chart), /style|NaN|undefined|Infinity/)
})

test('a chart with nothing in it is still drawn', () => {
  const empty = { ...sampleLine, series: [], target: null, breaks: [] }
  assert.match(drawChart(empty), /^<svg/)
  assert.doesNotMatch(drawChart(empty), /NaN|Infinity/)
  const single = sampleLine.series.slice(0, 1).map((one) => ({ ...one, points: one.points.slice(0, 1) }))
  assert.doesNotMatch(drawChart({ ...empty, series: single }), /NaN|Infinity/)
  assert.doesNotMatch(drawChart({ ...sampleRank, bars: [] }), /NaN|Infinity/)
  assert.doesNotMatch(drawChart({ ...sampleDots, rows: [] }), /NaN|Infinity/)
  assert.doesNotMatch(drawChart({ ...sampleMultiples, panels: [] }), /NaN|Infinity/)
  assert.doesNotMatch(drawChart({ ...sampleDistribution, parts: [] }), /NaN|Infinity/)
})

test('words from outside cannot become markup in a drawing', () => {
  const hostile = '<script>alert("x")</script>'
  const chart = { ...sampleRank, title: hostile, bars: [{ name: hostile, value: 1, role: 'own' as const }] }
  assert.doesNotMatch(drawChart(chart), /<script/)
})
