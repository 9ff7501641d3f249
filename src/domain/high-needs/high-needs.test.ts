import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumPence } from '../money.ts'
import { mitigationValue } from './mitigation-value.ts'
import { type Cohort, type HighNeedsModel, likelyChoice } from './model.ts'
import { modelProblems } from './model-problems.ts'
import { runModel } from './run-model.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { simulate } from './simulate.ts'
import { averageUnitCost, toBalance } from './to-balance.ts'
import { triangular } from './triangular.ts'

const exactly = (value: number) => ({ low: value, likely: value, high: value })
const million = 100_000_000n

const one: Cohort = {
  code: 'all',
  ageBand: 'all ages',
  need: 'all needs',
  placement: 'all placements',
  plans: 1000,
  arrivalShare: 1,
  leaverShare: 0.1,
  unitCost: 2_000_000n,
  moves: [],
}
const simple: HighNeedsModel = {
  firstYear: 2024,
  years: 3,
  openingDeficit: 5n * million,
  cohorts: [one],
  arrivals: exactly(200),
  arrivalsGrowth: 0,
  inflation: exactly(0),
  grant: 20n * million,
  grantGrowth: exactly(0),
  mitigations: [],
  delivery: exactly(1),
}

const cohorts = fc
  .array(
    fc.record({
      plans: fc.integer({ min: 0, max: 3000 }),
      weight: fc.integer({ min: 1, max: 9 }),
      leaverShare: fc.double({ min: 0, max: 0.4, noNaN: true }),
      unitCost: fc.bigInt({ min: 500_000n, max: 12_000_000n }),
      moving: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list): Cohort[] => {
    const weights = list.reduce((total, { weight }) => total + weight, 0)
    return list.map(({ plans, weight, leaverShare, unitCost, moving }, index) => ({
      ...one,
      code: `c${index}`,
      plans,
      arrivalShare: weight / weights,
      leaverShare,
      unitCost,
      moves: index + 1 < list.length ? [{ to: `c${index + 1}`, share: moving }] : [],
    }))
  })
/** As likely to lie above as below: then no more than one run in sixteen lies beyond the central one on either side. */
const even = (most: number) =>
  fc
    .tuple(fc.double({ min: 0, max: most, noNaN: true }), fc.double({ min: 0, max: most / 2, noNaN: true }))
    .map(([low, half]) => ({ low, likely: low + half, high: low + 2 * half }))
const mitigations = fc.array(
  fc.record({
    title: fc.constant('m'),
    startMonth: fc.constantFrom('2023-01', '2024-04', '2024-09', '2026-02'),
    rampMonths: fc.integer({ min: 1, max: 60 }),
    fullYearValue: fc.bigInt({ min: 0n, max: 20n * million }),
  }),
  { maxLength: 3 },
)
const models = fc.record({
  firstYear: fc.constant(2024),
  years: fc.integer({ min: 1, max: 6 }),
  openingDeficit: fc.bigInt({ min: 0n, max: 100n * million }),
  cohorts,
  arrivals: even(900),
  arrivalsGrowth: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  inflation: even(0.06),
  grant: fc.bigInt({ min: 0n, max: 60n * million }),
  grantGrowth: even(0.06),
  mitigations,
  delivery: even(0.6),
})
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) <= 1e-6 * (1 + Math.abs(b)), `${a} ≠ ${b}`)

test('a small example, by hand', () => {
  const [first, second] = runModel(simple)
  // 1000 + 200 − 100 = 1100; 1050 plans on average at £20,000 are £21m, £1m above the grant.
  assert.equal(first?.plans.closing, 1100)
  assert.equal(first?.cost, 21n * million)
  assert.deepEqual(first?.unmitigated, { inYear: million, cumulative: 6n * million })
  // 1100 + 200 − 110 = 1190; 1145 plans on average are £22.9m.
  assert.equal(second?.unmitigated.cumulative, 890_000_000n)
})

test('a mitigation gives nothing before it starts, grows by the month, and then stays', () => {
  const mitigation = { title: 'places', startMonth: '2024-10', rampMonths: 6, fullYearValue: 1_200_000n }
  assert.equal(mitigationValue(mitigation, 2023), 0)
  // Six months of 1 to 6 sixths of £1,000.
  near(mitigationValue(mitigation, 2024), 350_000)
  near(mitigationValue(mitigation, 2025), 1_200_000)
})

test('who was there and who came is who left and who is there', () => {
  fc.assert(
    fc.property(models, (model) => {
      for (const { plans, cohorts: parts } of runModel(model)) {
        near(plans.opening + plans.arrivals - plans.leavers, plans.closing)
        near(plans.movedIn, plans.movedOut)
        for (const each of parts)
          near(each.opening + each.arrivals - each.leavers + each.movedIn - each.movedOut, each.closing)
      }
    }),
  )
})

test('parts equal wholes to the penny, and each year takes over the deficit of the one before', () => {
  fc.assert(
    fc.property(models, (model) => {
      let before = { unmitigated: model.openingDeficit, mitigated: model.openingDeficit }
      for (const year of runModel(model)) {
        assert.equal(sumPence(year.cohorts.map(({ cost }) => cost)), year.cost)
        assert.equal(year.unmitigated.inYear, year.cost - year.grant)
        assert.equal(year.mitigated.inYear, year.cost - year.grant - year.mitigation)
        assert.equal(year.unmitigated.cumulative, before.unmitigated + year.unmitigated.inYear)
        assert.equal(year.mitigated.cumulative, before.mitigated + year.mitigated.inYear)
        before = { unmitigated: year.unmitigated.cumulative, mitigated: year.mitigated.cumulative }
      }
    }),
  )
})

test('without mitigations, mitigated is unmitigated', () => {
  fc.assert(
    fc.property(models, (given) => {
      const model = { ...given, mitigations: [] }
      for (const { mitigated, unmitigated } of runModel(model)) assert.deepEqual(mitigated, unmitigated)
      for (const { inYear, cumulative } of simulate(model, { runs: 50 }).years) {
        assert.deepEqual(inYear.mitigated, inYear.unmitigated)
        assert.deepEqual(cumulative.mitigated, cumulative.unmitigated)
      }
    }),
  )
})

test('more arrivals never lower the deficit of any year', () => {
  fc.assert(
    fc.property(models, fc.double({ min: 0, max: 500, noNaN: true }), (model, more) => {
      const choice = likelyChoice(model)
      const [usual, higher] = [
        runModel(model, choice),
        runModel(model, { ...choice, arrivals: choice.arrivals + more }),
      ]
      for (const [index, { mitigated }] of usual.entries()) {
        assert.ok((higher[index]?.mitigated.inYear ?? 0n) >= mitigated.inYear)
        assert.ok((higher[index]?.mitigated.cumulative ?? 0n) >= mitigated.cumulative)
      }
    }),
  )
})

test('the central run lies in the band of 95 %, and the bands lie within each other', () => {
  fc.assert(
    fc.property(models, fc.integer({ min: 0, max: 1_000_000 }), (model, seed) => {
      const { years } = simulate(model, { runs: 2000, seed })
      for (const [index, central] of runModel(model).entries())
        for (const kind of ['unmitigated', 'mitigated'] as const)
          for (const flow of ['inYear', 'cumulative'] as const) {
            const spread = years[index]?.[flow][kind]
            assert.ok(spread)
            const { lower95, lower80, middle, upper80, upper95 } = spread
            assert.ok(lower95 <= lower80 && lower80 <= middle && middle <= upper80 && upper80 <= upper95)
            // The runs multiply out in another order, so the last pence may differ where nothing is uncertain.
            assert.ok(lower95 - 100n <= central[kind][flow] && central[kind][flow] <= upper95 + 100n)
          }
    }),
    { numRuns: 60 },
  )
})

test('runs without uncertainty all give the central run', () => {
  const { years } = simulate(simple, { runs: 10 })
  const central = runModel(simple)
  for (const [index, { cumulative }] of years.entries()) {
    assert.equal(cumulative.mitigated.lower95, central[index]?.mitigated.cumulative)
    assert.equal(cumulative.mitigated.upper95, central[index]?.mitigated.cumulative)
  }
})

test('the same seed gives the same result, another seed another', () => {
  const model = { ...simple, arrivals: { low: 100, likely: 200, high: 300 } }
  assert.deepEqual(simulate(model, { seed: 7 }).years, simulate(model, { seed: 7 }).years)
  assert.notDeepEqual(simulate(model, { seed: 7 }).years, simulate(model, { seed: 8 }).years)
})

test('how many runs come out above an amount', () => {
  const simulation = simulate({ ...simple, arrivals: { low: 100, likely: 200, high: 300 } })
  const middle = simulation.years[2]?.cumulative.mitigated.middle ?? 0n
  near(simulation.shareAbove(2026, 'mitigated', middle) ?? 0, 0.5)
  assert.equal(simulation.shareAbove(2026, 'mitigated', 0n), 1)
  assert.equal(simulation.shareAbove(2040, 'mitigated', 0n), null)
})

test('the generator gives the numbers of its reference', () => {
  const next = seededNumbers(1)
  assert.deepEqual(
    Array.from({ length: 3 }, () => Math.floor(next() * 4_294_967_296)),
    [2_693_262_067, 11_749_833, 2_265_367_787],
  )
})

test('the triangular distribution by its quartiles', () => {
  const range = { low: 0, likely: 1, high: 2 }
  near(triangular(range, 0.5), 1)
  near(triangular(range, 0.125), 0.5)
  near(triangular({ low: 0, likely: 0, high: 1 }, 0.75), 0.5)
  assert.equal(triangular(exactly(3), 0.2), 3)
})

test('what would have to be true balances the year when it is put in', () => {
  const model: HighNeedsModel = {
    ...simple,
    mitigations: [{ title: 'm', startMonth: '2024-04', rampMonths: 1, fullYearValue: million }],
  }
  const [arrivals, unitCost, grantGrowth, mitigation] = toBalance(model, 2026)
  const gap = (changed: object, of: HighNeedsModel = model) =>
    runModel(of, { ...likelyChoice(of), ...changed })[2]?.mitigated.inYear ?? 1n
  const penny = (amount: bigint) => assert.ok(amount <= 0n && amount > -100n, String(amount))
  penny(gap({ arrivals: arrivals?.needed }))
  penny(gap({ grantGrowth: grantGrowth?.needed }))
  penny(gap({ delivery: mitigation?.needed }))
  assert.equal(unitCost?.now, 20_000)
  assert.ok(unitCost?.needed && unitCost.needed < 20_000)
  near(averageUnitCost(model), 20_000)
})

test('a lever that is not enough alone says what is left', () => {
  const [arrivals, , , mitigation] = toBalance({ ...simple, grant: 5n * million }, 2026)
  assert.equal(arrivals?.needed, null)
  assert.ok(arrivals && arrivals.left > 0n)
  assert.equal(mitigation?.needed, null)
})

test('a year that balances already needs nothing', () => {
  for (const { now, needed } of toBalance({ ...simple, grant: 90n * million }, 2026))
    assert.equal(needed, now)
})

test('what cannot be is refused with its row and what to do', () => {
  const texts = (changed: Partial<HighNeedsModel>) =>
    modelProblems({ ...simple, ...changed }).map(({ text }) => text)
  const withCohort = (changed: Partial<Cohort>) => texts({ cohorts: [{ ...one, ...changed }] })
  const cases: [string[], RegExp][] = [
    [withCohort({ plans: -3 }), /^Row 1: -3 plans cannot be; give how many there are, 0 or more$/],
    [withCohort({ unitCost: 5n }), /^Row 1: a unit cost of £0\.05 a year looks like thousands or millions/],
    [withCohort({ unitCost: 5_000_000_000n }), /^Row 1: a unit cost of £50,000,000 a year is more than any/],
    [
      withCohort({ leaverShare: 0.7, moves: [{ to: 'all', share: 0.7 }] }),
      /^Row 1: 140% would leave or move/,
    ],
    [withCohort({ moves: [{ to: 'x', share: 0.1 }] }), /^Row 1: there is no other cohort ‘x’/],
    [withCohort({ arrivalShare: 0.5 }), /add up to 50%; make those of all rows add up to 100%/],
    [
      texts({ grantGrowth: { low: -1.2, likely: 0, high: 0 } }),
      /growth of −120% the grant would fall below zero/,
    ],
    [texts({ grant: -1n }), /^The grant is below zero/],
    [texts({ arrivals: { low: 3, likely: 2, high: 4 } }), /put the three in order/],
    [texts({ arrivals: { low: -3, likely: 2, high: 4 } }), /New plans a year: from 0 to 100,000/],
    [texts({ cohorts: [] }), /at least one cohort/],
    [
      texts({
        cohorts: [
          { ...one, arrivalShare: 0.5 },
          { ...one, arrivalShare: 0.5 },
        ],
      }),
      /^Row 2: .*put them together/,
    ],
  ]
  for (const [found, expected] of cases)
    assert.ok(
      found.some((text) => expected.test(text)),
      found.join('; '),
    )
  assert.deepEqual(texts({}), [])
})
