import { type Pence, poundsMillionText } from '../money.ts'
import { type Rate, rateText } from './rate.ts'

/** The indicators of the Prudential Code that are reported for years; debt is reported beside its limits. */
export const indicators = {
  'capital-expenditure': { title: 'Capital expenditure', unit: 'money' },
  'financing-requirement': { title: 'Capital financing requirement at the year’s end', unit: 'money' },
  'commercial-income': {
    title: 'Net income from commercial and service investments to net revenue stream',
    unit: 'rate',
  },
  'financing-costs': { title: 'Financing costs to net revenue stream', unit: 'rate' },
} as const

export type Indicator = keyof typeof indicators
export type Basis = 'actual' | 'budget' | 'forecast' | 'approved'
export type IndicatorValue =
  | { readonly unit: 'money'; readonly amount: Pence }
  | { readonly unit: 'rate'; readonly rate: Rate }

export type IndicatorFigure = {
  readonly indicator: Indicator
  /** '2024-25'. */
  readonly year: string
  readonly basis: Basis
  readonly value: IndicatorValue
  /** Of an approved value when it was approved; of another why it differs from that. */
  readonly words: string | null
  readonly source: string
}

export const valueText = (value: IndicatorValue): string =>
  value.unit === 'money' ? poundsMillionText(value.amount) : rateText(value.rate, 1)

/** What is expected beside what was approved: '0.2 percentage points above the approved 5.3%'. */
export type Compared = {
  readonly approved: IndicatorFigure
  readonly expected: IndicatorFigure
  readonly way: 'above' | 'below' | 'equal'
  /** '0.2 percentage points', '£1.200m'. */
  readonly by: string
}

/** What is expected now of the year beside what the council approved for it; null where nothing was approved. */
export function comparedWithApproved(
  figures: readonly IndicatorFigure[],
  indicator: Indicator,
  year: string,
): Compared | null {
  const of = figures.filter((each) => each.indicator === indicator && each.year === year)
  const approved = of.find(({ basis }) => basis === 'approved')
  const expected = of.find(({ basis }) => basis !== 'approved')
  if (approved === undefined || expected === undefined) return null
  const difference = numberOf(expected.value) - numberOf(approved.value)
  const size = difference < 0n ? -difference : difference
  return {
    approved,
    expected,
    way: difference > 0n ? 'above' : difference < 0n ? 'below' : 'equal',
    by:
      expected.value.unit === 'money'
        ? poundsMillionText(size)
        : `${rateText(Number(size)).slice(0, -1)} percentage points`,
  }
}

const numberOf = (value: IndicatorValue): bigint =>
  value.unit === 'money' ? value.amount : BigInt(value.rate)
