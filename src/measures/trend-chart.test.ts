import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluate } from '../domain/evaluation/evaluate.ts'
import type { Observation } from '../domain/measures/observation.ts'
import type { Target } from '../domain/measures/target.ts'
import { financialYear } from '../domain/period.ts'
import type { ChartFacts } from './chart-facts.ts'
import { meaning } from './meaning.ts'
import type { MainSeries } from './queries.ts'
import { trendCharts } from './trend-chart.ts'

const series: MainSeries = {
  code: 'recycling',
  title: 'Household waste recycled',
  description: null,
  match: 'exact',
  unit: 'percentage',
  decimals: 1,
  goodDirection: 'high',
  frequency: 'annual',
  aggregation: 'none',
  publisher: 'Defra',
  dataset: null,
  licence: null,
  neighbours: null,
  englandIsTotal: false,
  note: null,
  breaks: [],
}

const years = (values: readonly (number | null)[], from = 2005): Observation[] =>
  values.map((value, index) => ({
    period: financialYear(from + index),
    value,
    numerator: null,
    denominator: null,
    status: 'final',
    doubt: null,
  }))

function factsOf(
  values: readonly (number | null)[],
  more: { targets?: readonly Target[]; england?: readonly Observation[]; breaks?: MainSeries['breaks'] } = {},
): ChartFacts {
  const own = { ...series, breaks: more.breaks ?? [] }
  const evaluation = evaluate({
    measure: { informationType: 'performance-indicator', goodDirection: 'high' },
    series: own,
    observations: years(values),
    neighbours: [],
    england: more.england ?? [],
    region: [],
    targets: more.targets ?? [],
    cutOff: '2099-04-01',
  })
  const england = more.england ? { code: 'E92', name: 'England', observations: more.england } : null
  return {
    council: 'Sampleton',
    series: own,
    evaluation,
    neighbours: [],
    england,
    region: null,
    cityRegion: [],
  }
}

/** Fourteen years of small ups and downs about 50. */
const steady = [50, 51, 49, 50.5, 49.5, 51, 49, 50, 50.5, 49, 51, 50, 49.5, 50.5]
const firm = (chart: ReturnType<typeof trendCharts>) =>
  chart?.main.bands?.filter(({ kind }) => kind === 'limits') ?? []

test('a steady process has its usual range drawn, and no point of it is marked', () => {
  const charts = trendCharts(factsOf(steady))
  assert.equal(firm(charts).length, 1)
  assert.match(firm(charts)[0]?.label ?? '', /^Usual range \d+\.\d% to \d+\.\d%, average 50\.0%$/)
  assert.ok(charts?.main.series[0]?.points.every(({ mark }) => mark === undefined))
  assert.match(charts?.main.title ?? '', /no real change$/)
})

test('a point beyond the usual range is marked, and the finding says so', () => {
  const charts = trendCharts(factsOf([...steady, 40]))
  assert.equal(charts?.main.series[0]?.points.find(({ value }) => value === 40)?.mark, 'concern')
  assert.match(charts?.main.title ?? '', /worse than usual/)
})

test('a range that rests on few figures is called a trial, and below five there is none', () => {
  const trial = trendCharts(factsOf(steady.slice(0, 8)))?.main.bands ?? []
  assert.ok(trial.some(({ kind, label }) => kind === 'trial-limits' && /trial: only 8 figures/.test(label)))
  const none = trendCharts(factsOf(steady.slice(0, 4)))
  assert.ok(!none?.main.bands?.some(({ kind }) => kind.endsWith('limits')))
  assert.match(none?.main.title ?? '', /too few figures to tell a real change from chance$/)
})

test('one figure makes no chart, and none makes no meaning', () => {
  assert.equal(trendCharts(factsOf([50])), null)
  assert.deepEqual(meaning(factsOf([]).evaluation, String), [])
})

test('comparators that would flatten the council’s own line have a chart of their own', () => {
  const near = trendCharts(factsOf(steady, { england: years(steady.map((value) => value + 1)) }))
  assert.deepEqual(
    near?.main.series.map(({ name }) => name),
    ['Sampleton', 'England'],
  )
  assert.equal(near?.others.length, 0)
  const far = trendCharts(factsOf(steady, { england: years(steady.map(() => 5)) }))
  assert.deepEqual(
    far?.main.series.map(({ name }) => name),
    ['Sampleton'],
  )
  assert.match(far?.others[0]?.title ?? '', /^Sampleton 50\.5% beside England 5\.0%$/)
})

test('the outlook opens from the latest figure and never stands before it', () => {
  const fan = trendCharts(factsOf(steady))?.main.bands?.filter(({ kind }) => kind.startsWith('outlook')) ?? []
  assert.ok(fan.length > 0)
  for (const { points } of fan) {
    assert.deepEqual([points[0]?.lower, points[0]?.upper], [50.5, 50.5])
    assert.ok(points.every(({ lower, upper }) => lower <= upper))
  }
})

test('an outlook wider than all the figures so far is said and not drawn', () => {
  const wild = [10, 90, 20, 80, 15, 85, 12, 88]
  const charts = trendCharts(factsOf(wild))
  const drawn = charts?.main.bands?.some(({ kind }) => kind.startsWith('outlook'))
  const said = charts?.main.notes?.some((note) => note.startsWith('No outlook is drawn'))
  assert.notEqual(drawn, said)
})

test('the chance of reaching the target stands with the chart in words', () => {
  const target: Target = { period: financialYear(2019), value: 52, upperValue: null, tolerance: 1 }
  const charts = trendCharts(factsOf(steady, { targets: [target] }))
  assert.match(charts?.main.notes?.join(' ') ?? '', /target.*in (?:10|20)/)
  assert.equal(charts?.main.target?.label, 'Target 52.0%')
})

test('limits begin afresh where figures are not comparable with the earlier ones', () => {
  const breaks = [{ at: '2012-04-01', reason: 'New basis' }]
  const charts = trendCharts(factsOf([...steady.slice(0, 7), 80, 81, 79, 80, 81, 80, 79], { breaks }))
  const bands = charts?.main.bands?.filter(({ kind }) => kind.endsWith('limits')) ?? []
  assert.equal(bands.length, 2)
  assert.ok((bands[0]?.points.at(-1)?.upper ?? 100) < 70 && (bands[1]?.points[0]?.lower ?? 0) > 70)
  assert.equal(charts?.main.breaks[0]?.label, 'Not comparable with earlier')
})
