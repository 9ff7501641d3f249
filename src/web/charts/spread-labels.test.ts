import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spreadLabels } from './spread-labels.ts'

test('labels with room stay where they want to be', () => {
  assert.deepEqual(
    spreadLabels(
      [
        { wanted: 50, height: 10 },
        { wanted: 20, height: 10 },
      ],
      0,
      100,
    ),
    [50, 20],
  )
})

test('labels that collide share the room around their common middle', () => {
  assert.deepEqual(
    spreadLabels(
      [
        { wanted: 50, height: 10 },
        { wanted: 50, height: 10 },
      ],
      0,
      100,
    ),
    [45, 55],
  )
})

test('labels never overlap, and stay inside when there is room for them all', () => {
  const label = fc.record({
    wanted: fc.integer({ min: -50, max: 350 }),
    height: fc.integer({ min: 10, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(label, { maxLength: 7 }), (labels) => {
      const placed = spreadLabels(labels, 0, 300)
        .map((middle, index) => ({ middle, height: labels[index]?.height ?? 0 }))
        .sort((one, other) => one.middle - other.middle)
      for (const [index, { middle, height }] of placed.entries()) {
        assert.ok(middle - height / 2 >= -1e-6 && middle + height / 2 <= 300 + 1e-6)
        const below = placed[index + 1]
        if (below) assert.ok(below.middle - below.height / 2 >= middle + height / 2 - 1e-6)
      }
    }),
  )
})
