import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Bases, type Common, driverNames, gapByYear, growth, type Rates } from './medium-term.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
const rate = fc.integer({ min: -5000, max: 5000 })
const each = <T>(of: fc.Arbitrary<T>) =>
  fc.record(
    Object.fromEntries(driverNames.map((driver) => [driver, of])) as Record<
      (typeof driverNames)[number],
      fc.Arbitrary<T>
    >,
  )
const common: fc.Arbitrary<Common> = fc.record({
  years: fc.integer({ min: 1, max: 5 }),
  pay: amount,
  continuing: amount,
  fallingAway: amount,
})
const none: Rates = { pay: 0, prices: 0, demand: 0, 'council-tax': 0, grants: 0 }
const bases: Bases = { pay: 100n, prices: 200n, demand: 300n, 'council-tax': 400n, grants: 500n }

test('growth is compounded exactly and rounded once', () => {
  assert.equal(growth(100_000_000n, 200, 1), 2_000_000n)
  assert.equal(growth(100_000_000n, 200, 2), 4_040_000n)
  assert.equal(growth(1n, 5000, 1), 1n)
  assert.equal(growth(10_000n, -1000, 2), -1_900n)
  assert.equal(growth(12_345n, 0, 5), 0n)
})

test('without any assumption there is no gap in any year', () => {
  const years = gapByYear(bases, { years: 5, pay: 0n, continuing: 0n, fallingAway: 0n }, none)
  assert.deepEqual(
    years.map(({ gap, added }) => [gap, added]),
    Array.from({ length: 5 }, () => [0n, 0n]),
  )
})

test('what goes on and what falls away widens the gap by itself, once', () => {
  const [first, second] = gapByYear(bases, { years: 2, pay: 0n, continuing: 495n, fallingAway: 5n }, none)
  assert.deepEqual([first?.gap, second?.gap, second?.added], [500n, 500n, 0n])
})

test('the parts of every year add up to its gap, and what is new in each year to the last gap', () => {
  fc.assert(
    fc.property(each(amount), common, each(rate), (bases, common, rates) => {
      const years = gapByYear(bases, common, rates)
      for (const { parts, gap } of years)
        assert.equal(
          Object.values(parts).reduce((a, b) => a + b, 0n),
          gap,
        )
      assert.equal(
        years.reduce((sum, { added }) => sum + added, 0n),
        years.at(-1)?.gap,
      )
    }),
  )
})

test('a higher cost never narrows the gap, and more funding never widens it', () => {
  fc.assert(
    fc.property(
      each(amount),
      common,
      each(rate),
      fc.constantFrom(...driverNames),
      (bases, common, rates, driver) => {
        const last = (rates: Rates) => gapByYear(bases, common, rates).at(-1)?.gap ?? 0n
        const more = last({ ...rates, [driver]: rates[driver] + 1 })
        if (driver === 'council-tax' || driver === 'grants') assert.ok(more <= last(rates))
        else assert.ok(more >= last(rates))
      },
    ),
  )
})

test('an amount and its parts grow alike, to a penny for the rounding', () => {
  fc.assert(
    fc.property(amount, amount, rate, fc.integer({ min: 1, max: 5 }), (one, other, rate, years) => {
      const apart = growth(one, rate, years) + growth(other, rate, years) - growth(one + other, rate, years)
      assert.ok(apart >= -1n && apart <= 1n)
    }),
  )
})
