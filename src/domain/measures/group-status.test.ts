import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { positions } from '../evaluation/distribution.ts'
import type { Position } from '../evaluation/evaluate.ts'
import { type GroupMember, groupStatus } from './group-status.ts'

const member = (title: string, position: Position, severity = 0): GroupMember => ({
  code: title,
  title,
  position,
  severity,
})

test('a group is its counts, its worst member and how much of it has figures, never a colour', () => {
  const status = groupStatus([
    member('Recycling', 'green'),
    member('Absence', 'red', 1),
    member('Plans in 20 weeks', 'red', 3),
    member('Trees', 'no-figures'),
  ])
  assert.equal(
    status.says,
    '3 of 4 measures have figures: 1 on target, 2 missing target; the worst is Plans in 20 weeks, missing target.',
  )
  assert.deepEqual([status.coverage, status.judged, status.worst?.title], [0.75, 3, 'Plans in 20 weeks'])
})

test('a group with nothing short of anything has no worst member, and one without figures says so', () => {
  assert.equal(groupStatus([member('A', 'best-quarter'), member('B', 'middle')]).worst, null)
  assert.match(groupStatus([member('A', 'no-figures')]).says, /None of 1 measure has figures/)
  assert.deepEqual([groupStatus([]).coverage, groupStatus([]).says], [null, 'There are no measures here.'])
})

test('no good member hides a bad one, however many there are', () => {
  const any = fc.constantFrom(...(Object.keys(positions) as Position[]))
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const status = groupStatus([
        member('Bad', 'red'),
        ...list.map((position, i) => member(`M${i}`, position)),
      ])
      assert.equal(status.worst?.position, 'red')
      assert.equal(
        status.counts.reduce((total, { count }) => total + count, 0),
        list.length + 1,
      )
    }),
  )
})
