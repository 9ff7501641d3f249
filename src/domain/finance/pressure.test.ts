import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { accountedFor, type PressureAmount, partsProblems } from './pressure.ts'

const million = 100_000_000n
const whole: PressureAmount = {
  position: 2,
  service: 'children',
  partOf: null,
  title: 'Forecast overspend',
  amount: (35n * million) / 10n,
}
const part = (position: number, title: string, amount: bigint): PressureAmount => ({
  ...whole,
  position,
  partOf: 2,
  title,
  amount,
})
const staffing = part(3, 'staffing', (14n * million) / 10n)

test('staffing of £1.400m and packages of £2.100m are the whole £3.500m', () => {
  assert.deepEqual(partsProblems([whole, staffing, part(4, 'packages', (21n * million) / 10n)]), [])
})

test('parts that do not add up are refused with both figures', () => {
  assert.deepEqual(partsProblems([whole, staffing, part(4, 'packages', 2n * million)]), [
    'The parts of ‘Forecast overspend’ add up to £3.400m, £0.100m less than the whole of £3.500m. Correct the part that is wrong, or add the one that is missing.',
  ])
})

test('a part of nothing, or of another service, is refused', () => {
  assert.match(partsProblems([staffing])[0] ?? '', /number 2, which is no whole pressure of the month/)
  const elsewhere = { ...staffing, service: 'adults', amount: whole.amount }
  assert.match(partsProblems([whole, elsewhere])[0] ?? '', /belongs to another service than the whole/)
})

test('however a whole is cut into parts, they add up; moved by a penny they do not', () => {
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(amounts, (cut) => {
      const amount = cut.reduce((a, b) => a + b, 0n)
      const parts = cut.map((each, index) => part(index + 3, 'a part', each))
      assert.deepEqual(partsProblems([{ ...whole, amount }, ...parts]), [])
      assert.equal(partsProblems([{ ...whole, amount: amount + 1n }, ...parts]).length, 1)
    }),
  )
})

test('what no pressure accounts for is told, and parts are not counted beside their whole', () => {
  const variances = [
    { service: 'children', name: 'Children', variance: 4n * million },
    { service: 'parks', name: 'Parks', variance: 0n },
  ]
  assert.deepEqual(accountedFor(variances, [whole, staffing]), [
    {
      service: 'children',
      name: 'Children',
      variance: 4n * million,
      named: whole.amount,
      unexplained: million / 2n,
    },
  ])
})
