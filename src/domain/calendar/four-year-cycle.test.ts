import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { periodText } from '../period-text.ts'
import { fourYearCycle, stepOn } from './four-year-cycle.ts'
import { yearsOfPlan } from './planning-stage.ts'

test('a new plan is agreed before its first year; three rounds of annual plans and a transition plan follow', () => {
  assert.deepEqual(
    fourYearCycle('2024-04-01').map(({ step, round, year, due }) => [step, round, periodText(year), due]),
    [
      ['new-plan', null, '2024/25', '2024-03-31'],
      ['service-plan', 1, '2024/25', null],
      ['service-plan', 2, '2025/26', null],
      ['service-plan', 3, '2026/27', null],
      ['transition', null, '2027/28', null],
    ],
  )
})

test('a plan that begins within a financial year counts that year as its first', () => {
  assert.deepEqual(fourYearCycle('2024-07-25'), fourYearCycle('2024-04-01'))
})

test('where we are is told by the day', () => {
  const steps = fourYearCycle('2024-04-01')
  const cases = [
    ['2024-03-31', undefined, undefined],
    ['2024-04-01', 'service-plan', 1],
    ['2026-11-22', 'service-plan', 3],
    ['2027-03-31', 'service-plan', 3],
    ['2027-04-01', 'transition', null],
    ['2028-03-31', 'transition', null],
    ['2028-04-01', undefined, undefined],
  ] as const
  for (const [day, step, round] of cases) {
    const found = stepOn(steps, day)
    assert.deepEqual([found?.step, found?.round], [step, round], day)
  }
})

test('whatever the day a plan begins, its four years follow each other without a gap', () => {
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString())
  fc.assert(
    fc.property(day, (start) => {
      const [, ...years] = fourYearCycle(start)
      years.forEach(({ year }, index) => {
        const next = years[index + 1]
        if (next !== undefined) assert.equal(year.end, next.year.start)
      })
      assert.ok((years[0]?.year.start ?? '') <= start && start < (years[0]?.year.end ?? ''))
    }),
  )
})

test('stages of a plan are recorded for the year in which it is made, its own years, and at least four', () => {
  assert.deepEqual(yearsOfPlan({ start: '2024-04-01', end: '2027-04-01' }), [2023, 2024, 2025, 2026, 2027])
  assert.deepEqual(yearsOfPlan({ start: '2020-04-01', end: '2026-04-01' }).at(-1), 2025)
})
