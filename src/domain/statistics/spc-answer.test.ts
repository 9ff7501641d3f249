import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { disagreements } from '#test/reference/disagreements.ts'
import { spcAnswer } from './spc-answer.ts'

interface Case {
  readonly id: string
  readonly input: { readonly dates: readonly string[]; readonly values: readonly (number | null)[] }
  readonly options: object
  readonly expected: {
    readonly status: string
    readonly points?: object
    readonly groups?: object
    readonly overall?: object
  }
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../test/reference/spc.json', import.meta.url), 'utf8'),
) as {
  cases: Case[]
}

// See docs/DEVIATIONS.md: constant-series (a tie between target and limit) and gap-in-a-window (the peer stops).
const DIFFERENT_ON_PURPOSE = ['spc-constant-004', 'spc-missing-na-002', 'spc-missing-na-013']

test('asked for the peer’s behaviour, all 116 reference series agree, knife edges included', () => {
  assert.equal(cases.length, 116)
  for (const c of cases) assert.deepEqual(differences(c, true), [], c.id)
})

test('by default every reference series agrees but the three that differ on purpose', () => {
  const different = cases.filter((c) => differences(c, false).length > 0).map((c) => c.id)
  assert.deepEqual(different, DIFFERENT_ON_PURPOSE)
})

test('a series the peer cannot answer because of a gap is answered, and the gap ends runs and trends', () => {
  const dates = Array.from({ length: 13 }, (_, i) =>
    `2024-${i < 9 ? '0' : ''}${i + 1}-01`.replace('2024-13', '2025-01'),
  )
  const values = [1, 2, 3, 4, null, 6, 7, 8, 9, 10, 11, 12, 13]
  const line = { id: 'rising', dates, values }
  assert.equal(field(spcAnswer({ ...line, options: { peer_behaviour: true } }), 'status'), 'error')
  const answer = spcAnswer(line) as { points: { rule_trend7: boolean[] } }
  assert.deepEqual(
    answer.points.rule_trend7,
    values.map((_, i) => i >= 5),
  )
})

test('when the latest value is missing the one before it speaks, and the answer says so', () => {
  const dates = Array.from({ length: 14 }, (_, i) => `2024-01-${String(i + 1).padStart(2, '0')}`)
  const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 30, null]
  const answer = spcAnswer({ id: 'gap', dates, values }) as {
    overall: { variation_type: string }
    notes: string[]
  }
  assert.equal(answer.overall.variation_type, 'special_cause_improvement')
  assert.match(answer.notes.join(), /latest value is missing: variation is that of 2024-01-13/)
})

test('bad input is an error that names the series and the reason, never an exception', () => {
  const dates = ['2024-01-01', '2024-02-01']
  const bad: [unknown, RegExp][] = [
    [null, /one JSON object/],
    ['text', /one JSON object/],
    [{ id: 'a' }, /'a': dates must be a list/],
    [{ id: 'a', dates, values: 3 }, /values must be a list/],
    [{ id: 'a', dates: [], values: [] }, /no points/],
    [{ id: 'a', dates, values: [1] }, /2 dates but 1 values/],
    [{ id: 'a', dates, values: [1, Number.NaN] }, /2024-02-01 is NaN/],
    [{ id: 'a', dates, values: [1, Number.POSITIVE_INFINITY] }, /is Infinity/],
    [{ id: 'a', dates, values: [1, '2'] }, /is '2'; a value is a finite number/],
    [{ id: 'a', dates, values: [1, undefined] }, /is undefined/],
    [{ id: 'a', dates, values: [1, 1e300] }, /too large/],
    [{ id: 'a', dates, values: [null, null] }, /every value is missing/],
    [{ id: 'a', dates: ['2024-01-01', '2024-01-01'], values: [1, 2] }, /2024-01-01 appears twice/],
    [{ id: 'a', dates: ['2024-01-01', '2024-02-30'], values: [1, 2] }, /'2024-02-30', which is not a day/],
    [{ id: 7, dates, values: [1, 2], options: [] }, /7: options must be an object/],
    [{ id: 'a', dates, values: [1, 2], options: { improvement_direction: 'up' } }, /'up'; use increase/],
    [{ id: 'a', dates, values: [1, 2], options: { target: '5' } }, /target is '5'/],
    [{ id: 'a', dates, values: [1, 2], options: { screen_outliers: 1 } }, /screen_outliers is 1/],
    [{ id: 'a', dates, values: [1, 2], options: { peer_behaviour: 'yes' } }, /peer_behaviour is 'yes'/],
    [{ id: 'a', dates, values: [1, 2], options: { rebase_dates: '2024-01-01' } }, /must be a list of dates/],
    [{ id: 'a', dates, values: [1, 2], options: { rebase_dates: [5] } }, /rebase date 5/],
    [{ id: 'a', dates, values: [1, 2], options: { fix_after_n_points: 5 } }, /at least 12/],
  ]
  for (const [input, reason] of bad) {
    const answer = spcAnswer(input)
    assert.equal(field(answer, 'status'), 'error')
    assert.match(String(field(answer, 'message')), reason)
  }
})

test('a million points are answered', () => {
  const start = Date.UTC(1, 0, 1)
  const dates = Array.from({ length: 1_000_000 }, (_, i) =>
    new Date(start + i * 86_400_000).toISOString().slice(0, 10),
  )
  const values = dates.map((_, i) => (i * 7919) % 101)
  const answer = spcAnswer({ id: 'long', dates, values }) as {
    status: string
    groups: { n: number; mean: number }[]
  }
  assert.equal(answer.status, 'ok')
  assert.equal(answer.groups[0]?.n, 1_000_000)
  assert.ok(Math.abs((answer.groups[0]?.mean ?? 0) - 50) < 1e-3)
})

function differences(c: Case, peerBehaviour: boolean): string[] {
  const answer = spcAnswer({ id: c.id, ...c.input, options: { ...c.options, peer_behaviour: peerBehaviour } })
  if (c.expected.status !== 'ok')
    return field(answer, 'status') === 'error' ? [] : ['answered where the peer stops']
  const size = Math.max(1, ...c.input.values.map((value) => Math.abs(value ?? 0)))
  const { points, groups, overall } = c.expected
  return disagreements(answer, { status: 'ok', points, groups, overall }, size)
}

function field(answer: object, name: string): unknown {
  return (answer as Record<string, unknown>)[name]
}
