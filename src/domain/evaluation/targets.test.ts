import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Aggregation, GoodDirection } from '../measures/measure.ts'
import type { Observation } from '../measures/observation.ts'
import { financialQuarter, financialYear, month, type Period } from '../period.ts'
import type { Unit } from '../quantity.ts'
import { type EvaluationInput, evaluate } from './evaluate.ts'
import { likelihoodOf, oddsText } from './likelihood.ts'
import { rag } from './rag.ts'

const observation = (period: Period, value: number | null, more: Partial<Observation> = {}): Observation => ({
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  doubt: null,
  ...more,
})

const scatter = (t: number) => ((t * 37 + ((t * t) % 11) * 13) % 23) / 5.5 - 2

const judge = (
  observations: readonly Observation[],
  target: { period: Period; value: number; tolerance?: number; floor?: number; upperValue?: number } | null,
  more: {
    goodDirection?: GoodDirection
    aggregation?: Aggregation
    unit?: Unit
    cutOff?: string
    match?: 'own' | 'exact'
    withTrackRecord?: boolean
  } = {},
) => {
  const { goodDirection = 'high', aggregation = 'latest', unit = 'percentage', match = 'own' } = more
  const input: EvaluationInput = {
    measure: { informationType: 'performance-indicator', goodDirection },
    series: {
      unit,
      decimals: unit === 'count' ? 0 : 1,
      goodDirection,
      match,
      breaks: [],
      englandIsTotal: false,
      aggregation,
    },
    observations,
    neighbours: [],
    england: [],
    region: [],
    targets: target ? [{ tolerance: 2, upperValue: null, ...target }] : [],
    cutOff: more.cutOff ?? observations.at(-1)?.period.end ?? '2024-07-01',
    withTrackRecord: more.withTrackRecord ?? false,
  }
  return evaluate(input)
}

const months = (count: number, value: (t: number) => number, unitOf = 1) =>
  Array.from({ length: count }, (_, t) =>
    observation(
      month(2022 + Math.floor((t + 3) / 12), ((t + 3) % 12) + 1),
      Math.round(value(t) * unitOf) / unitOf,
    ),
  )

test('below the minimum standard is red whatever the tolerance, and says so', () => {
  const status = (value: number, goodDirection: 'high' | 'low', floor: number) =>
    rag({
      value,
      target: { period: financialYear(2024), value: 90, upperValue: null, tolerance: 10, floor },
      goodDirection,
      contextual: false,
      unit: 'percentage',
    })
  assert.equal(status(84, 'high', 85).status, 'red')
  assert.match(
    status(84, 'high', 85).says,
    /worse than the minimum standard of 85\.0%, so it is red whatever the tolerance/,
  )
  assert.equal(status(85, 'high', 85).status, 'amber')
  assert.equal(status(96, 'low', 95).belowFloor, true)
  assert.equal(status(95, 'low', 95).status, 'amber')
})

test('a quarter’s count is not held against a year’s target while the rest of the year decides', () => {
  const year = financialYear(2024)
  const quarters = (values: readonly number[]) =>
    values.map((value, index) => observation(financialQuarter(2024, (index + 1) as 1), value))
  const sums = { aggregation: 'sum', unit: 'count' } as const
  const open = judge(quarters([50, 55]), { period: year, value: 200 }, sums)
  assert.equal(open.rag.status, 'grey')
  assert.match(open.rag.says, /target of 200 is for the whole of 2024\/25: 105 so far/)
  assert.equal(judge(quarters([50, 55, 60, 40]), { period: year, value: 200 }, sums).rag.status, 'exceeding')
  assert.match(
    judge(quarters([120, 90]), { period: year, value: 200 }, sums).rag.says,
    /^210 in 2024\/25 so far/,
  )
  const ceiling = judge(quarters([120, 90]), { period: year, value: 200 }, { ...sums, goodDirection: 'low' })
  assert.equal(ceiling.rag.status, 'red')
  const gap = judge([observation(financialQuarter(2024, 2), 55)], { period: year, value: 200 }, sums)
  assert.match(gap.rag.says, /not all of its figures are held/)
})

test('a single red inside a process that straddles its target is noise, and is said to be', () => {
  const figures = months(24, (t) => (t === 23 ? 91.2 : 94 + scatter(t) * 1.4), 10)
  const {
    rag: status,
    sentence,
    exceptions,
    assurance,
  } = judge(figures, { period: financialYear(2023), value: 94 })
  assert.equal(status.status, 'red')
  assert.equal(assurance.type, 'hit-and-miss')
  assert.match(
    sentence,
    /^Red, but no real change: at this level the process will meet its 94\.0% target in some months/,
  )
  assert.equal(exceptions[0]?.rule, 'red-as-noise')
})

test('a red that the process cannot avoid says that the process must change', () => {
  const figures = months(24, (t) => 90 + scatter(t) / 2, 10)
  const { sentence, assurance } = judge(figures, { period: financialYear(2023), value: 95 })
  assert.equal(assurance.type, 'will-miss')
  assert.match(
    sentence,
    /^Red, but no real change: at this level the process will miss its 95\.0% target in most months/,
  )
  assert.match(assurance.says, /unless something changes/)
})

test('green and getting worse is a concern, and not a success', () => {
  const figures = months(24, (t) => (t < 17 ? 97 + scatter(t) / 4 : 96.9 - (t - 16) * 0.4), 10)
  const { position, exceptions, sentence } = judge(figures, { period: financialYear(2023), value: 90 })
  assert.equal(position, 'exceeding')
  assert.equal(exceptions[0]?.rule, 'special-cause-concern')
  assert.ok(exceptions.every(({ kind }) => kind !== 'success'))
  assert.match(sentence, /^Well ahead of target, but/)
})

test('a year’s total is forecast from what is known and what is to come', () => {
  const figures = months(30, (t) => 100 + 3 * scatter(t))
  const sums = { aggregation: 'sum', unit: 'count' } as const
  const at = (value: number) => judge(figures, { period: financialYear(2024), value }, sums).outlook.end
  const [easy, even, hard] = [at(1_100), at(1_200), at(1_300)]
  assert.ok(easy && even && hard)
  assert.ok(Math.abs(even.mean - 1_200) < 40 && Number.isInteger(even.mean))
  assert.ok(easy.probability > 0.95 && hard.probability < 0.05 && even.isTotal)
  assert.ok(
    even.lo95 <= even.lo80 && even.lo80 < even.mean && even.mean < even.hi80 && even.hi80 <= even.hi95,
  )
  assert.match(
    judge(figures, { period: financialYear(2024), value: 1_300 }, sums).sentence,
    /very unlikely to reach target by March 2025 \(less than 1 in 20\)/,
  )
})

test('a year’s percentage is forecast by numerators over denominators, or not at all', () => {
  const quarters = Array.from({ length: 14 }, (_, t) => {
    const denominator = t % 4 === 0 ? 400 : 100
    const numerator = Math.round(denominator * (0.8 + scatter(t) / 100))
    const period = financialQuarter(2021 + Math.floor(t / 4), ((t % 4) + 1) as 1)
    return observation(period, (100 * numerator) / denominator, { numerator, denominator })
  })
  const ratio = { aggregation: 'ratio' } as const
  const { outlook } = judge(quarters, { period: financialYear(2024), value: 80 }, ratio)
  assert.ok(outlook.end && outlook.end.hi80 - outlook.end.lo80 < 4)
  const bare = quarters.map((each) => ({ ...each, numerator: null, denominator: null }))
  const none = judge(bare, { period: financialYear(2024), value: 80 }, ratio).outlook
  assert.equal(none.end, null)
  assert.match(none.says, /not forecast: rates are joined by numerators and denominators, which are not held/)
})

test('forecast percentages stay within 0 to 100, and counts are whole and never below nought', () => {
  const high = judge(
    months(24, (t) => Math.min(100, 99 + scatter(t)), 10),
    null,
  ).outlook
  assert.ok(high.periods.every(({ lo95, hi95, mean }) => lo95 >= 0 && hi95 <= 100 && mean <= 100))
  const rare = judge(
    months(24, (t) => Math.max(0, scatter(t))),
    null,
    { unit: 'count', aggregation: 'sum' },
  ).outlook
  assert.ok(
    rare.periods.every((each) =>
      [each.mean, each.lo80, each.hi80, each.lo95, each.hi95].every((n) => Number.isInteger(n) && n >= 0),
    ),
  )
  assert.equal(rare.periods.length, 12)
})

test('no outlook is given on too little history, and it says how much is needed', () => {
  const { outlook } = judge(
    months(4, () => 90),
    null,
  )
  assert.equal(outlook.isSaid, false)
  assert.equal(outlook.says, 'No outlook: it needs 5 figures, and there are 4.')
})

test('the forecaster’s record on this very series is told when asked for', () => {
  const figures = months(36, (t) => 90 + scatter(t), 10)
  const target = { period: financialYear(2025), value: 91 }
  assert.equal(judge(figures, target).outlook.trackRecord, null)
  const { trackRecord, says } = judge(figures, target, { withTrackRecord: true }).outlook
  assert.ok(trackRecord && trackRecord.forecasts > 100 && trackRecord.inside80 > 0.6)
  assert.match(
    says,
    /Asked at \d+ past months of this series, it would have had \d+ of \d+ figures within the range/,
  )
})

test('a late figure is an exception: the council’s own after one period, a published one after two', () => {
  const quarter = observation(financialQuarter(2023, 4), 80)
  const rules = (cutOff: string, match: 'own' | 'exact') =>
    judge([quarter], null, { cutOff, match }).exceptions.map(({ rule }) => rule)
  assert.deepEqual(rules('2024-04-01', 'own'), [])
  assert.deepEqual(rules('2024-07-01', 'own'), ['late'])
  assert.deepEqual(rules('2024-07-01', 'exact'), [])
  assert.deepEqual(rules('2024-10-01', 'exact'), ['late'])
  const { sentence, dataQuality } = judge([quarter], null, { cutOff: '2024-10-01' })
  assert.match(sentence, /^On a late figure, for 2023\/24 Q4: /)
  assert.match(
    dataQuality.says,
    /2 quarters more had ended by 30 September 2024 without a figure, so it is late/,
  )
})

test('a survey of every other year is not late after one', () => {
  const waves = [2016, 2018, 2020, 2022].map((year) => observation(financialYear(year), 70))
  assert.equal(judge(waves, null, { cutOff: '2024-04-01' }).dataQuality.isLate, false)
  assert.equal(judge(waves, null, { cutOff: '2025-04-01' }).dataQuality.isLate, true)
})

test('odds are said in tenths, and at the ends as less or more than one in twenty', () => {
  assert.deepEqual([0.01, 0.06, 0.22, 0.5, 0.94, 0.97].map(oddsText), [
    'less than 1 in 20',
    'about 1 in 10',
    'about 2 in 10',
    'about 5 in 10',
    'about 9 in 10',
    'more than 19 in 20',
  ])
  assert.deepEqual([0.05, 0.2, 0.5, 0.7, 0.9].map(likelihoodOf), [
    'very-unlikely',
    'unlikely',
    'either-way',
    'likely',
    'very-likely',
  ])
})
