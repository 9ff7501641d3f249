import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type MaskingInput, type MaskingPart, maskingOf } from './masking.ts'

const figure = (numerator: number, denominator: number) => ({
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
})
const part = (name: string, now: [number, number], before?: [number, number]): MaskingPart => ({
  name,
  ...figure(...now),
  earlier: before ? figure(...before) : null,
})
const totalOf = (parts: readonly MaskingPart[]) => {
  const sum = (of: (each: MaskingPart) => number | null | undefined) =>
    parts.reduce((total, each) => total + (of(each) ?? 0), 0)
  const before = sum(({ earlier }) => earlier?.denominator)
  return {
    ...figure(
      sum(({ numerator }) => numerator),
      sum(({ denominator }) => denominator),
    ),
    earlier:
      before > 0
        ? figure(
            sum(({ earlier }) => earlier?.numerator),
            before,
          )
        : null,
  }
}
const ask = (parts: readonly MaskingPart[], more: Partial<MaskingInput> = {}) =>
  maskingOf({
    total: totalOf(parts),
    parts,
    standard: { says: 'the target of 90.0%', value: 90 },
    goodDirection: 'high',
    unit: 'percentage',
    decimals: 1,
    ...more,
  })

test('a borough on target with one town far from it is said to hide that town', () => {
  const found = ask([part('Southport', [980, 1000]), part('Crosby', [950, 1000]), part('Bootle', [160, 200])])
  assert.equal(found.kind, 'masked')
  assert.deepEqual(
    found.hidden.map(({ name, sure }) => [name, sure]),
    [['Bootle', true]],
  )
  assert.match(
    found.says,
    /is at or better than the target of 90\.0%, but 1 of 3 parts is not\. Bootle is at 80\.0%/,
  )
})

test('a town short of the target by no more than chance is not reported', () => {
  const found = ask([part('Southport', [980, 1000]), part('Bootle', [43, 50])])
  assert.equal(found.kind, 'not-masked')
  assert.match(found.says, /hides no part/)
})

test('a part too small to judge is neither named as hidden nor left out of the count', () => {
  const found = ask([part('Southport', [980, 1000]), part('Maghull', [950, 1000]), part('Lydiate', [2, 15])])
  assert.deepEqual([found.kind, found.hidden, found.tooSmall], ['not-masked', [], ['Lydiate']])
  assert.match(found.says, /1 of 3 parts are too small to judge/)
})

test('without numerators a part is named only beyond the tolerance, and as unsure', () => {
  const bare = (name: string, value: number) => ({ name, value, numerator: null, denominator: null })
  const parts = [bare('A', 97), bare('B', 88)]
  const total = bare('', 95)
  const standard = { says: 'the target of 90.0%', value: 90 }
  assert.equal(ask(parts, { total, standard }).kind, 'not-masked')
  assert.equal(ask(parts, { total, standard: { ...standard, tolerance: 3 } }).kind, 'not-masked')
  const found = ask(parts, { total, standard: { ...standard, tolerance: 1 } })
  assert.deepEqual([found.hidden[0]?.name, found.hidden[0]?.sure], ['B', false])
  assert.match(found.says, /may be chance/)
})

test('a total that improves while every part worsens is Simpson’s paradox, and so is the reverse', () => {
  const parts = [part('Hard', [100, 1000], [1200, 8000]), part('Easy', [7200, 9000], [1700, 2000])]
  const found = ask(parts, { standard: null })
  assert.equal(found.paradox?.total, 'better')
  assert.ok((found.paradox?.totalChange ?? 0) > 0 && (found.paradox?.upper ?? 0) < 0)
  assert.match(found.says, /from 29\.0% to 73\.0%, which is better, while every part of it got worse/)
  assert.equal(ask(parts, { standard: null, goodDirection: 'low' }).paradox?.total, 'worse')
})

test('where the parts moved against the total by no more than chance nothing is said', () => {
  const parts = [part('Hard', [14, 100], [12, 80]), part('Easy', [72, 90], [17, 21])]
  assert.equal(ask(parts, { standard: null }).paradox, null)
})

test('where neither way is good, where there is one part, and where the total itself is bad, nothing is hidden', () => {
  const parts = [part('A', [50, 100]), part('B', [95, 100])]
  assert.equal(ask(parts, { goodDirection: 'none' }).kind, 'not-judged')
  assert.equal(ask(parts.slice(0, 1)).kind, 'not-judged')
  assert.match(ask(parts).says, /is itself worse than the target/)
})

const anyPart = fc
  .record({ denominator: fc.integer({ min: 1, max: 5000 }), of: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ denominator, of }): [number, number] => [Math.round(of * denominator), denominator])
const anyParts = fc.array(anyPart, { minLength: 2, maxLength: 22 })

test('what is hidden is always worse than the standard, its interval too, while the total is not', () => {
  fc.assert(
    fc.property(anyParts, fc.integer({ min: 0, max: 100 }), (shares, standard) => {
      const parts = shares.map((share, i) => part(`W${i}`, share))
      const found = ask(parts, { standard: { says: 'it', value: standard } })
      for (const each of found.hidden) {
        assert.ok(totalOf(parts).value >= standard)
        assert.ok(each.value < standard && (each.upper ?? 101) < standard)
      }
    }),
  )
})

test('parts that do as well as the whole hide nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2 }), (sizes) => {
      const parts = sizes.map((size, i) => part(`W${i}`, [9 * size, 10 * size]))
      assert.deepEqual(ask(parts).hidden, [])
    }),
  )
})

test('reversing the good direction and the figures finds the same parts', () => {
  fc.assert(
    fc.property(anyParts, (shares) => {
      const names = (parts: MaskingPart[], more: Partial<MaskingInput>) =>
        ask(parts, more)
          .hidden.map(({ name }) => name)
          .sort()
      const good = shares.map(([x, n], i) => part(`W${i}`, [x, n]))
      const bad = shares.map(([x, n], i) => part(`W${i}`, [n - x, n]))
      assert.deepEqual(
        names(good, { standard: { says: 'it', value: 60.01 } }),
        names(bad, { standard: { says: 'it', value: 39.99 }, goodDirection: 'low' }),
      )
    }),
  )
})
