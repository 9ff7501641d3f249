import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backTest } from './back-test.ts'
import { baseModel } from './base-model.ts'
import { type HighNeedsFact, type KnownQuantity, knownQuantities, lastDayOf } from './fact.ts'
import { councilForecasts, knownDeficit, openingDeficit, outlookOf, yearsThatMatter } from './outlook.ts'
import { runModel } from './run-model.ts'

const million = 100_000_000

function fact(
  quantity: KnownQuantity,
  period: string,
  given: number,
  more: Partial<HighNeedsFact> = {},
): HighNeedsFact {
  const { subject, item } = knownQuantities[quantity]
  const isMoney = subject === 'deficit'
  return {
    subject,
    quantity,
    area: '',
    period,
    basis: 'actual',
    madeIn: '',
    item,
    endsOn: lastDayOf(period),
    amount: isMoney ? BigInt(Math.round(given * million)) : null,
    value: isMoney ? null : given,
    unit: '',
    source: 'p. 1',
    note: null,
    illustrative: false,
    ...more,
  }
}
const foreseen = { basis: 'forecast', madeIn: '2024-02' } as const
const papers: HighNeedsFact[] = [
  fact('accumulated-deficit', '2019/20', 5.43),
  fact('accumulated-deficit', '2024-03-31', 38),
  fact('net-expenditure', '2023/24', 63.7),
  fact('government-funding', '2023/24', 44.4),
  fact('high-needs-budget-increase', '2024/25', 2.36, { basis: 'budget' }),
  fact('initial-deficit-position', '2026-03-31', 87.141, foreseen),
  fact('mitigations', '2026-03-31', -5.548, foreseen),
  fact('estimated-deficit-position', '2026-03-31', 81.593, foreseen),
  fact('initial-deficit-position', '2028-03-31', 162.959, foreseen),
  fact('mitigations', '2028-03-31', -26.967, foreseen),
  fact('estimated-deficit-position', '2028-03-31', 135.992, foreseen),
  fact('plans', '2019', 1637),
  fact('plans', '2024-02', 3184),
  fact('plans', '2024-06', 3433),
  fact('plans', '2024-01', 576_000, { area: 'England' }),
  fact('plans-issued', '2021', 321),
  fact('plans-issued', '2022', 299),
  fact('plans-issued', '2023', 611),
]
const baseOf = (facts: readonly HighNeedsFact[]) => {
  const answer = baseModel(facts)
  assert.ok(answer.ok)
  return answer.base
}

test('periods as papers print them have their last day, and words have none', () => {
  const cases: [string, string | null][] = [
    ['2023/24', '2024-03-31'],
    ['2024-02', '2024-02-29'],
    ['2024-03-31', '2024-03-31'],
    ['2019', '2019-12-31'],
    ['2024-01-18/2024-06-24', '2024-06-24'],
    ['2024-04/2024-07', '2024-07-31'],
    ['last year', null],
    ['coming years', null],
  ]
  for (const [printed, day] of cases) assert.equal(lastDayOf(printed), day, printed)
})

test('the base takes from the papers what they give', () => {
  const { model, openingDay } = baseOf(papers)
  assert.equal(openingDay, '2024-03-31')
  assert.equal(model.openingDeficit, 3_800_000_000n)
  assert.deepEqual(
    model.cohorts.map(({ plans, unitCost }) => [plans, unitCost]),
    [[3184, 2_000_628n]],
  )
  assert.equal(model.grant, 4_676_000_000n)
  assert.equal(model.grantGrowth.likely, 0.053)
  assert.deepEqual(model.arrivals, { low: 299, likely: 611, high: 901 })
})

test('the mitigations come to what the council foresaw by the first day, and nearly so by the second', () => {
  const { model } = baseOf(papers)
  const [, second, , fourth] = runModel({ ...model, delivery: { low: 1, likely: 1, high: 1 } })
  const saved = (year: typeof second) =>
    Number((year?.unmitigated.cumulative ?? 0n) - (year?.mitigated.cumulative ?? 0n)) / million
  assert.equal(saved(second).toFixed(3), '5.548')
  assert.ok(Math.abs(saved(fourth) - 26.967) < 0.27)
})

test('a later actual moves the start, and what only shows the product moves nothing', () => {
  const later = [
    fact('accumulated-deficit', '2025-03-31', 60),
    fact('net-expenditure', '2024/25', 70),
    fact('government-funding', '2024/25', 47),
  ]
  const { model } = baseOf([...papers, ...later])
  assert.equal(model.firstYear, 2025)
  assert.equal(model.cohorts[0]?.plans, 3433)
  assert.deepEqual(
    baseOf([...papers, ...later.map((each) => ({ ...each, illustrative: true }))]),
    baseOf(papers),
  )
})

test('a later deficit whose year has no cost yet is known, and does not move the start', () => {
  const later = [...papers, fact('accumulated-deficit', '2025-03-31', 60)]
  const base = baseOf(later)
  assert.equal(base.openingDay, '2024-03-31')
  assert.equal(knownDeficit(later, base).amount, 6_000_000_000n)
  assert.equal(openingDeficit(base).amount, 3_800_000_000n)
  assert.equal(baseOf([...papers, fact('accumulated-deficit', '2024-06', 45)]).openingDay, '2024-03-31')
})

test('where too little is known, what is missing is named', () => {
  const answer = baseModel(papers.filter(({ quantity }) => quantity !== 'government-funding'))
  assert.deepEqual(answer, { ok: false, missing: ['the government funding of that year (actual)'] })
})

test('the council’s forecasts stand by themselves, with the month they were made in', () => {
  const forecasts = councilForecasts(papers)
  assert.deepEqual(
    forecasts.map(({ day, madeIn, estimated }) => [day, madeIn, estimated]),
    [
      ['2026-03-31', '2024-02', 8_159_300_000n],
      ['2028-03-31', '2024-02', 13_599_200_000n],
    ],
  )
  const outlook = outlookOf(baseOf(papers).model)
  assert.deepEqual(
    yearsThatMatter(outlook, forecasts).map(({ text }) => text),
    ['2025/26', '2027/28'],
  )
  assert.deepEqual(
    yearsThatMatter(outlook, []).map(({ text }) => text),
    ['2025/26', '2027/28'],
  )
})

test('when another year is recorded, forecasts of it and the model of the year before are held against it', () => {
  const before = [fact('increase-in-the-deficit-at-least', '2024/25', 17, { basis: 'forecast' })]
  const outturn = fact('accumulated-deficit', '2025-03-31', 60)
  const foreseenThen = fact('estimated-deficit-position', '2025-03-31', 55, foreseen)
  const { forecasts, increases, model, untested } = backTest([...papers, ...before, outturn, foreseenThen])
  assert.deepEqual(
    forecasts.map(({ day, foreseen: of, came }) => [day, of, came]),
    [
      ['2025-03-31', 5_500_000_000n, 6_000_000_000n],
      ['2026-03-31', 8_159_300_000n, null],
      ['2028-03-31', 13_599_200_000n, null],
    ],
  )
  assert.equal(increases[0]?.came, 2_200_000_000n)
  assert.deepEqual(
    model.map(({ from, day, came, isInRange }) => [from, day, came, isInRange]),
    [['2024-03-31', '2025-03-31', 6_000_000_000n, true]],
  )
  assert.deepEqual(
    untested.map(({ from }) => from),
    ['2020-03-31'],
  )
})
