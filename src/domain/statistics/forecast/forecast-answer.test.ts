import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { forecastAnswer } from './forecast-answer.ts'

const line = {
  id: 'a',
  frequency: 4,
  horizon: 2,
  train: [1, 2, 3, 2, 3, 4],
  lower_bound: 0,
  upper_bound: null,
}

test('a good line is answered with the method, the mean and four limits as long as the horizon', () => {
  const answer = forecastAnswer(line) as Record<string, unknown>
  assert.deepEqual(Object.keys(answer).slice(0, 7), ['id', 'method', 'mean', 'lo80', 'hi80', 'lo95', 'hi95'])
  for (const field of ['mean', 'lo80', 'hi80', 'lo95', 'hi95']) {
    assert.equal((answer[field] as number[]).length, 2)
  }
})

test('a bad line is answered with an error that names the series and the reason', () => {
  const message = (change: object) => (forecastAnswer({ ...line, ...change }) as { message: string }).message
  assert.equal(message({ frequency: 7 }), "Series 'a': frequency is 7; use 12, 4 or 1.")
  assert.equal(message({ horizon: 0 }), "Series 'a': horizon must be a whole number from 1 to 120.")
  assert.equal(message({ train: [1, 'x', 3] }), "Series 'a': value 2 is 'x'; a value is a number, or null.")
  assert.equal(
    message({ train: [1, null, 3] }),
    "Series 'a': only 2 usable values; a forecast needs at least 5.",
  )
  assert.equal(
    message({ lower_bound: 9, upper_bound: 3 }),
    "Series 'a': the lower bound must be below the upper bound.",
  )
})

test('nothing that can be put in makes it throw', () => {
  const field = fc.oneof(fc.anything(), fc.array(fc.oneof(fc.double(), fc.constant(null)), { maxLength: 30 }))
  const anyLine = fc.record(
    {
      id: fc.anything(),
      frequency: fc.oneof(fc.constantFrom(12, 4, 1), field),
      horizon: fc.oneof(fc.integer({ min: -2, max: 130 }), field),
      train: field,
      lower_bound: field,
      upper_bound: field,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), anyLine), (input) => typeof forecastAnswer(input) === 'object'),
  )
})
