import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sumPence } from '../money.ts'
import { type CapitalScheme, capitalProgramme } from './capital.ts'
import { adjusted, type CapitalChange, planChange, readPounds } from './capital-changes.ts'

const scheme = (code: string, budget: CapitalScheme['budget']): CapitalScheme => ({
  code,
  title: `Scheme ${code}`,
  service: 'parks',
  serviceName: 'Parks',
  budget,
})
const pier = scheme('pier', { '2024-25': 100_000n, '2025-26': 0n })
const park = scheme('park', { '2024-25': 50_000n, '2025-26': 20_000n })
const schemes = [pier, park]

const after = (change: CapitalChange) => {
  const plan = planChange(schemes, change)
  assert.ok(plan.ok, plan.ok ? '' : plan.says)
  return adjusted(schemes, plan.adjustments).map(({ budget }) => budget)
}

test('reprofiling moves money between the years of one scheme', () => {
  const change = {
    kind: 'reprofiled',
    scheme: 'pier',
    fromYear: '2024-25',
    toYear: '2025-26',
    amount: 40_000n,
  } as const
  assert.deepEqual(after(change)[0], { '2024-25': 60_000n, '2025-26': 40_000n })
})

test('reallocation moves money between schemes, and a scheme that is moved goes whole', () => {
  assert.deepEqual(
    after({ kind: 'reallocated', scheme: 'pier', toScheme: 'park', year: '2024-25', amount: 100_000n }),
    [
      { '2024-25': 0n, '2025-26': 0n },
      { '2024-25': 150_000n, '2025-26': 20_000n },
    ],
  )
  assert.deepEqual(after({ kind: 'moved', scheme: 'park', toScheme: 'pier' }), [
    { '2024-25': 150_000n, '2025-26': 20_000n },
    { '2024-25': 0n, '2025-26': 0n },
  ])
})

test('a change that cannot be is refused with what is wrong and how to mend it', () => {
  const base = {
    kind: 'reprofiled',
    scheme: 'pier',
    fromYear: '2024-25',
    toYear: '2025-26',
    amount: 1n,
  } as const
  const says = (change: CapitalChange) => {
    const plan = planChange(schemes, change)
    return plan.ok ? null : `${plan.part}: ${plan.says}`
  }
  const cases: readonly (readonly [CapitalChange, string])[] = [
    [
      { ...base, amount: 100_001n },
      'amount: Scheme pier has £1,000 in 2024/25, less than £1,000.01. Enter at most what it has in that year.',
    ],
    [
      { ...base, amount: 0n },
      'amount: Enter an amount above nought; the kind of change says which way it goes.',
    ],
    [
      { ...base, amount: -5n },
      'amount: Enter an amount above nought; the kind of change says which way it goes.',
    ],
    [
      { ...base, toYear: '2030-31' },
      'toYear: 2030/31 is not a year of this programme. Choose one of 2024/25, 2025/26.',
    ],
    [
      { ...base, toYear: '2024-25' },
      'toYear: Choose two different years: reprofiling moves money from one year to another.',
    ],
    [{ ...base, scheme: 'gone' }, 'scheme: That scheme is not in this programme. Choose one of the list.'],
    [
      { kind: 'reallocated', scheme: 'pier', toScheme: 'pier', year: '2024-25', amount: 1n },
      'toScheme: Choose two different schemes.',
    ],
    [
      { kind: 'added', scheme: 'pier', year: '2023-24', amount: 1n },
      'year: 2023/24 is not a year of this programme. Choose one of 2024/25, 2025/26.',
    ],
  ]
  for (const [change, expected] of cases) assert.equal(says(change), expected)
})

const years = ['2024-25', '2025-26', '2026-27'] as const
const anyScheme = fc.record({
  code: fc.constantFrom('a', 'b', 'c'),
  budget: fc.record(Object.fromEntries(years.map((year) => [year, fc.bigInt({ min: 0n, max: 10n ** 12n })]))),
})
const programmes = fc
  .uniqueArray(anyScheme, { selector: ({ code }) => code, minLength: 1 })
  .map((list) => list.map(({ code, budget }) => scheme(code, budget)))
const code = fc.constantFrom('a', 'b', 'c')
const year = fc.constantFrom(...years)
const amount = fc.bigInt({ min: -10n, max: 10n ** 12n })
const shifts: fc.Arbitrary<CapitalChange> = fc.oneof(
  fc.record({ kind: fc.constant('reprofiled' as const), scheme: code, fromYear: year, toYear: year, amount }),
  fc.record({ kind: fc.constant('reallocated' as const), scheme: code, toScheme: code, year, amount }),
  fc.record({ kind: fc.constant('moved' as const), scheme: code, toScheme: code }),
)

test('no reprofiling, reallocation or move ever changes a total or makes a year of a scheme negative', () => {
  fc.assert(
    fc.property(programmes, fc.array(shifts, { maxLength: 8 }), (list, changes) => {
      let now: readonly CapitalScheme[] = list
      for (const change of changes) {
        const before = now
        const plan = planChange(now, change)
        if (!plan.ok) continue
        assert.equal(sumPence(plan.adjustments.map((each) => each.amount)), 0n)
        now = adjusted(now, plan.adjustments)
        if (change.kind === 'reprofiled') {
          const total = (some: readonly CapitalScheme[]) =>
            sumPence(Object.values(some.find((each) => each.code === change.scheme)?.budget ?? {}))
          assert.equal(total(now), total(before))
        } else assert.deepEqual(capitalProgramme(now).total, capitalProgramme(before).total)
      }
      assert.equal(capitalProgramme(now).allYears, capitalProgramme(list).allYears)
      assert.ok(now.every(({ budget }) => Object.values(budget).every((each) => each >= 0n)))
    }),
  )
})

test('an addition changes one year of one scheme, and the total by just that', () => {
  fc.assert(
    fc.property(
      programmes,
      code,
      year,
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (list, scheme, year, amount) => {
        const plan = planChange(list, { kind: 'added', scheme, year, amount })
        if (!plan.ok) return
        const now = adjusted(list, plan.adjustments)
        assert.equal(capitalProgramme(now).allYears - capitalProgramme(list).allYears, amount)
      },
    ),
  )
})

test('an amount is typed in pounds; one in thousands or millions is refused with how to write it', () => {
  const read = (typed: string) => {
    const parsed = readPounds(typed)
    return parsed.ok ? parsed.value : parsed.problem
  }
  assert.equal(read('450,000'), 45_000_000n)
  assert.equal(read(' £1,234.5 '), 123_450n)
  assert.equal(read('0.45'), 45n)
  assert.match(String(read('0.45m')), /not in pounds.*such as 450,000, not 0\.45m/)
  assert.match(String(read('450k')), /not in pounds/)
  assert.match(String(read('1,00')), /not an amount/)
  assert.match(String(read('-5')), /not an amount/)
  assert.match(String(read('')), /not an amount/)
})
