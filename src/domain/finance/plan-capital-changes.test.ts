import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CapitalScheme } from './capital.ts'
import { planChangeList } from './plan-capital-changes.ts'

const scheme = (code: string, service: string, title: string, first: bigint): CapitalScheme => ({
  code,
  title,
  service,
  serviceName: service,
  budget: { '2024-25': first, '2025-26': 0n },
})
const schemes = [
  scheme('capital-1', 'Parks', 'Pier', 100_000n),
  scheme('capital-2', 'Parks', 'Equipment', 50_000n),
  scheme('capital-3', 'Adults', 'Equipment', 50_000n),
]
const row = { kind: 'reprofiled', scheme: 'Pier', amount: '600', from_year: '2024/25', to_year: '2025/26' }

test('changes are planned one after the other, each on what those before it leave', () => {
  const plan = planChangeList(
    [
      row,
      {
        kind: 'reallocated',
        scheme: 'pier',
        to_service: 'Adults',
        to_scheme: 'Equipment',
        amount: '400',
        from_year: '2024-25',
      },
    ],
    schemes,
  )
  assert.ok(plan.ok)
  assert.deepEqual(
    plan.changes.flatMap(({ adjustments }) =>
      adjustments.map(({ scheme, year, amount }) => [scheme, year, amount]),
    ),
    [
      ['capital-1', '2024-25', -60_000n],
      ['capital-1', '2025-26', 60_000n],
      ['capital-1', '2024-25', -40_000n],
      ['capital-3', '2024-25', 40_000n],
    ],
  )
})

test('what cannot be is refused with its row, its column and how to mend it, and nothing is planned', () => {
  const problems = (...records: Readonly<Record<string, string>>[]) => {
    const plan = planChangeList(records, schemes)
    return plan.ok ? [] : plan.problems.map(({ row, column, says }) => `${row} ${column}: ${says}`)
  }
  assert.deepEqual(problems(row, row), [
    '3 amount: Pier has £400 in 2024/25, less than £600. Enter at most what it has in that year.',
  ])
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ service: 'Dragons' }, /^2 service: No service 'Dragons' has a scheme.* Write one of Parks, Adults\.$/],
    [{ scheme: 'Peer' }, /^2 scheme: There is no scheme 'Peer'/],
    [
      { scheme: 'Equipment' },
      /^2 scheme: 2 schemes are called 'Equipment'\. Write the service too: Parks or Adults\.$/,
    ],
    [{ to_year: '2031/32' }, /^2 to_year: 2031\/32 is not a year of this programme/],
    [{ amount: '' }, /^2 amount: There is no amount/],
    [{ amount: '0.6m' }, /^2 amount: '0\.6m' carries its unit/],
    [
      { kind: 'added', amount: '100', approval: '' },
      /^2 approval: Money enters the programme only when it is approved/,
    ],
    [
      { kind: 'added', amount: '1000000.01', approval: 'Cabinet Member Housing, 1 May 2024' },
      /^2 approval: .* approval of Council/,
    ],
  ]
  for (const [change, expected] of cases) {
    const found = problems({ ...row, ...change })
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', expected)
  }
  assert.match(
    problems(row, { ...row, amount: '', amount_m: '0.0001' })[0] ?? '',
    /both in £m .* and in pounds/,
  )
})
