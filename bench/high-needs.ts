import type { HighNeedsModel } from '#src/domain/high-needs/model.ts'
import { simulate, usualRuns } from '#src/domain/high-needs/simulate.ts'

/**
 * How long the runs of the high needs model take, beside sorting as many numbers as they have results.
 *
 *   node bench/high-needs.ts
 */
const rounds = 5
const years = 5
/** By year: of the year and accumulated, with and without mitigations. */
const results = years * 4

for (const cohorts of [1, 4, 16]) {
  const model = modelOf(cohorts)
  const ours = fastest(() => simulate(model, { seed: 1 }))
  const plain = fastest(() => {
    for (let n = 0; n < results; n++) Float64Array.from({ length: usualRuns }, Math.random).sort()
  })
  console.log(
    `${String(cohorts).padStart(2)} cohorts, ${usualRuns.toLocaleString('en-GB')} runs: ${ours.toFixed(0)} ms; sorting alone ${plain.toFixed(0)} ms`,
  )
}

function fastest(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

function modelOf(count: number): HighNeedsModel {
  return {
    firstYear: 2024,
    years,
    openingDeficit: 3_800_000_000n,
    cohorts: Array.from({ length: count }, (_, index) => ({
      code: `c${index}`,
      ageBand: String(index),
      need: 'all',
      placement: 'all',
      plans: 3184 / count,
      arrivalShare: 1 / count,
      leaverShare: 0.05,
      unitCost: 2_000_628n,
      moves: index + 1 < count ? [{ to: `c${index + 1}`, share: 0.1 }] : [],
    })),
    arrivals: { low: 299, likely: 611, high: 901 },
    arrivalsGrowth: 0,
    inflation: { low: 0.01, likely: 0.03, high: 0.05 },
    grant: 4_676_000_000n,
    grantGrowth: { low: 0.03, likely: 0.053, high: 0.07 },
    mitigations: [{ title: 'all', startMonth: '2024-09', rampMonths: 37, fullYearValue: 1_296_500_000n }],
    delivery: { low: 0.5, likely: 0.75, high: 1 },
  }
}
