import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { combine } from '../measures/combine.ts'
import type { Observation } from '../measures/observation.ts'
import { financialQuarter, financialYear, type Period } from '../period.ts'
import { attention } from './attention.ts'
import { comparison, ordinal } from './comparison.ts'
import { distribution, distributionText } from './distribution.ts'
import { type EvaluationInput, evaluate } from './evaluate.ts'
import { rag } from './rag.ts'

const target = (value: number, tolerance = 5, upperValue: number | null = null) => ({
  period: financialYear(2024),
  value,
  tolerance,
  upperValue,
})

const observation = (period: Period, value: number | null, more: Partial<Observation> = {}): Observation => ({
  period,
  value,
  numerator: null,
  denominator: null,
  status: 'final',
  doubt: null,
  ...more,
})

test('a lower-is-better measure at 119 against a ceiling of 150 is better than target', () => {
  const status = rag({
    value: 119,
    target: target(150),
    goodDirection: 'low',
    contextual: false,
    unit: 'count',
  })
  assert.equal(status.status, 'exceeding')
  assert.match(status.says, /119 is better than the target of 150/)
})

test('status against target follows the tolerance exactly at its edges', () => {
  const status = (value: number, goodDirection: 'high' | 'low' | 'range', upper: number | null = null) =>
    rag({ value, target: target(90, 5, upper), goodDirection, contextual: false, unit: 'percentage' }).status
  assert.deepEqual(
    [95.1, 95, 90, 85, 84.9].map((v) => status(v, 'high')),
    ['exceeding', 'green', 'green', 'amber', 'red'],
  )
  assert.deepEqual(
    [84.9, 90, 95, 95.1].map((v) => status(v, 'low')),
    ['exceeding', 'green', 'amber', 'red'],
  )
  assert.deepEqual(
    [84, 86, 90, 95, 100, 104, 106].map((v) => status(v, 'range', 100)),
    ['red', 'amber', 'green', 'green', 'green', 'amber', 'red'],
  )
})

test('a contextual indicator is never coloured, whatever target somebody typed', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true }),
      fc.constantFrom('high', 'low', 'range', 'none' as const),
      (value, goodDirection) => {
        const input = {
          value,
          target: target(1),
          goodDirection: goodDirection as 'high',
          contextual: true,
          unit: 'count' as const,
        }
        assert.equal(rag(input).status, 'grey')
      },
    ),
  )
})

const theSeries: NonNullable<EvaluationInput['series']> = {
  unit: 'percentage',
  decimals: 1,
  goodDirection: 'high',
  match: 'exact',
  breaks: [],
  englandIsTotal: false,
}

const base: EvaluationInput = {
  measure: { informationType: 'performance-indicator', goodDirection: 'high' },
  series: theSeries,
  observations: [
    observation(financialYear(2022), 60),
    observation(financialYear(2023), 65),
    observation(financialYear(2024), 70),
  ],
  neighbours: [50, 55, 58, 60, 61, 62, 63, 64].map((value, index) => ({
    area: `E${index}`,
    name: `Council ${index}`,
    observations: [observation(financialYear(2023), value)],
  })),
  england: [observation(financialYear(2023), 61)],
  region: [],
  targets: [],
  cutOff: '2024-07-01',
}

test('only periods that had ended by the cut-off are judged, and later ones are kept apart', () => {
  const evaluation = evaluate(base)
  assert.equal(evaluation.latest?.value, 65)
  assert.equal(evaluation.later.length, 1)
  assert.equal(evaluation.position, 'best-quarter')
  assert.equal(
    evaluation.verdict,
    '65.0% in 2023/24. Among the best: 1st of 9 similar councils, where 1st is best. The middle one of them is at 60.5%; England is at 61.0%. Better than 60.0% a year earlier (2022/23): +5.0 percentage points. No target has been set.',
  )
})

test('a target outranks the comparison, and a proxy can neither meet nor miss it', () => {
  const targets = [{ period: financialYear(2023), value: 80, tolerance: 5, upperValue: null }]
  assert.equal(evaluate({ ...base, targets }).position, 'red')
  const proxy = evaluate({ ...base, targets, series: { ...theSeries, match: 'proxy' } })
  assert.equal(proxy.rag.status, 'grey')
  assert.equal(proxy.position, 'not-ranked')
  assert.equal(attention(proxy, true), null)
})

test('missing stays missing: no figure is no figure, never nought and never good', () => {
  const evaluation = evaluate({ ...base, observations: [observation(financialYear(2023), null)] })
  assert.equal(evaluation.position, 'no-figures')
  assert.equal(evaluation.rag.status, 'grey')
  const none = evaluate({ ...base, series: null, observations: [] })
  assert.match(none.verdict, /^Not collected here/)
})

test('nothing is compared across a gap, a doubt or a change of definition', () => {
  const gap = evaluate({
    ...base,
    observations: [observation(financialYear(2020), 60), observation(financialYear(2023), 65)],
  })
  assert.match(gap.overYear.says, /no figure for 2022\/23/)
  const changed = evaluate({
    ...base,
    series: { ...theSeries, breaks: [{ at: '2023-04-01', reason: 'counted anew' }] },
  })
  assert.match(changed.overYear.says, /definition changed/)
  const doubtful = evaluate({
    ...base,
    observations: [
      observation(financialYear(2022), 0, { doubt: 'missing coded as nought' }),
      observation(financialYear(2023), 65),
    ],
  })
  assert.match(doubtful.overYear.says, /in doubt/)
})

test('a quarter is compared with the same quarter a year earlier and with the quarter before', () => {
  const quarters = [1, 2, 3, 4].map((q) => observation(financialQuarter(2023, q as 1), 50 + q))
  const evaluation = evaluate({
    ...base,
    observations: [...quarters, observation(financialQuarter(2024, 1), 53)],
    neighbours: [],
  })
  assert.match(evaluation.overYear.says, /51\.0% a year earlier \(2023\/24 Q1\)/)
  assert.match(evaluation.fromPrevious.says, /^Worse than 54\.0% the period before \(2023\/24 Q4\)/)
})

test('reversing the good direction turns better into worse and best into worst', () => {
  const low = evaluate({ ...base, series: { ...theSeries, goodDirection: 'low' } })
  assert.equal(low.overYear.direction, 'worse')
  assert.equal(low.comparison.standing, 'worst-quarter')
  assert.equal(attention(low, false)?.kind, 'concern')
  assert.equal(attention(evaluate(base), false)?.kind, 'success')
})

test('councils are not ranked on counts, nor on too few neighbours', () => {
  const ranked = (over: object) =>
    comparison({
      value: 5,
      neighbours: [],
      england: null,
      region: null,
      goodDirection: 'high',
      isCount: false,
      unit: 'count',
      decimals: 0,
      ...over,
    })
  assert.match(ranked({ isCount: true }).says, /grows with the size/)
  assert.match(ranked({}).says, /Only 0 similar councils/)
  assert.deepEqual(
    [1, 2, 3, 4, 11, 12, 13, 21, 111].map(ordinal).join(' '),
    '1st 2nd 3rd 4th 11th 12th 13th 21st 111th',
  )
})

test('a year is made of its quarters by numerators over denominators, never by a mean of percentages', () => {
  const quarter = (q: 1 | 2, numerator: number, denominator: number) =>
    observation(financialQuarter(2024, q), (100 * numerator) / denominator, { numerator, denominator })
  const year = combine([quarter(1, 9, 10), quarter(2, 10, 100)], 'ratio')
  assert.ok(year.ok)
  assert.ok(Math.abs(year.value - (100 * 19) / 110) < 1e-9)
  assert.deepEqual(combine([observation(financialQuarter(2024, 1), 50)], 'ratio').ok, false)
  const missing = combine(
    [observation(financialQuarter(2024, 1), 50), observation(financialQuarter(2024, 2), null)],
    'sum',
  )
  assert.ok(!missing.ok && missing.reason === '1 of 2 figures are missing')
})

test('every measure is counted once in a distribution, those without figures too', () => {
  const counts = distribution(['no-figures', 'red', 'red', 'best-quarter'])
  assert.equal(distributionText(counts), '2 missing target, 1 among the best, 1 no figures')
})
