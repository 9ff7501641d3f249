import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chiSquareQuantile, gammaQuantile } from './gamma-quantile.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { normalQuantile } from './normal-quantile.ts'
import { poissonDensity } from './poisson-density.ts'
import { tQuantile } from './t-quantile.ts'

const reference = JSON.parse(
  readFileSync(new URL('../../../test/reference/quantiles.json', import.meta.url), 'utf8'),
) as Record<'normal' | 'gamma' | 't', number[][]>

function worst(rows: readonly number[][], quantile: (row: readonly number[]) => number): number {
  return Math.max(...rows.map((row) => Math.abs(quantile(row) / (row[row.length - 1] as number) - 1)))
}

test('normal, gamma and t quantiles agree with 40-digit arithmetic to a part in 10¹²', () => {
  assert.ok(worst(reference.normal, ([p]) => normalQuantile(p as number)) < 1e-14)
  assert.ok(worst(reference.gamma, ([p, shape]) => gammaQuantile(p as number, shape as number)) < 1e-12)
  assert.ok(worst(reference.t, ([p, degrees]) => tQuantile(p as number, degrees as number)) < 1e-12)
})

test('quantiles are symmetric where the distribution is, and honest at the ends', () => {
  for (const p of [0.001, 0.2, 0.4]) {
    assert.ok(Math.abs(normalQuantile(p) + normalQuantile(1 - p)) < 1e-12)
    assert.ok(Math.abs(tQuantile(p, 7) + tQuantile(1 - p, 7)) < 1e-12)
  }
  assert.equal(normalQuantile(0), Number.NEGATIVE_INFINITY)
  assert.equal(normalQuantile(1), Number.POSITIVE_INFINITY)
  assert.equal(tQuantile(0.5, 3), 0)
  assert.equal(tQuantile(1, 3), Number.POSITIVE_INFINITY)
  assert.equal(gammaQuantile(0, 3), 0)
  assert.equal(gammaQuantile(1, 3), Number.POSITIVE_INFINITY)
  for (const p of [-0.1, 1.1, Number.NaN]) {
    assert.ok([normalQuantile(p), tQuantile(p, 3), gammaQuantile(p, 3)].every(Number.isNaN))
  }
  assert.ok(Number.isNaN(tQuantile(0.9, 0)) && Number.isNaN(gammaQuantile(0.9, 0)))
  assert.ok(Math.abs(chiSquareQuantile(0.95, 1) - 3.841458820694124) < 1e-12)
})

test('a Poisson probability and its tails are the textbook ones', () => {
  assert.ok(Math.abs(poissonDensity(3, 2.5) - (2.5 ** 3 * Math.exp(-2.5)) / 6) < 1e-15)
  assert.deepEqual([poissonDensity(0, 0), poissonDensity(2, 0), poissonDensity(0, 1)], [1, 0, Math.exp(-1)])
  // P(X ≤ 1) with mean 2 is 3e⁻².
  assert.ok(Math.abs(incompleteGamma(2, 2).upper - 3 * Math.exp(-2)) < 1e-15)
  assert.deepEqual(incompleteGamma(2, 0), { lower: 0, upper: 1 })
  const far = incompleteGamma(1e6, 1e6)
  assert.ok(Math.abs(far.lower + far.upper - 1) < 1e-12 && Math.abs(far.lower - 0.5) < 1e-3)
})
