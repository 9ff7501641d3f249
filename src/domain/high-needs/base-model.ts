import { type Pence, roundPence } from '../money.ts'
import { financialYear } from '../period.ts'
import { periodText } from '../period-text.ts'
import { figuresOf, type HighNeedsFact } from './fact.ts'
import { mitigationValue } from './mitigation-value.ts'
import type { HighNeedsModel, Mitigation } from './model.ts'

/**
 * What the council's papers do not give, and is assumed in their place. None of it is the council's: a page that uses it says
 * so beside it, and anybody can put in something else.
 */
export const assumed = {
  years: 5,
  /** England: 576,000 plans in January 2024 were 11.4 % more than a year before, while 84,400 were issued: 4.9 % had ended. */
  leaverShare: 0.049,
  arrivalsGrowth: 0,
  inflation: { low: 0.01, likely: 0.03, high: 0.05 },
  /** Later years; the likeliest is the growth of the first, where that is known. */
  grantGrowth: { low: 0.03, likely: 0.05, high: 0.07 },
  delivery: { low: 0.5, likely: 0.75, high: 1 },
  /** By how much the highest number of new plans exceeds the likeliest, where nothing else tells. */
  highArrivals: 1.25,
  mitigationStart: 9,
  mitigationRamp: 37,
} as const

/** Where the things the model starts from come from. */
export type BaseModel = {
  readonly model: HighNeedsModel
  /** The end of the last year of which the deficit is known. */
  readonly openingDay: string
  readonly facts: {
    readonly deficit: HighNeedsFact
    readonly expenditure: HighNeedsFact
    readonly funding: HighNeedsFact
    readonly increase: HighNeedsFact | null
    readonly plans: HighNeedsFact
    readonly laterPlans: HighNeedsFact | null
    readonly issued: readonly HighNeedsFact[]
    readonly mitigations: readonly HighNeedsFact[]
  }
}

export type BaseAnswer =
  | { readonly ok: true; readonly base: BaseModel }
  | { readonly ok: false; readonly missing: readonly string[] }

/**
 * The central scenario: one cohort of all plans at their average cost, from the last year of which the papers give the
 * accumulated deficit. No split by age, need or placement is made up.
 */
export function baseModel(facts: readonly HighNeedsFact[]): BaseAnswer {
  const ofYear = (quantity: 'net-expenditure' | 'government-funding', day: string | undefined) =>
    figuresOf(facts, quantity, { basis: 'actual' }).find(({ endsOn }) => endsOn === day)
  // Only a year of which cost and funding came too can be the start: else its plans would be priced by another year's.
  const ends = figuresOf(facts, 'accumulated-deficit', { basis: 'actual' }).filter(isYearEnd)
  const deficit =
    ends.findLast(
      ({ endsOn }) => ofYear('net-expenditure', endsOn) && ofYear('government-funding', endsOn),
    ) ?? ends.at(-1)
  const openingDay = deficit?.endsOn
  const by = openingDay === undefined ? {} : { by: openingDay }
  const expenditure = ofYear('net-expenditure', openingDay)
  const funding = ofYear('government-funding', openingDay)
  const plans = figuresOf(facts, 'plans', by).at(-1)
  const issued = figuresOf(facts, 'plans-issued', { basis: 'actual' }).slice(-3)
  const held = { deficit, expenditure, funding, plans, latest: issued.at(-1) }
  if (!deficit || !openingDay || !expenditure || !funding || !plans?.value || !held.latest)
    return {
      ok: false,
      missing: Object.entries(needs).flatMap(([name, words]) =>
        held[name as keyof typeof held] ? [] : [words],
      ),
    }
  const firstYear = Number(openingDay.slice(0, 4))
  const increase = figuresOf(facts, 'high-needs-budget-increase', { basis: 'budget' }).find(
    ({ period }) => period === yearText(firstYear),
  )
  const laterPlans = figuresOf(facts, 'plans').find(({ endsOn }) => endsOn > openingDay) ?? null
  const mitigations = figuresOf(facts, 'mitigations', { basis: 'forecast' }).filter(
    ({ endsOn }) => endsOn > openingDay,
  )
  const grown = Number(increase?.amount ?? 0n) / Number(funding.amount)
  const likely =
    increase && Number.isFinite(grown) ? Math.round(grown * 1000) / 1000 : assumed.grantGrowth.likely
  const model: HighNeedsModel = {
    firstYear,
    years: assumed.years,
    openingDeficit: deficit.amount ?? 0n,
    cohorts: [
      {
        code: 'all',
        ageBand: 'All ages',
        need: 'All needs',
        placement: 'All placements',
        plans: plans.value,
        arrivalShare: 1,
        leaverShare: assumed.leaverShare,
        unitCost: averageCost(expenditure.amount ?? 0n, plans.value),
        moves: [],
      },
    ],
    arrivals: arrivalsFrom(issued, { ...plans, value: plans.value }, laterPlans),
    arrivalsGrowth: assumed.arrivalsGrowth,
    inflation: assumed.inflation,
    grant: (funding.amount ?? 0n) + (increase?.amount ?? 0n),
    grantGrowth: {
      low: Math.min(assumed.grantGrowth.low, likely),
      likely,
      high: Math.max(assumed.grantGrowth.high, likely),
    },
    mitigations: fitted(mitigations, firstYear),
    delivery: assumed.delivery,
  }
  const from = {
    deficit,
    expenditure,
    funding,
    increase: increase ?? null,
    plans,
    laterPlans,
    issued,
    mitigations,
  }
  return { ok: true, base: { model, openingDay, facts: from } }
}

export const isYearEnd = ({ endsOn }: { readonly endsOn: string }): boolean => endsOn.endsWith('-03-31')

const needs = {
  deficit: 'the accumulated deficit at the end of a financial year (actual)',
  expenditure: 'the net expenditure of that year (actual)',
  funding: 'the government funding of that year (actual)',
  plans: 'the number of plans held on or before that day',
  latest: 'the number of plans issued in a year',
}

/** What a plan costs in a year, to the penny: net expenditure over the plans held. */
export const averageCost = (expenditure: Pence, plans: number): Pence =>
  BigInt(Math.round(Number(expenditure) / plans))

export const yearText = (startYear: number): string => periodText(financialYear(startYear))

type Counted = { readonly value: number; readonly endsOn: string | null }

// The latest year is likeliest, the lowest of three years lowest. Highest is what the latest rise of all plans would be
// in a year, together with as many as are assumed to have ended meanwhile.
function arrivalsFrom(
  issued: readonly HighNeedsFact[],
  plans: Counted,
  later: HighNeedsFact | null,
): HighNeedsModel['arrivals'] {
  const values = issued.map(({ value }) => value ?? 0)
  const likely = values.at(-1) ?? 0
  const rise = later?.value && later.endsOn && plans.endsOn ? riseInYear(plans, later.value, later.endsOn) : 0
  const high = rise > 0 ? rise + plans.value * assumed.leaverShare : likely * assumed.highArrivals
  return { low: Math.min(...values), likely, high: Math.max(likely, Math.round(high)) }
}

const riseInYear = (plans: Counted, value: number, endsOn: string): number =>
  ((value - plans.value) * 365) /
  Temporal.PlainDate.from(plans.endsOn ?? endsOn).until(endsOn, { largestUnit: 'days' }).days

// The papers give what the mitigations come to by two days, not how they grow. Started in the first September and growing
// for 37 months, those of February 2024 come to what was printed for both days, to within one part in a hundred.
function fitted(printed: readonly HighNeedsFact[], firstYear: number): Mitigation[] {
  const [first] = printed
  if (!first?.amount || !first.endsOn) return []
  const whole: Mitigation = {
    title: `Mitigations as forecast${first.madeIn ? ` in ${first.madeIn}` : ''}`,
    startMonth: `${firstYear}-${String(assumed.mitigationStart).padStart(2, '0')}`,
    rampMonths: assumed.mitigationRamp,
    fullYearValue: 100_000_000_00n,
  }
  const lastYear = Number(first.endsOn.slice(0, 4)) - 1
  let share = 0
  for (let year = firstYear; year <= lastYear; year++) share += mitigationValue(whole, year)
  if (share === 0) return []
  const amount = first.amount < 0n ? -first.amount : first.amount
  const value = (Number(amount) / share) * Number(whole.fullYearValue)
  return [{ ...whole, fullYearValue: roundPence(BigInt(Math.round(value)), 100_000n) }]
}
