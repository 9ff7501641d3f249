import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type XmrChart, type XmrOptions, xmrChart } from './xmr-chart.ts'

type Point = { date: string; value: number | null }

const day = (i: number) => new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10)
const points = (values: readonly (number | null)[]): Point[] =>
  values.map((value, i) => ({ date: day(i), value }))

function chart(values: readonly (number | null)[], options: XmrOptions = {}): XmrChart {
  const result = xmrChart(points(values), options)
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result
}

const limitsOf = (result: XmrChart) => result.groups.map(({ mean, lower, upper }) => ({ mean, lower, upper }))

function near(got: number, expected: number, size: number) {
  if (Number.isNaN(expected)) assert.ok(Number.isNaN(got))
  else assert.ok(Math.abs(got - expected) <= 1e-9 * size, `${got} is not ${expected}`)
}

const someValues = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 })

test('adding a constant to every value shifts the limits by it', () => {
  fc.assert(
    fc.property(someValues, fc.integer({ min: -5000, max: 5000 }), (values, shift) => {
      const before = limitsOf(chart(values))
      limitsOf(chart(values.map((value) => value + shift))).forEach((after, g) => {
        near(after.mean, (before[g]?.mean ?? 0) + shift, 6000)
        near(after.lower, (before[g]?.lower ?? 0) + shift, 6000)
        near(after.upper, (before[g]?.upper ?? 0) + shift, 6000)
      })
    }),
  )
})

test('multiplying every value scales the limits and changes no verdict', () => {
  fc.assert(
    fc.property(someValues, fc.integer({ min: -8, max: 8 }), (values, power) => {
      // Powers of two scale exactly, so even a tie stays a tie.
      const factor = 2 ** power
      const before = chart(values)
      const after = chart(values.map((value) => value * factor))
      assert.deepEqual(
        limitsOf(after),
        limitsOf(before).map(({ mean, lower, upper }) => ({
          mean: mean * factor,
          lower: lower * factor,
          upper: upper * factor,
        })),
      )
      assert.deepEqual(
        after.points.map((p) => p.cause),
        before.points.map((p) => p.cause),
      )
    }),
  )
})

test('reversing the good direction swaps improvement and concern and nothing else', () => {
  const swap = {
    improvement: 'concern',
    concern: 'improvement',
    'common-cause': 'common-cause',
    high: 'high',
    low: 'low',
  }
  const reverse = {
    'consistent-pass': 'consistent-fail',
    'consistent-fail': 'consistent-pass',
    inconsistent: 'inconsistent',
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 60 }), (values) => {
      const target = 4.25
      const high = chart(values, { good: 'high', target })
      const low = chart(values, { good: 'low', target })
      assert.deepEqual(
        low.points.map((p) => p.variation),
        high.points.map((p) => swap[p.variation]),
      )
      assert.deepEqual(low.overall.assurance, high.overall.assurance && reverse[high.overall.assurance])
      assert.deepEqual(
        low.points.map((p) => p.rules),
        high.points.map((p) => p.rules),
      )
    }),
  )
})

test('the order of the rows does not matter', () => {
  const withGaps = fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 8 }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(
      withGaps.filter((values) => values.some((value) => value !== null)),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (values, keys) => {
        const rows = points(values)
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        assert.deepEqual(xmrChart(shuffled), xmrChart(rows))
      },
    ),
  )
})

test('a constant series has limits at its value, shows common cause, and passes a target it stands on', () => {
  for (const value of [0, 0.1, 5, 33.3, 1e-7]) {
    const result = chart(Array(12).fill(value), { good: 'low', target: value })
    assert.deepEqual(limitsOf(result), [{ mean: value, lower: value, upper: value }])
    assert.ok(result.points.every((p) => p.cause === 'common-cause'))
    assert.equal(result.overall.assurance, 'consistent-pass')
    const peer = chart(Array(12).fill(value), {
      good: 'low',
      target: value,
      screening: 'always',
      peerBehaviour: true,
    })
    assert.equal(peer.groups[0]?.hasLimits, false)
    assert.equal(peer.overall.assurance, 'inconsistent')
  }
})

test('one point has a mean and no limits, and nothing is assured', () => {
  const result = chart([7], { good: 'high', target: 5 })
  assert.equal(result.groups[0]?.mean, 7)
  assert.equal(result.groups[0]?.hasLimits, false)
  assert.equal(result.overall.assurance, null)
  assert.equal(result.overall.standing, 'too-few')
  assert.equal(chart([7], { good: 'high', target: 5, peerBehaviour: true }).overall.assurance, 'inconsistent')
})

test('limits are too few below five values, trial below thirteen, then established', () => {
  const standing = (n: number) => chart(Array.from({ length: n }, (_, i) => i % 3)).overall.standing
  assert.deepEqual([4, 5, 12, 13].map(standing), ['too-few', 'trial', 'trial', 'established'])
  assert.equal(chart([1, 2, null, null, 3, 4]).overall.standing, 'too-few')
})

test('a series of rare events keeps its ranges where screening would leave only zeros', () => {
  const values = [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0]
  const own = chart(values, { good: 'low' })
  assert.deepEqual(
    own.points.map((p) => p.rules.outside),
    values.map((value) => value === 1),
  )
  const screened = chart(values, { good: 'low', screening: 'always' })
  assert.ok(screened.points.every((p) => p.rules.outside))
})

test('a rebase starts a group, keeps its reason, and one that is no point of the series is reported', () => {
  const values = [
    ...Array.from({ length: 14 }, (_, i) => i % 3),
    ...Array.from({ length: 14 }, (_, i) => 20 + (i % 3)),
  ]
  const result = chart(values, {
    rebases: [
      { date: day(14), reason: 'new booking system' },
      { date: '2031-01-01', reason: 'a typing slip' },
    ],
  })
  assert.deepEqual(
    result.groups.map((g) => [g.from, g.reason, g.values]),
    [
      [day(0), null, 14],
      [day(14), 'new booking system', 14],
    ],
  )
  assert.deepEqual(result.unusedRebases, ['2031-01-01'])
  assert.ok(result.points.every((p) => p.cause === 'common-cause'))
  const silent = xmrChart(points(values), { rebases: [{ date: day(14), reason: ' ' }] })
  assert.equal(silent.ok, false)
  assert.match(silent.ok ? '' : silent.reason, /gives no reason/)
})

test('when the latest value is missing, variation is that of the last value there is', () => {
  const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 30, null]
  const { overall } = chart(values, { good: 'high' })
  assert.deepEqual([overall.variation, overall.at, overall.latestIsMissing], ['improvement', day(13), true])
  assert.equal(chart(values, { good: 'high', peerBehaviour: true }).overall.variation, 'common-cause')
})

test('where a falling trend begins on the value a rising one ended with, the rising one stays rising', () => {
  const noise = Array.from({ length: 12 }, (_, i) => (i % 2 ? 20 : -20))
  const values = [...noise, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1]
  assert.equal(chart(values).points[18]?.cause, 'rising-trend')
  assert.equal(chart(values, { peerBehaviour: true }).points[18]?.cause, 'falling-trend')
})

test('a target range is passed inside, failed outside and uncertain across', () => {
  const values = Array.from({ length: 20 }, (_, i) => 50 + (i % 2))
  const assurance = (from: number, to: number) =>
    chart(values, { good: 'range', target: { from, to } }).overall.assurance
  assert.deepEqual(
    [assurance(40, 60), assurance(60, 70), assurance(50, 60)],
    ['consistent-pass', 'consistent-fail', 'inconsistent'],
  )
})
