import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Observation } from '../measures/observation.ts'
import { financialQuarter, financialYear } from '../period.ts'
import { decimalText, dividedBy, fractionOf, minus, times } from './fraction.ts'
import { type RecordedFigure, rePerform } from './re-perform.ts'

const year = financialYear(2024)
const percentage: RecordedFigure = {
  period: year,
  value: '12.9',
  numerator: '17.6',
  denominator: '136.4',
  unit: 'percentage',
  decimals: 1,
  aggregation: 'ratio',
}
const quarters = (values: readonly (number | null)[]): Observation[] =>
  values.map((value, index) => ({
    period: financialQuarter(2024, (index + 1) as 1 | 2 | 3 | 4),
    value,
    numerator: null,
    denominator: null,
    status: 'final',
    doubt: null,
  }))

const cases: readonly (readonly [string, Partial<RecordedFigure>, string, string | null])[] = [
  ['a percentage that rounds to what is recorded agrees', {}, 'agrees', '12.903'],
  ['a percentage out by one in its last place differs', { value: '13.0' }, 'differs', '12.903'],
  [
    'half of the last place is still rounding',
    { value: '12.5', numerator: '1245', denominator: '10000' },
    'agrees',
    '12.450',
  ],
  ['a hair more is not', { value: '12.5', numerator: '12449', denominator: '100000' }, 'differs', '12.449'],
  [
    'a rate per 100,000',
    { unit: 'per-100000', value: '4.4', numerator: '12', denominator: '275000' },
    'agrees',
    '4.364',
  ],
  [
    'a figure below nought',
    { unit: 'ratio', value: '-0.3', numerator: '-1', denominator: '3' },
    'agrees',
    '-0.333',
  ],
  ['no numerator', { numerator: null }, 'not-possible', null],
  ['a denominator of nought', { denominator: '0' }, 'not-possible', null],
  ['no value', { value: null }, 'not-possible', null],
]

for (const [name, changes, kind, recomputed] of cases)
  test(`re-performing: ${name}`, () => {
    const again = rePerform({ ...percentage, ...changes }, [])
    assert.deepEqual([again.kind, again.recomputed], [kind, recomputed], again.says)
  })

test('what cannot be worked out again says why', () => {
  assert.match(rePerform({ ...percentage, numerator: null }, []).says, /no numerator recorded/)
  const neither = { ...percentage, numerator: null, denominator: null }
  assert.match(rePerform(neither, []).says, /no numerator and no denominator recorded/)
  assert.match(rePerform({ ...neither, unit: 'tonnes' }, []).says, /an amount, and no figures of shorter/)
})

const amount: RecordedFigure = {
  ...percentage,
  numerator: null,
  denominator: null,
  unit: 'tonnes',
  value: '10.3',
  aggregation: 'sum',
}

test('an amount of a year is worked out again from its quarters', () => {
  assert.equal(rePerform(amount, quarters([1.1, 2.2, 3.3, 3.7])).kind, 'agrees')
  const wrong = rePerform(amount, quarters([1.1, 2.2, 3.3, 4.7]))
  assert.deepEqual([wrong.kind, wrong.difference], ['differs', '-1.000'])
})

test('a year with a quarter missing is not worked out again from the others', () => {
  const again = rePerform(amount, quarters([1.1, 2.2, null, 3.7]))
  assert.equal(again.kind, 'not-possible')
  assert.match(again.says, /3 of 4 parts of 2024\/25 have a figure; missing: 2024\/25 Q3/)
})

test('a value rounded from its own numbers always agrees', () => {
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const places = fc.integer({ min: 0, max: 6 })
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 1_000_000 }), places, (above, below, decimals) => {
      const exact = times(dividedBy({ of: BigInt(above), over: 1n }, { of: BigInt(below), over: 1n }), {
        of: 100n,
        over: 1n,
      })
      const value = decimalText(exact, decimals)
      const figure = { ...percentage, value, numerator: `${above}`, denominator: `${below}`, decimals }
      assert.equal(rePerform(figure, []).kind, 'agrees')
    }),
  )
})

test('decimals are exact where binary fractions are not', () => {
  const of = (text: string) => fractionOf(text) ?? { of: 0n, over: 1n }
  assert.equal(decimalText(minus(of('0.3'), of('0.1')), 20), '0.20000000000000000000')
  assert.equal(decimalText(of('-0.04'), 1), '0.0')
  assert.equal(decimalText(of('-0.05'), 1), '-0.1')
  assert.equal(fractionOf('1e5'), null)
})
