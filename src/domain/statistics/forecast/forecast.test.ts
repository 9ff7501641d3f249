import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Forecast, forecast } from './forecast.ts'
import type { ForecastInput } from './usable-series.ts'

const unbounded = { lowerBound: null, upperBound: null }

function forecastOf(input: ForecastInput): Forecast {
  const result = forecast(input)
  if (!result.ok) assert.fail(result.reason)
  return result
}

const frequencies = fc.constantFrom(12 as const, 4 as const, 1 as const)
const series = (min: number, max: number) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: 5, maxLength: 60 })

test('percentages and their intervals stay within 0 and 100, and the wider interval holds the narrower', () => {
  fc.assert(
    fc.property(
      frequencies,
      series(0, 100),
      fc.integer({ min: 1, max: 18 }),
      (frequency, values, horizon) => {
        const { mean, lo80, hi80, lo95, hi95 } = forecastOf({
          frequency,
          horizon,
          values,
          lowerBound: 0,
          upperBound: 100,
        })
        for (let h = 0; h < horizon; h++) {
          const inOrder = [0, lo95[h], lo80[h], hi80[h], hi95[h], 100] as number[]
          for (let i = 1; i < inOrder.length; i++)
            assert.ok((inOrder[i - 1] as number) <= (inOrder[i] as number))
          assert.ok((mean[h] as number) >= 0 && (mean[h] as number) <= 100)
        }
      },
    ),
  )
})

test('limits of counts are whole and never below none', () => {
  fc.assert(
    fc.property(
      frequencies,
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 48 }),
      (frequency, values) => {
        const result = forecastOf({
          frequency,
          horizon: 6,
          values,
          lowerBound: 0,
          upperBound: null,
          wholeNumbers: true,
        })
        for (const limit of [...result.lo95, ...result.lo80, ...result.hi80, ...result.hi95]) {
          assert.ok(Number.isInteger(limit) && limit >= 0)
        }
      },
    ),
  )
})

test('a series in other units has the same forecast in those units', () => {
  fc.assert(
    fc.property(frequencies, series(1, 1000), fc.constantFrom(0.001, 7, 1e6), (frequency, values, factor) => {
      const input = { frequency, horizon: 5, lowerBound: 0, upperBound: null }
      const one = forecastOf({ ...input, values })
      const other = forecastOf({ ...input, values: values.map((value) => value * factor) })
      for (let h = 0; h < 5; h++) {
        for (const field of ['mean', 'lo80', 'hi80', 'lo95', 'hi95'] as const) {
          const expected = (one[field][h] as number) * factor
          assert.ok(Math.abs((other[field][h] as number) - expected) <= 1e-6 * factor * 1000)
        }
      }
    }),
  )
})

test('every forecast of any finite series is finite, and asking twice gives the same answer', () => {
  const anything = fc.array(
    fc.oneof(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.constant(null), fc.constant(0)),
    { maxLength: 220 },
  )
  fc.assert(
    fc.property(frequencies, anything, (frequency, values) => {
      const input = { frequency, horizon: 9, values, ...unbounded }
      const result = forecast(input)
      assert.deepEqual(forecast(input), result)
      if (!result.ok) return
      for (const field of ['mean', 'lo80', 'hi80', 'lo95', 'hi95'] as const) {
        assert.equal(result[field].length, 9)
        assert.ok(result[field].every(Number.isFinite))
      }
    }),
  )
})

test('a value that has never changed is expected again, and the note says how little that proves', () => {
  const result = forecastOf({
    frequency: 12,
    horizon: 3,
    values: new Array<number>(14).fill(0.1),
    ...unbounded,
  })
  assert.deepEqual(
    [result.mean, result.lo95, result.hi95],
    [
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
      [0.1, 0.1, 0.1],
    ],
  )
  assert.match(result.note, /14 points/)
})

test('a year that repeats exactly is expected to repeat again', () => {
  const values = [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 10, 20]
  const { mean } = forecastOf({ frequency: 4, horizon: 4, values, ...unbounded })
  for (const [h, expected] of [30, 40, 10, 20].entries())
    assert.ok(Math.abs((mean[h] as number) - expected) < 1)
})

test('a steady climb is carried on, a little damped', () => {
  const values = Array.from({ length: 30 }, (_, t) => 100 + 2 * t)
  const { mean, method } = forecastOf({ frequency: 1, horizon: 3, values, ...unbounded })
  assert.ok((mean[0] as number) > 159 && (mean[2] as number) > 161 && (mean[2] as number) <= 164.5)
  assert.match(method, /trend|drift/)
})

test('intervals widen with the steps when the level wanders', () => {
  const values = [50, 53, 51, 55, 58, 57, 61, 64, 60, 57, 55, 52, 54, 50, 47, 49, 45, 44, 47, 51]
  const { lo95, hi95 } = forecastOf({ frequency: 1, horizon: 4, values, ...unbounded })
  const widths = hi95.map((high, h) => high - (lo95[h] as number))
  for (let h = 1; h < widths.length; h++) assert.ok((widths[h] as number) > (widths[h - 1] as number))
})

test('fewer than five values are refused with the reason', () => {
  const result = forecast({ frequency: 4, horizon: 4, values: [1, null, 2, 3, 4, null], ...unbounded })
  assert.deepEqual(result, { ok: false, reason: 'only 4 usable values; a forecast needs at least 5' })
})

test('short and erratic series are forecast by a level alone, and say so', () => {
  const short = forecastOf({ frequency: 1, horizon: 2, values: [5, 6, 7, 8, 9], ...unbounded })
  assert.match(short.note, /only 5 points: a level is projected, and no trend/)
  const rare = [0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 1, 0]
  const few = forecastOf({ frequency: 12, horizon: 2, values: rare, lowerBound: 0, upperBound: null })
  assert.match(few.note, /12 of 16 points are zero/)
  const wild = forecastOf({ frequency: 1, horizon: 2, values: [9, 1, 12, 2, 15, 1, 10, 2, 14], ...unbounded })
  assert.match(wild.note, /erratic/)
})

test('a gap is filled from the same season and said; values not yet in push the forecast on', () => {
  const year = [10, 20, 30, 40]
  const values: (number | null)[] = [...year, ...year, ...year, ...year]
  values[6] = null
  const filled = forecastOf({ frequency: 4, horizon: 2, values, ...unbounded })
  assert.match(filled.note, /1 missing inside/)
  assert.ok(Math.abs((filled.mean[0] as number) - 10) < 1)
  const late = forecastOf({ frequency: 4, horizon: 2, values: [...values, null], ...unbounded })
  assert.ok(Math.abs((late.mean[0] as number) - 20) < 1)
})

test('a value outside its bounds, or no number at all, is refused by its place', () => {
  const input = { frequency: 12 as const, horizon: 2, lowerBound: 0, upperBound: 100 }
  const over = forecast({ ...input, values: [1, 2, 101, 4, 5, 6] })
  assert.deepEqual(over, { ok: false, reason: 'value 3 (101) lies outside the bounds 0 to 100' })
  const none = forecast({ ...input, values: [1, Number.NaN, 3, 4, 5, 6] })
  assert.deepEqual(none, { ok: false, reason: 'value 2 is not a number that can be forecast' })
})
