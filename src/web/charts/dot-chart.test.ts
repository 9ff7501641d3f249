import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDots } from '../testing/sample-charts.ts'
import { dotChart } from './dot-chart.ts'
import { ink } from './palette.ts'

test('an interval is drawn through its dot, and a dot whose interval is not known has none', () => {
  const drawn = dotChart(sampleDots)
  const dots = [...drawn.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="[57]"/g)].slice(0, 2)
  const whiskers = [...drawn.matchAll(/<path d="M([\d.]+) ([\d.]+)H([\d.]+)"/g)]
  assert.equal(dots.length, 2)
  assert.equal(whiskers.length, 2)
  const [, x, y] = dots[0] ?? []
  const [, from, at, to] = whiskers[1] ?? []
  assert.equal(at, y)
  assert.ok(Number(from) < Number(x) && Number(x) < Number(to))
  assert.match(drawn, />95% confidence interval, where it is known</)
})

test('an average is not drawn as a place is, and the council stands out by colour, size and weight', () => {
  const drawn = dotChart(sampleDots)
  assert.match(drawn, /<rect [^>]+width="10" height="10"/)
  assert.match(drawn, new RegExp(`r="7" fill="${ink.main}"`))
  assert.match(drawn, new RegExp(`font-weight="bold" fill="${ink.main}">Sampleton<`))
})

test('which end is good is said, and a chart without intervals says nothing of them', () => {
  assert.match(dotChart(sampleDots), />Rate per 1,000 · lower is better</)
  const bare = { ...sampleDots, rows: sampleDots.rows.map((row) => ({ ...row, lower: null, upper: null })) }
  assert.doesNotMatch(dotChart(bare), /confidence/)
})
