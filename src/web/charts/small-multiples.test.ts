import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleMultiples } from '../testing/sample-charts.ts'
import { smallMultiples } from './small-multiples.ts'

const panels = (svg: string) => svg.split('<g transform').slice(1)

test('every panel has one scale: the same value stands at the same height', () => {
  const [own = '', north = ''] = panels(smallMultiples(sampleMultiples))
  const targets = [own, north].map((panel) => panel.match(/M0 ([\d.]+)H[\d.]+" stroke="#0b0c0c"/)?.[1])
  assert.ok(targets[0] !== undefined)
  assert.equal(targets[0], targets[1])
})

test('an area is named with its latest value, and one without figures says so', () => {
  const [own = '', , weston = ''] = panels(smallMultiples(sampleMultiples))
  assert.match(own, />Sampleton<.*>21\.4%</)
  assert.match(weston, />Weston<.*>No figure</)
})

test('the other areas lie pale behind each', () => {
  for (const panel of panels(smallMultiples(sampleMultiples))) assert.match(panel, /stroke="#d3d8db"/)
})
