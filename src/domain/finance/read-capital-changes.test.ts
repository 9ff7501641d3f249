import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCapitalChanges } from './read-capital-changes.ts'

const known = {
  services: [{ code: 'parks', name: 'Parks & Coast' }],
  schemes: [{ code: 'capital-7', service: 'parks', title: 'Pier – Decking' }],
  years: ['2024-25', '2025-26'],
}
const row = {
  service: 'Parks & Coast',
  scheme: 'Pier - Decking',
  amount_m: '0.500',
  year: 'to 2025/26',
  kind: 'reprofiled',
  funding: '',
  approval: 'delegated authority',
  note: '',
}

test('a change is read as the paper prints it, and what it does not say stays empty', () => {
  const read = readCapitalChanges(
    [
      row,
      {
        ...row,
        scheme: 'Bandstand',
        amount_m: '',
        year: '2024/25 and 2025/26',
        approval: 'Council, July 2024',
      },
    ],
    known,
  )
  assert.ok(read.ok)
  const base = { service: 'parks', kind: 'reprofiled', funding: null, note: null } as const
  assert.deepEqual(read.changes, [
    {
      ...base,
      number: 1,
      scheme: 'capital-7',
      title: 'Pier - Decking',
      amount: 50_000_000n,
      fromYear: null,
      toYear: '2025-26',
      route: 'delegated',
      body: null,
      when: null,
    },
    {
      ...base,
      number: 2,
      scheme: null,
      title: 'Bandstand',
      amount: null,
      fromYear: '2024-25',
      toYear: '2025-26',
      route: 'council',
      body: null,
      when: 'July 2024',
    },
  ])
})

test('what cannot be read is refused with its row, its column and how to mend it', () => {
  const problemsOf = (...records: Readonly<Record<string, string>>[]) => {
    const read = readCapitalChanges(records, known)
    return read.ok ? [] : read.problems.map(({ row, column, says }) => `${row} ${column}: ${says}`)
  }
  const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ service: 'Dragons' }, "2 service: There is no service 'Dragons'. Write one of Parks & Coast."],
    [
      { kind: 'lost' },
      "2 kind: 'lost' is not a kind of change. Write added, reprofiled, reallocated, moved.",
    ],
    [{ year: '2031/32' }, '2 year: 2031/32 is not a year of this programme. Its years are 2024/25, 2025/26.'],
    [{ year: 'soon' }, "2 year: 'soon' is not a year. Write 2024/25, 2024/25 to 2025/26, or to 2025/26."],
    [
      { amount_m: '0.5m' },
      "2 amount_m: '0.5m' carries its unit. Write the number alone; amount_m is in £m, amount in pounds.",
    ],
    [
      { amount_m: '450000' },
      '2 amount_m: 450000 cannot be £m. It seems to be in pounds: write 0.45, or put it into a column amount.',
    ],
    [
      { amount_m: '-0.5' },
      '2 amount_m: -0.5 is not above nought. The kind of change says which way it goes; leave the cell empty when the paper states no amount.',
    ],
    [{ scheme: ' ' }, '2 scheme: There is no scheme. Write what the change is to, as the paper prints it.'],
  ]
  for (const [change, expected] of cases) assert.deepEqual(problemsOf({ ...row, ...change }), [expected])
  assert.deepEqual(problemsOf(row, { ...row, amount_m: '', amount: '500000' }), [
    '3 amount: The file has amounts both in £m (first in row 2) and in pounds (first in row 3). Write all of them in one column.',
  ])
})
