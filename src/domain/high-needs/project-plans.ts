import type { HighNeedsModel } from './model.ts'

/** The plans of one cohort in one year, as expected numbers, which need not be whole. */
export type PlanFlow = {
  readonly code: string
  readonly opening: number
  readonly arrivals: number
  readonly leavers: number
  readonly movedIn: number
  readonly movedOut: number
  readonly closing: number
}

/**
 * The plans of each cohort year by year. Leavers and moves are shares of what a year begins with; whoever arrives in a
 * year may leave or move from the next on. `arrivals` are those of the first year.
 */
export function projectPlans(
  { cohorts, years, arrivalsGrowth }: Pick<HighNeedsModel, 'cohorts' | 'years' | 'arrivalsGrowth'>,
  arrivals: number,
): PlanFlow[][] {
  const projected: PlanFlow[][] = []
  let plans = new Map(cohorts.map(({ code, plans }) => [code, plans]))
  for (let year = 0; year < years; year++) {
    const held = (code: string) => plans.get(code) ?? 0
    const arriving = arrivals * (1 + arrivalsGrowth) ** year
    const flows = cohorts.map(({ code, arrivalShare, leaverShare, moves }) => {
      const opening = held(code)
      const movedIn = cohorts
        .flatMap((from) =>
          from.moves.filter(({ to }) => to === code).map(({ share }) => held(from.code) * share),
        )
        .reduce((total, moved) => total + moved, 0)
      const movedOut = moves.reduce((total, { share }) => total + opening * share, 0)
      const flow = {
        opening,
        arrivals: arriving * arrivalShare,
        leavers: opening * leaverShare,
        movedIn,
        movedOut,
      }
      return { code, ...flow, closing: opening + flow.arrivals - flow.leavers + movedIn - movedOut }
    })
    projected.push(flows)
    plans = new Map(flows.map(({ code, closing }) => [code, closing]))
  }
  return projected
}

/** What a year's cost is counted by: half of those who come or go in it. */
export const averagePlans = ({ opening, closing }: Pick<PlanFlow, 'opening' | 'closing'>): number =>
  (opening + closing) / 2
