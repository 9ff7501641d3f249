import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { forecast } from './forecast.ts'
import type { Frequency } from './usable-series.ts'

interface OpenCase {
  readonly id: string
  readonly frequency: Frequency
  readonly lower_bound: number | null
  readonly upper_bound: number | null
  readonly horizon: number
  readonly train: readonly number[]
  readonly future: readonly number[]
  readonly mase_scale: number
}

const file = new URL('../../../../test/reference/forecast-open.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly OpenCase[] }

test('on the open cases errors stay small and intervals cover about what they say', () => {
  let scaled = 0
  let interval = 0
  let inside80 = 0
  let inside95 = 0
  let values = 0
  for (const { id, frequency, lower_bound, upper_bound, horizon, train, future, mase_scale } of cases) {
    const result = forecast({
      frequency,
      horizon,
      values: train,
      lowerBound: lower_bound,
      upperBound: upper_bound,
    })
    if (!result.ok) assert.fail(`${id}: ${result.reason}`)
    for (let h = 0; h < horizon; h++) {
      const came = future[h] as number
      const [low, high] = [result.lo95[h] as number, result.hi95[h] as number]
      scaled += Math.abs(came - (result.mean[h] as number)) / mase_scale / horizon
      interval += (high - low + 40 * Math.max(0, low - came, came - high)) / mase_scale / horizon
      if (came >= (result.lo80[h] as number) && came <= (result.hi80[h] as number)) inside80++
      if (came >= low && came <= high) inside95++
      values++
    }
  }
  assert.equal(cases.length, 32)
  const measured = {
    mase: scaled / cases.length,
    msis95: interval / cases.length,
    coverage80: inside80 / values,
    coverage95: inside95 / values,
  }
  const told = JSON.stringify(measured)
  assert.ok(measured.mase <= 1.25, told)
  assert.ok(measured.msis95 <= 8.5, told)
  assert.ok(measured.coverage80 >= 0.7 && measured.coverage80 <= 0.9, told)
  assert.ok(measured.coverage95 >= 0.88 && measured.coverage95 <= 0.99, told)
})
