import { type Pence, sumPence } from '../money.ts'
import { mitigationValue } from './mitigation-value.ts'
import { type Choice, type HighNeedsModel, likelyChoice } from './model.ts'
import { averagePlans, type PlanFlow, projectPlans } from './project-plans.ts'

export type CohortYear = PlanFlow & { readonly cost: Pence }

/** A deficit is positive; a surplus is negative. */
export type Deficit = { readonly inYear: Pence; readonly cumulative: Pence }

export type ModelYear = {
  /** The year in which the financial year begins. */
  readonly startYear: number
  readonly cohorts: readonly CohortYear[]
  readonly plans: Omit<PlanFlow, 'code'>
  readonly cost: Pence
  readonly grant: Pence
  readonly mitigation: Pence
  readonly unmitigated: Deficit
  readonly mitigated: Deficit
}

/**
 * The deficit year by year, for one choice of what is not known. Plans and prices are worked out in floating point and
 * rounded to the penny where they become an amount; from there on everything is exact, so that parts equal wholes.
 */
export function runModel(model: HighNeedsModel, choice: Choice = likelyChoice(model)): ModelYear[] {
  const { cohorts, firstYear, openingDeficit } = model
  const unitCost = new Map(cohorts.map(({ code, unitCost }) => [code, Number(unitCost)]))
  let [unmitigated, mitigated] = [openingDeficit, openingDeficit]
  return projectPlans(model, choice.arrivals).map((flows, index) => {
    const price = (1 + choice.inflation) ** (index + 1)
    const costed = flows.map((flow) => ({
      ...flow,
      cost: toPence(averagePlans(flow) * (unitCost.get(flow.code) ?? 0) * price),
    }))
    const cost = sumPence(costed.map((each) => each.cost))
    const grant = toPence(Number(model.grant) * (1 + choice.grantGrowth) ** index)
    const full = model.mitigations.reduce(
      (total, each) => total + mitigationValue(each, firstYear + index),
      0,
    )
    const mitigation = toPence(full * choice.delivery)
    const inYear = cost - grant
    unmitigated += inYear
    mitigated += inYear - mitigation
    return {
      startYear: firstYear + index,
      cohorts: costed,
      plans: totalOf(flows),
      cost,
      grant,
      mitigation,
      unmitigated: { inYear, cumulative: unmitigated },
      mitigated: { inYear: inYear - mitigation, cumulative: mitigated },
    }
  })
}

/** Where a modelled amount stops being a float. */
export const toPence = (pence: number): Pence => BigInt(Math.round(pence))

function totalOf(flows: readonly PlanFlow[]): ModelYear['plans'] {
  const sum = (of: (flow: PlanFlow) => number) => flows.reduce((total, flow) => total + of(flow), 0)
  return {
    opening: sum((flow) => flow.opening),
    arrivals: sum((flow) => flow.arrivals),
    leavers: sum((flow) => flow.leavers),
    movedIn: sum((flow) => flow.movedIn),
    movedOut: sum((flow) => flow.movedOut),
    closing: sum((flow) => flow.closing),
  }
}
