import type { Pence } from '../money.ts'
import { percentile } from '../statistics/percentile.ts'
import { mitigationValue } from './mitigation-value.ts'
import type { HighNeedsModel } from './model.ts'
import { averagePlans, projectPlans } from './project-plans.ts'
import { toPence } from './run-model.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { triangular } from './triangular.ts'

/** Where the runs came out: the middle one, the 80 % and the 95 % nearest to it by rank. */
export type Spread = {
  readonly lower95: Pence
  readonly lower80: Pence
  readonly middle: Pence
  readonly upper80: Pence
  readonly upper95: Pence
}

export type Kind = 'unmitigated' | 'mitigated'

export type SimulatedYear = {
  readonly startYear: number
  readonly inYear: Readonly<Record<Kind, Spread>>
  readonly cumulative: Readonly<Record<Kind, Spread>>
}

export type Simulation = {
  readonly runs: number
  readonly seed: number
  readonly years: readonly SimulatedYear[]
  /** The share (0–1) of runs whose deficit at the end of the year that began in `startYear` is above an amount; null for a year not modelled. */
  readonly shareAbove: (startYear: number, kind: Kind, amount: Pence) => number | null
}

export const usualRuns = 10_000
export const usualSeed = 2024

/**
 * Many runs of the model, each with one draw of each thing that is not known, which holds for all its years: a level that
 * is misjudged is misjudged every year, and does not cancel out. Cost is linear in the number who arrive, so plans are
 * projected twice, without arrivals and with one, rather than in every run.
 */
export function simulate(
  model: HighNeedsModel,
  { runs = usualRuns, seed = usualSeed }: { readonly runs?: number; readonly seed?: number } = {},
): Simulation {
  const { years, firstYear } = model
  const [standing, added] = [costsAtBasePrices(model, 0), costsAtBasePrices(model, 1)]
  const saved = Float64Array.from({ length: years }, (_, year) =>
    model.mitigations.reduce((total, each) => total + mitigationValue(each, firstYear + year), 0),
  )
  const outcomes = Array.from({ length: years }, () => ({
    inYear: { unmitigated: new Float64Array(runs), mitigated: new Float64Array(runs) },
    cumulative: { unmitigated: new Float64Array(runs), mitigated: new Float64Array(runs) },
  }))
  const next = seededNumbers(seed)
  for (let run = 0; run < runs; run++) {
    const arrivals = triangular(model.arrivals, next())
    const price = 1 + triangular(model.inflation, next())
    const growth = 1 + triangular(model.grantGrowth, next())
    const delivery = triangular(model.delivery, next())
    let [priced, grant] = [price, Number(model.grant)]
    let unmitigated = Number(model.openingDeficit)
    let mitigated = unmitigated
    for (const [year, { inYear, cumulative }] of outcomes.entries()) {
      const none = standing[year] ?? 0
      const gap = (none + arrivals * ((added[year] ?? 0) - none)) * priced - grant
      const closed = gap - delivery * (saved[year] ?? 0)
      inYear.unmitigated[run] = gap
      inYear.mitigated[run] = closed
      cumulative.unmitigated[run] = unmitigated += gap
      cumulative.mitigated[run] = mitigated += closed
      priced *= price
      grant *= growth
    }
  }
  return {
    runs,
    seed,
    years: outcomes.map(({ inYear, cumulative }, year) => ({
      startYear: firstYear + year,
      inYear: { unmitigated: spreadOf(inYear.unmitigated), mitigated: spreadOf(inYear.mitigated) },
      cumulative: {
        unmitigated: spreadOf(cumulative.unmitigated),
        mitigated: spreadOf(cumulative.mitigated),
      },
    })),
    shareAbove: (startYear, kind, amount) => {
      const values = outcomes[startYear - firstYear]?.cumulative[kind]
      return values ? values.filter((value) => value > Number(amount)).length / runs : null
    },
  }
}

function costsAtBasePrices(model: HighNeedsModel, arrivals: number): Float64Array {
  const unitCost = new Map(model.cohorts.map(({ code, unitCost }) => [code, Number(unitCost)]))
  return Float64Array.from(projectPlans(model, arrivals), (flows) =>
    flows.reduce((total, flow) => total + averagePlans(flow) * (unitCost.get(flow.code) ?? 0), 0),
  )
}

function spreadOf(values: Float64Array): Spread {
  values.sort()
  const at = (share: number) => toPence(percentile(values, share))
  return { lower95: at(0.025), lower80: at(0.1), middle: at(0.5), upper80: at(0.9), upper95: at(0.975) }
}
