import type { Pence } from '../money.ts'

/** What is not known exactly: the lowest and highest it may be, and what is most likely. */
export type Range = { readonly low: number; readonly likely: number; readonly high: number }

/** Pupils with education, health and care plans of one age band, need and type of placement. */
export type Cohort = {
  readonly code: string
  readonly ageBand: string
  readonly need: string
  readonly placement: string
  /** Plans at the start of the first year. */
  readonly plans: number
  /** The share (0–1) of each year's new plans that begin here. The shares of all cohorts add up to 1. */
  readonly arrivalShare: number
  /** The share (0–1) of the plans a year begins with that end in it. */
  readonly leaverShare: number
  /** What a plan costs in a whole year, at prices of the year before the first. */
  readonly unitCost: Pence
  /** The share (0–1) of the plans a year begins with that pass to another cohort in it, as pupils grow older. */
  readonly moves: readonly { readonly to: string; readonly share: number }[]
}

/** What brings the cost down: nothing before it starts, then growing by the month to its full value. */
export type Mitigation = {
  readonly title: string
  /** '2024-09'. */
  readonly startMonth: string
  /** In how many months it grows to its full value; 1 is at once. */
  readonly rampMonths: number
  readonly fullYearValue: Pence
}

/** Everything the deficit is computed from. Proportions are 0–1, growth and inflation a year. */
export type HighNeedsModel = {
  /** The year in which the first modelled financial year begins: 2024 is 2024/25. */
  readonly firstYear: number
  readonly years: number
  readonly openingDeficit: Pence
  readonly cohorts: readonly Cohort[]
  /** New plans in the first year, and by what share they grow each year after it. */
  readonly arrivals: Range
  readonly arrivalsGrowth: number
  readonly inflation: Range
  /** The grant of the first year, and by what share it grows each year after it. */
  readonly grant: Pence
  readonly grantGrowth: Range
  readonly mitigations: readonly Mitigation[]
  /** The share of the mitigations' value that is delivered. */
  readonly delivery: Range
}

/** One value for each thing that is not known exactly. */
export type Choice = {
  readonly arrivals: number
  readonly inflation: number
  readonly grantGrowth: number
  readonly delivery: number
}

export const likelyChoice = ({ arrivals, inflation, grantGrowth, delivery }: HighNeedsModel): Choice => ({
  arrivals: arrivals.likely,
  inflation: inflation.likely,
  grantGrowth: grantGrowth.likely,
  delivery: delivery.likely,
})
