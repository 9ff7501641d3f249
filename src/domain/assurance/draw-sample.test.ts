import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Candidate, drawSample, type Risk, risks } from './draw-sample.ts'
import { seedOf, splitMix64 } from './split-mix.ts'

const codes = (drawn: readonly { code: string }[]) => drawn.map(({ code }) => code)
const safe = (count: number): Candidate[] =>
  Array.from({ length: count }, (_, index) => ({ code: `m${String(index).padStart(3, '0')}`, risks: [] }))

const candidates = fc.uniqueArray(
  fc.record({
    code: fc.stringMatching(/^[a-z]{1,4}$/),
    risks: fc.uniqueArray(fc.constantFrom(...(Object.keys(risks) as Risk[]))),
  }),
  { selector: ({ code }) => code, maxLength: 40 },
)
const drawing = { size: fc.integer({ min: 1, max: 30 }), seed: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }

test('the numbers are those of the published generator', () => {
  // Reference output of splitmix64.c (Vigna, 2015) for the seed 1234567.
  const { next } = splitMix64(1234567n)
  assert.deepEqual(
    [next(), next(), next()],
    [6457827717110365317n, 3203168211198807973n, 9817491932198370423n],
  )
})

test('the same seed draws the same sample, in whatever order the measures were listed', () => {
  fc.assert(
    fc.property(candidates, drawing.size, drawing.seed, (list, size, seed) => {
      assert.deepEqual(drawSample(list.toReversed(), { size, seed }), drawSample(list, { size, seed }))
    }),
  )
})

test('nobody is drawn twice, and as many are drawn as there are places or measures', () => {
  fc.assert(
    fc.property(candidates, drawing.size, drawing.seed, (list, size, seed) => {
      const drawn = drawSample(list, { size, seed })
      assert.equal(new Set(codes(drawn)).size, drawn.length)
      assert.equal(drawn.length, Math.min(size, list.length))
    }),
  )
})

test('whoever is drawn for a risk has that risk', () => {
  fc.assert(
    fc.property(candidates, drawing.size, drawing.seed, (list, size, seed) => {
      for (const { code, drawnFor } of drawSample(list, { size, seed }))
        if (drawnFor !== 'random')
          assert.ok(list.find((each) => each.code === code)?.risks.includes(drawnFor))
    }),
  )
})

test('half of the places go to the risks in turn, and the rest to anybody', () => {
  const risky: Candidate[] = [
    { code: 'r1', risks: ['revised'] },
    { code: 'r2', risks: ['revised'] },
    { code: 'r3', risks: ['revised'] },
    { code: 'e1', risks: ['not-final'] },
    { code: 'd1', risks: ['definition'] },
  ]
  const drawn = drawSample([...safe(50), ...risky], { size: 8, seed: 1n })
  assert.deepEqual(
    drawn.map(({ drawnFor }) => drawnFor),
    ['revised', 'not-final', 'definition', 'revised', 'random', 'random', 'random', 'random'],
  )
})

test('another seed draws another sample', () => {
  const [a, b] = [1n, 2n].map((seed) => codes(drawSample(safe(80), { size: 10, seed })))
  assert.notDeepEqual(a, b)
})

test('without risks every measure is drawn about as often as every other', () => {
  const times = new Map<string, number>()
  for (let seed = 0n; seed < 4000n; seed++)
    for (const { code } of drawSample(safe(10), { size: 2, seed }))
      times.set(code, (times.get(code) ?? 0) + 1)
  // 800 expected of each; five standard deviations of a binomial count are 126.
  for (const [code, count] of times)
    assert.ok(Math.abs(count - 800) < 127, `${code} was drawn ${count} times`)
})

test('a seed is a whole number of 64 bits', () => {
  assert.equal(seedOf('18446744073709551615'), 2n ** 64n - 1n)
  for (const text of ['18446744073709551616', '-1', '1.5', '', 'abc']) assert.equal(seedOf(text), null)
})
