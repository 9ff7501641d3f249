import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { disagreements } from '#test/reference/disagreements.ts'
import { intervalsAnswer } from './intervals-answer.ts'

const reference = JSON.parse(
  readFileSync(new URL('../../../test/reference/intervals.json', import.meta.url), 'utf8'),
) as Record<string, { id: string; input: object; expected: object }[]>

const SECTION_SIZES = {
  proportion: 48,
  rate: 51,
  mean: 36,
  dsr: 39,
  isratio: 15,
  quantile: 18,
  benchmark_comparison: 60,
  fingertips_quantile: 18,
  recent_trend: 27,
}

test('every reference case of every section agrees, with no exception', () => {
  for (const [section, size] of Object.entries(SECTION_SIZES)) {
    const cases = reference[section] ?? []
    assert.equal(cases.length, size)
    for (const { id, input, expected } of cases) {
      assert.deepEqual(disagreements(intervalsAnswer({ id, section, ...input }), expected), [], id)
    }
  }
})

test('a rising proportion that Fingertips marks as decreasing is marked so only as its marker, never as its direction', () => {
  const rising = reference.recent_trend?.find(({ id }) => id === 'trend-022')
  const asPeer = intervalsAnswer({ section: 'recent_trend', ...rising?.input }) as Record<string, unknown>
  assert.deepEqual([asPeer.marker, asPeer.direction], ['Decreasing', 'Increasing'])
  const own = intervalsAnswer({ section: 'recent_trend', ...rising?.input, peer_behaviour: false })
  assert.equal((own as Record<string, unknown>).marker, 'Increasing')
})

test('the marker differs from the true direction in exactly the rising proportions', () => {
  const different = (reference.recent_trend ?? [])
    .map(({ id, input }) => ({
      id,
      ...(intervalsAnswer({ id, section: 'recent_trend', ...input }) as {
        marker: string
        direction: string
      }),
    }))
    .filter(({ marker, direction }) => marker !== direction)
  assert.deepEqual(
    different.map(({ id }) => id),
    ['trend-022', 'trend-076'],
  )
})

test('bad input is an error that names the line and the reason, never an exception', () => {
  const bad: [unknown, RegExp][] = [
    [[], /one JSON object/],
    [{ id: 'x' }, /'x': section is undefined; use proportion, rate/],
    [{ id: 'x', section: 'constructor' }, /section is 'constructor'/],
    [{ id: 'x', section: 'proportion', numerator: 3 }, /denominator is missing/],
    [
      { id: 'x', section: 'proportion', numerator: 3, denominator: 2 },
      /numerator 3 is over its denominator 2/,
    ],
    [{ id: 'x', section: 'proportion', numerator: 0, denominator: 0 }, /denominator is 0/],
    [{ id: 'x', section: 'proportion', numerator: '3', denominator: 4 }, /numerator is '3'/],
    [{ id: 'x', section: 'proportion', numerator: Number.NaN, denominator: 4 }, /numerator is NaN/],
    [{ id: 'x', section: 'proportion', numerator: 1, denominator: 4, confidence: 95 }, /level is 95/],
    [{ id: 'x', section: 'proportion', numerator: 1, denominator: 4, multiplier: 0 }, /multiplier is 0/],
    [{ id: 'x', section: 'rate', numerator: -1, denominator: 4 }, /numerator is -1/],
    [
      { id: 'x', section: 'rate', numerator: 1, denominator: Number.POSITIVE_INFINITY },
      /denominator is Infinity/,
    ],
    [{ id: 'x', section: 'mean', values: [] }, /no values/],
    [{ id: 'x', section: 'mean', values: [1, null] }, /nothing in place 2/],
    [{ id: 'x', section: 'mean', values: 'one' }, /must be a list/],
    [
      { id: 'x', section: 'dsr', events: [1], population: [1, 2], standard_population: [1] },
      /population has 2/,
    ],
    [{ id: 'x', section: 'dsr', events: [20], population: [0], standard_population: [1] }, /population of 0/],
    [{ id: 'x', section: 'dsr', events: [-20], population: [5], standard_population: [1] }, /-20 events/],
    [
      { id: 'x', section: 'dsr', events: [20], population: [5], standard_population: [-1] },
      /population of -1/,
    ],
    [
      { id: 'x', section: 'dsr', events: [20], population: [5], standard_population: [0] },
      /standard population is empty/,
    ],
    [{ id: 'x', section: 'dsr', events: [], population: [], standard_population: [] }, /no age bands/],
    [
      { id: 'x', section: 'isratio', events: [1], population: [1], ref_events: [1], ref_population: [0] },
      /band 1/,
    ],
    [
      { id: 'x', section: 'isratio', events: [1], population: [1], ref_events: [0], ref_population: [9] },
      /no events are expected/,
    ],
    [{ id: 'x', section: 'quantile', values: [1, 'a'], nquantiles: 2 }, /'a' in place 2/],
    [{ id: 'x', section: 'quantile', values: [1], nquantiles: 0 }, /nquantiles is 0/],
    [{ id: 'x', section: 'quantile', values: [1], nquantiles: 2, invert: 'no' }, /invert is 'no'/],
    [{ id: 'x', section: 'benchmark_comparison', polarity: 'up' }, /polarity is 'up'/],
    [
      { id: 'x', section: 'fingertips_quantile', polarity: 'low_is_good', values: [1], categories: 1.5 },
      /categories is 1.5/,
    ],
    [{ id: 'x', section: 'recent_trend', method: 'guess', values: [] }, /method is 'guess'/],
  ]
  for (const [input, reason] of bad) {
    const answer = intervalsAnswer(input) as { status: string; message: string }
    assert.equal(answer.status, 'error')
    assert.match(answer.message, reason)
  }
})
