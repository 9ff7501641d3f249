import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenOf, pathUp, type ThreadItem, threadBreaks } from './thread.ts'

const item = (code: string, kind: ThreadItem['kind'], serves: string | null, position = 1): ThreadItem => ({
  code,
  kind,
  title: code,
  serves,
  position,
})
const items = [
  item('vision', 'vision', null),
  item('plan', 'corporate-plan', 'vision'),
  item('p2', 'priority', 'plan', 2),
  item('p1', 'priority', 'plan', 1),
  item('o1', 'outcome', 'p1'),
  item('stray', 'action', null),
]
const byCode = new Map(items.map((each) => [each.code, each]))

test('a reader can walk from an outcome up to the vision and down again in order', () => {
  assert.deepEqual(
    pathUp(byCode, 'o1').map((each) => each.code),
    ['p1', 'plan', 'vision'],
  )
  assert.deepEqual(
    childrenOf(items, 'plan').map((each) => each.code),
    ['p1', 'p2'],
  )
})

test('items that serve one another in a ring do not hang the walk', () => {
  const ring = new Map(
    [item('a', 'outcome', 'b'), item('b', 'outcome', 'a')].map((each) => [each.code, each]),
  )
  assert.deepEqual(
    pathUp(ring, 'a').map((each) => each.code),
    ['b', 'a'],
  )
})

test('each break of the thread is reported once, with what is wrong', () => {
  const measures = [
    { code: 'M1', title: 'M1', serves: 'p1', owner: null, hasTarget: false, takesTarget: true },
    { code: 'M2', title: 'M2', serves: null, owner: 'A director', hasTarget: false, takesTarget: false },
  ]
  const kinds = threadBreaks(items, measures, new Set()).map((each) => `${each.code} ${each.kind}`)
  assert.deepEqual(kinds, [
    'stray serves-nothing',
    'M2 serves-nothing',
    'o1 outcome-without-measure',
    'M1 measure-without-owner',
    'M1 measure-without-target',
  ])
  assert.equal(threadBreaks(items, [], new Set(['o1'])).length, 1)
})
