import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observation } from '../measures/observation.ts'
import { financialYear, type Period } from '../period.ts'
import { changeOf } from './change.ts'
import { comparison } from './comparison.ts'
import { intervalOf } from './interval-of.ts'
import { trendReading } from './recent-trend.ts'
import { timelineOf } from './timeline.ts'

const rate = (period: Period, numerator: number, denominator: number): Observation & { value: number } => ({
  period,
  value: (100 * numerator) / denominator,
  numerator,
  denominator,
  status: 'final',
  doubt: null,
})

const beside = (observation: Observation, england: number | null, region: number | null = null) =>
  comparison({
    value: observation.value,
    observation,
    neighbours: [40, 42, 44, 46, 48, 50, 52, 54].map((value, n) => ({
      area: `E${n}`,
      name: `Council ${n}`,
      value,
    })),
    england,
    region,
    goodDirection: 'high',
    isCount: false,
    unit: 'percentage',
    decimals: 1,
  })

test('better, similar or worse than England follows the interval, not the difference', () => {
  const small = rate(financialYear(2023), 11, 20)
  const large = rate(financialYear(2023), 5_500, 10_000)
  assert.equal(beside(small, 48).benchmark.judgement, 'similar')
  assert.equal(beside(large, 48).benchmark.judgement, 'better')
  assert.equal(beside(large, 60).benchmark.judgement, 'worse')
  assert.match(
    beside(large, 48).says,
    /Better than England, by the 95% confidence interval of the figure \(54\.0% to 56\.0%\)/,
  )
})

test('where there is no England the region is the benchmark, and where no interval can be drawn none is said', () => {
  const large = rate(financialYear(2023), 5_500, 10_000)
  assert.equal(beside(large, null, 48).benchmark.against, 'the region')
  assert.equal(beside({ ...large, numerator: null }, 48).benchmark.judgement, 'not-said')
})

test('the distance to the best quarter is said by those outside it', () => {
  const { bestQuarter, says } = beside(rate(financialYear(2023), 450, 1_000), 48)
  assert.equal(bestQuarter?.threshold, 50.5)
  assert.match(says, /The best quarter of them begins at 50\.5%, 5\.5 percentage points away\./)
})

test('a published interval comes first, and numbers that do not give their value give no interval', () => {
  const value = rate(financialYear(2023), 50, 100)
  assert.equal(intervalOf({ ...value, limits: { lower: 41, upper: 58 } }, 'percentage')?.method, 'published')
  assert.equal(intervalOf(value, 'percentage')?.method, 'wilson')
  assert.equal(intervalOf({ ...value, value: 61 }, 'percentage'), null)
  assert.equal(intervalOf({ ...value, value: 500 }, 'per-1000')?.method, 'byar')
  assert.equal(intervalOf(value, 'ratio'), null)
})

const trend = (numerators: readonly number[], goodDirection: 'high' | 'low') => {
  const history = numerators.map((numerator, t) => rate(financialYear(2018 + t), numerator, 10_000))
  const latest = history.at(-1)
  assert.ok(latest)
  return trendReading({ timeline: timelineOf(history, latest), from: 0, goodDirection, unit: 'percentage' })
}

test('five years of a steady fall are a trend, better or worse as the good direction has it', () => {
  const falling = [5_400, 5_300, 5_200, 5_100, 5_000]
  assert.equal(trend(falling, 'high').type, 'worse')
  assert.equal(trend(falling, 'low').type, 'better')
  assert.equal(trend([5_000, 5_040, 4_990, 5_010, 5_000], 'high').type, 'no-change')
  assert.match(trend(falling.slice(1), 'high').says, /needs 5 figures/)
})

test('where the chart and the trend point opposite ways neither is believed alone', () => {
  const up = { type: 'improvement', rules: ['one-side'], standing: 'established', isSteady: true } as const
  assert.equal(changeOf(up, { type: 'worse' }).state, 'mixed')
  assert.equal(changeOf({ ...up, type: 'common-cause', rules: [] }, { type: 'worse' }).kind, 'five-year')
})
