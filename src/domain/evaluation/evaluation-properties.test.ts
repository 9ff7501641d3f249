import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { GoodDirection } from '../measures/measure.ts'
import type { Observation } from '../measures/observation.ts'
import { financialYear, month, type Period } from '../period.ts'
import { attention } from './attention.ts'
import { type Evaluation, type EvaluationInput, evaluate } from './evaluate.ts'
import { isProbablyMet, isProbablyMissed } from './likelihood.ts'

const observation = (period: Period, value: number | null): Observation => ({
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  doubt: null,
})

const periodAt = (kind: 'month' | 'year', index: number): Period =>
  kind === 'year' ? financialYear(1990 + index) : month(2010 + Math.floor(index / 12), (index % 12) + 1)

type Drawn = {
  kind: 'month' | 'year'
  values: (number | null)[]
  target: number
  tolerance: number
  floor: number | null
  neighbours: number[]
  isOwn: boolean
}

/** Scatter about 500, with a drift, a step and a season of every size against it, and gaps. */
const figures = fc
  .record({
    length: fc.constantFrom(1, 3, 5, 8, 12, 13, 20, 30, 48),
    scatter: fc.constantFrom(0, 1, 5, 40),
    drift: fc.constantFrom(0, 0, 0, 0.5, -0.5, 4, -4),
    jump: fc.constantFrom(0, 0, 8, -8, 60, -60),
    season: fc.constantFrom(0, 0, 10, 80),
    gaps: fc.constantFrom(0, 0, 0.1),
    dice: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 48, maxLength: 48 }),
  })
  .map(({ length, scatter, drift, jump, season, gaps, dice }) =>
    Array.from({ length }, (_, t) => {
      if (Math.abs(dice[(t + 7) % 48] ?? 0) < gaps) return null
      const level = 500 + drift * t + (t >= length - 9 ? jump : 0)
      return Math.round(level + scatter * (dice[t] ?? 0) + season * Math.sin((Math.PI * t) / 6))
    }),
  )

const drawn: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom('month' as const, 'year' as const),
  values: figures,
  target: fc.integer({ min: 420, max: 580 }),
  tolerance: fc.integer({ min: 0, max: 20 }),
  floor: fc.option(fc.integer({ min: 400, max: 600 }), { nil: null, freq: 1 }),
  neighbours: fc.array(fc.integer({ min: 400, max: 600 }), { maxLength: 20 }),
  isOwn: fc.boolean(),
})

function inputOf(
  { kind, values, target, tolerance, floor, neighbours, isOwn }: Drawn,
  goodDirection: GoodDirection,
  hasTarget = true,
): EvaluationInput {
  const last = values.length - 1
  const until = periodAt(kind, last + (kind === 'month' ? 6 : 1))
  return {
    measure: { informationType: 'performance-indicator', goodDirection },
    series: {
      unit: 'score',
      decimals: 0,
      goodDirection,
      match: isOwn ? 'own' : 'exact',
      breaks: [],
      englandIsTotal: false,
      aggregation: 'latest',
    },
    observations: values.map((value, index) => observation(periodAt(kind, index), value)),
    neighbours: neighbours.map((value, index) => ({
      area: `E${index}`,
      name: `Council ${index}`,
      observations: [observation(periodAt(kind, last), value)],
    })),
    england: [],
    region: [],
    targets: hasTarget
      ? [
          {
            period: { start: '1980-04-01', end: until.end, granularity: 'span' },
            value: target,
            upperValue: null,
            tolerance,
            floor,
          },
        ]
      : [],
    cutOff: periodAt(kind, last).end,
  }
}

const runs = { numRuns: 1_500, seed: 20_240_701 }
const direction = fc.constantFrom<GoodDirection>('high', 'low')

test('no part of an evaluation contradicts another, whatever the figures', () => {
  fc.assert(
    fc.property(drawn, direction, fc.boolean(), (each, good, hasTarget) => {
      const e = evaluate(inputOf(each, good, hasTarget))
      const { sentence, variation, exceptions } = e
      const rules = new Set(exceptions.map(({ rule }) => rule))
      const kinds = new Set(exceptions.map(({ kind }) => kind))
      if (variation.type === 'concern') assert.doesNotMatch(sentence, /improving|better than usual/)
      if (variation.type === 'improvement') assert.doesNotMatch(sentence, /getting worse|worse than usual/)
      if (variation.type === 'common-cause' && e.recentTrend.type === 'not-said')
        assert.match(sentence, /no real change|no sign of real change/)
      const end = e.outlook.end
      if (end && isProbablyMissed(end.likelihood)) {
        assert.ok(rules.has('will-probably-miss'))
        assert.ok(!rules.has('exceeding') && !rules.has('best-quarter'))
        assert.match(sentence, /unlikely/)
        assert.doesNotMatch(sentence, /(?<!un)likely/)
      }
      if (end && isProbablyMet(end.likelihood)) assert.doesNotMatch(sentence, /unlikely/)
      if (e.position === 'red' || e.position === 'worst-quarter') {
        assert.equal(exceptions[0]?.kind, 'concern')
        assert.equal(attention(e, false)?.kind, 'concern')
      }
      if (rules.has('red-as-noise'))
        assert.ok(
          variation.type === 'common-cause' && e.assurance.type === 'hit-and-miss' && e.rag.status === 'red',
        )
      if (e.rag.belowFloor)
        assert.ok(e.position === 'red' && rules.has('below-floor') && /minimum standard/.test(sentence))
      if (kinds.has('success') && !kinds.has('concern')) {
        assert.ok(e.change.state !== 'worse' && e.position !== 'red' && e.position !== 'amber')
        assert.doesNotMatch(sentence, /getting worse|worse than usual|Red|Amber|Among the worst|unlikely/)
      }
      if (e.overYear.isReal === false) assert.doesNotMatch(sentence, /improving|getting worse/)
      assert.ok(exceptions.every(({ says, why }) => says !== '' && why !== ''))
    }),
    runs,
  )
})

const swapped: Record<Evaluation['variation']['type'], Evaluation['variation']['type']> = {
  improvement: 'concern',
  concern: 'improvement',
  'common-cause': 'common-cause',
  'neutral-high': 'neutral-high',
  'neutral-low': 'neutral-low',
  'not-said': 'not-said',
}

test('reversing the good direction swaps improvement and concern, and will meet and will miss', () => {
  fc.assert(
    fc.property(drawn, (each) => {
      const [high, low] = [evaluate(inputOf(each, 'high')), evaluate(inputOf(each, 'low'))]
      assert.equal(low.variation.type, swapped[high.variation.type])
      assert.deepEqual(low.variation.limits, high.variation.limits)
      const turned = { 'will-meet': 'will-miss', 'will-miss': 'will-meet' } as const
      const steady = high.variation.limits?.lower !== high.variation.limits?.upper
      if (steady)
        assert.equal(
          low.assurance.type,
          turned[high.assurance.type as keyof typeof turned] ?? high.assurance.type,
        )
      const [up, down] = [high.outlook.end?.probability, low.outlook.end?.probability]
      if (up !== undefined && down !== undefined) assert.ok(up + down > 0.999)
    }),
    runs,
  )
})

test('adding the same amount to every figure moves the limits by it and changes no reading', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: -500, max: 500 }), (each, shift) => {
      const moved = { ...each, values: each.values.map((value) => (value === null ? null : value + shift)) }
      const annual = (one: Drawn) => evaluate(inputOf({ ...one, kind: 'year' }, 'high', false)).variation
      const [before, after] = [annual(each), annual(moved)]
      assert.equal(after.type, before.type)
      if (before.limits && after.limits)
        assert.ok(Math.abs(after.limits.mean - before.limits.mean - shift) < 1e-6)
    }),
    runs,
  )
})

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(drawn, direction, (each, good) => {
      const input = inputOf(each, good)
      assert.deepEqual(evaluate({ ...input, observations: input.observations.toReversed() }), evaluate(input))
    }),
    { ...runs, numRuns: 100 },
  )
})
