import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Observation, Valued } from '../measures/observation.ts'
import { financialQuarter, financialYear, moment, month, type Period } from '../period.ts'
import { periodSlug } from '../period-text.ts'
import { xmrChart } from '../statistics/xmr-chart.ts'
import { processChart } from './process-chart.ts'
import { type Cut, segmentsOf } from './segments.ts'
import { timelineOf } from './timeline.ts'
import { variationReading } from './variation.ts'

const observation = (period: Period, value: number | null, doubt: string | null = null): Observation => ({
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  doubt,
})

const timeline = (history: readonly Observation[], frequency = '') => {
  const latest = history.at(-1)
  assert.ok(latest && latest.value !== null)
  return timelineOf(history, latest as Valued, frequency)
}

const read = (
  history: readonly Observation[],
  cuts: readonly Cut[] = [],
  goodDirection: 'high' | 'low' | 'none' = 'high',
) => {
  const line = timeline(history)
  const segments = segmentsOf(line.slots, cuts)
  return variationReading({ timeline: line, segments, goodDirection, unit: 'percentage', decimals: 1 })
    .reading
}

const years = (values: readonly (number | null)[]) =>
  values.map((value, index) => observation(financialYear(2000 + index), value))
const months = (values: readonly number[]) =>
  values.map((value, t) => observation(month(2018 + Math.floor(t / 12), (t % 12) + 1), value))
/** Scatter of −2 to 2 without a pattern, the same everywhere. */
const scatter = (t: number) => ((t * 37 + ((t * t) % 11) * 13) % 23) / 5.5 - 2

test('a period without a figure is a place without a value, and a figure in doubt is none', () => {
  const line = timeline([
    observation(financialYear(2018), 60),
    observation(financialYear(2020), 0, 'missing coded as nought'),
    observation(financialYear(2021), 62),
  ])
  assert.deepEqual(
    line.slots.map(({ period, value }) => [periodSlug(period), value]),
    [
      ['2018-19', 60],
      ['2019-20', null],
      ['2020-21', null],
      ['2021-22', 62],
    ],
  )
  assert.equal(periodSlug(line.after(2)), '2023-24')
})

test('a year is never laid beside a quarter, nor a half year beside nine months', () => {
  const span = (end: string, value: number) =>
    observation({ start: `${end.slice(0, 4)}-04-01`, end, granularity: 'span' }, value)
  const line = timeline([span('2022-10-01', 10), span('2022-12-01', 15), span('2023-10-01', 12)])
  assert.deepEqual(
    line.slots.map(({ value }) => value),
    [10, 12],
  )
  const mixed = timeline([observation(financialYear(2022), 40), observation(financialQuarter(2023, 1), 11)])
  assert.equal(mixed.slots.length, 1)
})

test('quarterly snapshots at the end of a month keep to the end of the month', () => {
  const line = timeline(
    [observation(moment('2023-12-31'), 5), observation(moment('2024-06-30'), 6)],
    'quarterly',
  )
  assert.deepEqual(
    line.slots.map(({ value }) => value),
    [5, null, 6],
  )
  assert.equal(periodSlug(line.after(2)), '2024-12-31')
})

test('fewer than five figures are not read, fewer than thirteen with care, and the words say so', () => {
  const few = read(years([60, 61, 62, 63]))
  assert.equal(few.type, 'not-said')
  assert.match(few.says, /^Too few figures .* there are 4\.$/)
  const trial = read(years([60, 61, 59, 60, 61, 60]))
  assert.equal(trial.standing, 'trial')
  assert.match(
    trial.says,
    /^No sign of real change: 60\.0% is within the usual range of .* rests on only 6 figures/,
  )
  const established = read(years([60, 61, 59, 60, 61, 60, 61, 59, 60, 61, 60, 59, 60, 75]))
  assert.equal(established.type, 'improvement')
  assert.deepEqual(established.rules, ['outside'])
  assert.match(established.says, /^A real improvement: 75\.0% is above the usual range/)
})

test('limits begin afresh at a change of definition or a rebase, with its reason', () => {
  const values = [...Array(8).keys()]
    .map((t) => 60 + scatter(t))
    .concat([...Array(14).keys()].map((t) => 80 + scatter(t)))
  assert.equal(read(years(values)).isSteady, false)
  const rebased = read(years(values), [{ at: '2008-04-01', reason: 'a second team began' }])
  assert.equal(rebased.segments.length, 2)
  assert.equal(rebased.segments[1]?.reason, 'a second team began')
  assert.equal(rebased.type, 'common-cause')
  assert.ok(rebased.isSteady && (rebased.limits?.mean ?? 0) > 78)
  assert.match(rebased.says, /Judged only from 2008\/09 on: a second team began\.$/)
})

test('a percentage’s usual range is shown within 0 to 100', () => {
  const { limits } = read(years([99, 100, 98, 100, 97, 100, 99]))
  assert.equal(limits?.upper, 100)
})

test('where neither way is good, a special cause is high or low and never an improvement', () => {
  const rise = [60, 61, 59, 60, 61, 60, 61, 59, 60, 61, 60, 59, 60, 75]
  assert.equal(read(years(rise), [], 'none').type, 'neutral-high')
  assert.match(read(years(rise), [], 'none').says, /^A real rise/)
})

test('without a season the chart is that of xmrChart, point by point', () => {
  const value = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null, freq: 8 })
  fc.assert(
    fc.property(fc.array(value, { minLength: 6, maxLength: 30 }), (values) => {
      fc.pre(values.filter((each) => each !== null).length >= 5)
      const chart = processChart(values, [0], 1)
      const points = values.map((each, t) => ({ date: `20${String(10 + t)}-01-01`, value: each }))
      const peer = xmrChart(points)
      assert.ok(peer.ok)
      const [group] = chart.groups
      if (group?.limits) {
        assert.equal(group.limits.upper, peer.groups[0]?.upper)
        assert.deepEqual(
          [...chart.marks].map((mark) => mark > 0),
          peer.points.map(({ cause }) => cause !== 'common-cause'),
        )
      }
    }),
    { numRuns: 300, seed: 7 },
  )
})

/** Normal scatter from a generator with a seed, the same everywhere. */
function* normal(seed: number): Generator<number> {
  let state = seed
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  while (true) yield Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next())
}

test('a summer that comes every year marks hardly more figures than no summer at all', () => {
  const noise = normal(1)
  const share = (amplitude: number, perYear: 1 | 12) => {
    let marked = 0
    for (let n = 0; n < 100; n++) {
      const values = Array.from(
        { length: 48 },
        (_, t) => 100 + (noise.next().value ?? 0) + amplitude * Math.sin((Math.PI * t) / 6),
      )
      marked += processChart(values, [0], perYear).marks.filter((mark) => mark > 0).length
    }
    return marked / 4_800
  }
  assert.ok(share(0, 12) < 0.08)
  assert.ok(share(5, 12) < 0.08)
  assert.ok(share(5, 1) > 0.4, 'read as if there were no season, half the figures would be called special')
})

test('a fall out of season is a special cause, and the range is that of its month', () => {
  const noise = normal(2)
  const seasonal = Array.from(
    { length: 48 },
    (_, t) => 50 + 8 * Math.sin((Math.PI * t) / 6) + (noise.next().value ?? 0),
  )
  const usual = read(months(seasonal))
  assert.ok(usual.isSeasonal && usual.type === 'common-cause')
  const [april, october] = [usual.points[27]?.limits, usual.points[33]?.limits]
  assert.ok(april && october && april.mean > october.mean + 8)
  const fallen = read(months([...seasonal.slice(0, -1), 32]))
  assert.equal(fallen.type, 'concern')
  assert.match(fallen.says, /for this month of the year/)
})
