import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'

test('members stand in the order of their UTF-16 code units, as RFC 8785 section 3.2.3 shows', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    1: 'One',
    '\u{1f600}': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  assert.deepEqual(
    Object.values(JSON.parse(canonicalJson(value))).toSorted(),
    Object.values(value).toSorted(),
  )
  const order = [...canonicalJson(value).matchAll(/:"(.*?)"/g)].map(([, words]) => words)
  assert.deepEqual(order, [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

test('numbers and strings are written as RFC 8785 section 3.2.2 shows', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 0.002, 1e-27],
    string: '\u20ac$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  }
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('the order in which members were put in does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const written = canonicalJson(value)
      assert.equal(canonicalJson(reversed(value)), written)
      assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(value)))
      assert.equal(canonicalJson(JSON.parse(written)), written)
    }),
  )
})

test('two values are written alike only when they are alike', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const alike = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
      assert.equal(canonicalJson(a) === canonicalJson(b), alike)
    }),
  )
})

test('what has no one way of being written is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, [undefined], 1n])
    assert.throws(() => canonicalJson(value), TypeError)
})

const reversed = (value: unknown): unknown => mapped(value, (members) => members.toReversed())
const sorted = (value: unknown): unknown =>
  mapped(value, (members) => members.toSorted(([a], [b]) => (a < b ? -1 : 1)))

function mapped(value: unknown, order: (members: [string, unknown][]) => [string, unknown][]): unknown {
  if (Array.isArray(value)) return value.map((each) => mapped(each, order))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    order(Object.entries(value)).map(([name, member]) => [name, mapped(member, order)]),
  )
}
