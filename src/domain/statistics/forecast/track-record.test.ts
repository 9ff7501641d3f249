import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trackRecord } from './track-record.ts'

const unbounded = { lowerBound: null, upperBound: null }
/** Scatter without pattern, made by hand-written arithmetic so that it is the same everywhere. */
const scatter = Array.from({ length: 60 }, (_, t) => 50 + ((t * 37 + ((t * t) % 11) * 13) % 23) - 11)

test('on pattern-free scatter the record shows intervals that cover and a forecaster better than the last value', () => {
  const record = trackRecord({ frequency: 12, horizon: 3, values: scatter, lowerBound: 0, upperBound: 100 })
  if (!record.ok) assert.fail(record.reason)
  assert.equal(record.origins, 55)
  assert.equal(record.forecasts, 55 * 3 - 3)
  assert.ok(record.coverage80 > 0.7 && record.coverage95 > 0.9 && record.coverage95 >= record.coverage80)
  assert.ok((record.mase ?? 9) < (record.maseOfLastValue ?? 0))
})

test('when it said something was likely it happened more often than when it said it was not', () => {
  const record = trackRecord({ frequency: 1, horizon: 2, values: scatter, ...unbounded })
  if (!record.ok) assert.fail(record.reason)
  const rows = record.calibration
  assert.equal(
    rows.reduce((sum, row) => sum + row.count, 0),
    record.forecasts,
  )
  const first = rows[0]
  const last = rows[rows.length - 1]
  assert.ok(first && last && first.happened < last.happened)
  for (const row of rows) assert.ok(row.said >= row.from && row.said <= row.to)
})

test('a record against a target says how often meeting it was rightly called', () => {
  const record = trackRecord(
    { frequency: 4, horizon: 1, values: scatter, ...unbounded },
    { good: 'low', target: 70 },
  )
  if (!record.ok) assert.fail(record.reason)
  assert.ok(record.calibration.every((row) => row.from >= 0.8 && row.happened === 1))
})

test('each origin knows only its own past: what came after does not change what it said', () => {
  const input = { frequency: 1 as const, horizon: 1, ...unbounded }
  const short = trackRecord({ ...input, values: scatter.slice(0, 20) })
  const long = trackRecord({ ...input, values: [...scatter.slice(0, 20), 1e6] })
  if (!short.ok || !long.ok) assert.fail('both have a record')
  const hits = (record: { coverage80: number; forecasts: number }) =>
    Math.round(record.coverage80 * record.forecasts)
  assert.equal(long.forecasts, short.forecasts + 1)
  assert.equal(hits(long), hits(short))
})

test('missing values are neither origins nor outcomes', () => {
  const values = scatter.map((value, t) => (t % 5 === 3 ? null : value))
  const record = trackRecord({ frequency: 1, horizon: 1, values, ...unbounded })
  if (!record.ok) assert.fail(record.reason)
  assert.ok(record.forecasts < 40 && record.forecasts > 25)
})

test('too short a past is no record', () => {
  const record = trackRecord({ frequency: 1, horizon: 1, values: [1, 3, 2, 4, 3, 5, 4], ...unbounded })
  assert.equal(record.ok, false)
})
