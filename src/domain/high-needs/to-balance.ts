import type { Pence } from '../money.ts'
import { type Choice, type HighNeedsModel, likelyChoice } from './model.ts'
import { type ModelYear, runModel } from './run-model.ts'

export type Lever = 'arrivals' | 'unit-cost' | 'grant-growth' | 'mitigation'

export type ToBalance = {
  readonly lever: Lever
  /** What it is taken to be now. */
  readonly now: number
  /**
   * What it would have to be, all else as it is, for the year to end without a deficit of its own: plans a year, pounds a
   * plan, growth of the grant a year, the share of the mitigations' value. Null where nothing within reason is enough.
   */
  readonly needed: number | null
  /** The deficit of the year that would be left with the lever at its limit. */
  readonly left: Pence
}

/** How far each lever is tried: no new plans, plans that cost nothing, a grant that trebles each year, mitigations a hundred times as large. */
const limits = { arrivals: 0, costShare: 0, grantGrowth: 2, delivery: 100 }

/**
 * What would have to be true for one year, begun in `startYear`, to balance, each lever alone. The deficit falls steadily
 * along each lever, so halving the stretch in which it passes nought finds the place.
 */
export function toBalance(model: HighNeedsModel, startYear: number): ToBalance[] {
  const likely = likelyChoice(model)
  const gapOf = (years: readonly ModelYear[]): Pence =>
    years.find((each) => each.startYear === startYear)?.mitigated.inYear ?? 0n
  const withChoice = (changed: Partial<Choice>) => gapOf(runModel(model, { ...likely, ...changed }))
  const withCosts = (share: number) =>
    gapOf(
      runModel({
        ...model,
        cohorts: model.cohorts.map((each) => ({
          ...each,
          unitCost: BigInt(Math.round(Number(each.unitCost) * share)),
        })),
      }),
    )
  const find = (
    lever: Lever,
    gap: (value: number) => Pence,
    now: number,
    limit: number,
    scale = 1,
  ): ToBalance => {
    const left = gap(limit)
    const needed = gap(now) <= 0n ? now : left > 0n ? null : crossing(gap, now, limit)
    return { lever, now: now * scale, needed: needed === null ? null : needed * scale, left }
  }
  return [
    find('arrivals', (arrivals) => withChoice({ arrivals }), likely.arrivals, limits.arrivals),
    find('unit-cost', withCosts, 1, limits.costShare, averageUnitCost(model)),
    find(
      'grant-growth',
      (grantGrowth) => withChoice({ grantGrowth }),
      likely.grantGrowth,
      limits.grantGrowth,
    ),
    find('mitigation', (delivery) => withChoice({ delivery }), likely.delivery, limits.delivery),
  ]
}

/** In pounds a plan, at prices of the year before the first. */
export function averageUnitCost({ cohorts }: Pick<HighNeedsModel, 'cohorts'>): number {
  const plans = cohorts.reduce((total, each) => total + each.plans, 0)
  const pence = cohorts.reduce((total, each) => total + each.plans * Number(each.unitCost), 0)
  return plans === 0 ? 0 : pence / plans / 100
}

const halvings = 60

function crossing(gap: (value: number) => Pence, now: number, limit: number): number {
  let [short, enough] = [now, limit]
  for (let n = 0; n < halvings; n++) {
    const middle = (short + enough) / 2
    if (gap(middle) > 0n) short = middle
    else enough = middle
  }
  return enough
}
