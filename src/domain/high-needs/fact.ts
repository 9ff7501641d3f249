import type { Pence } from '../money.ts'
import { addDays, month } from '../period.ts'

/** How firm a figure is: what came, what was budgeted, foreseen, reckoned or aimed at. */
export const factBases = {
  actual: 'actual',
  budget: 'budget',
  forecast: 'forecast',
  estimate: 'estimate',
  aim: 'aim',
} as const
export type FactBasis = keyof typeof factBases

export const factSubjects = {
  deficit: 'The deficit',
  plans: 'Plans',
  'early-years': 'Early years',
  'post-16': 'Post 16',
  transport: 'Transport',
  places: 'Places',
} as const
export type FactSubject = keyof typeof factSubjects

/** One figure as a paper gives it. Either an amount or a value. */
export type HighNeedsFact = {
  readonly subject: FactSubject
  readonly quantity: string
  /** Empty is the council itself. */
  readonly area: string
  /** As printed. */
  readonly period: string
  readonly basis: FactBasis
  /** The month in which a forecast was made, '2024-02'; empty where it is none or that is not said. */
  readonly madeIn: string
  readonly item: string
  /** The last day of its period; null where the paper does not say one. */
  readonly endsOn: string | null
  readonly amount: Pence | null
  readonly value: number | null
  readonly unit: string
  readonly source: string
  readonly note: string | null
  readonly illustrative: boolean
}

/** The quantities that the model and the pages know by name. Papers have others too, which are only shown. */
export const knownQuantities = {
  'accumulated-deficit': { subject: 'deficit', item: 'Accumulated deficit' },
  'net-expenditure': { subject: 'deficit', item: 'Net expenditure' },
  'government-funding': { subject: 'deficit', item: 'Government funding' },
  'in-year-overspend': { subject: 'deficit', item: 'In year overspend' },
  'high-needs-budget-increase': { subject: 'deficit', item: 'High needs budget increase' },
  'increase-in-the-deficit-at-least': { subject: 'deficit', item: 'Increase in the deficit, at least' },
  'initial-deficit-position': { subject: 'deficit', item: 'Initial deficit position' },
  mitigations: { subject: 'deficit', item: 'Mitigations' },
  'estimated-deficit-position': { subject: 'deficit', item: 'Estimated deficit position' },
  plans: { subject: 'plans', item: 'Education, health and care plans held' },
  'plans-issued': { subject: 'plans', item: 'Plans issued in the year' },
} as const satisfies Record<string, { subject: FactSubject; item: string }>
export type KnownQuantity = keyof typeof knownQuantities

export const isKnownQuantity = (text: string): text is KnownQuantity => Object.hasOwn(knownQuantities, text)

/** The last day of a period as papers print it: '2023/24', '2024-02', '2024', '2024-03-31', '2024-01-18/2024-06-24'; null for words. */
export function lastDayOf(printed: string): string | null {
  const [, from] = /^(\d{4})\/\d{2}$/.exec(printed) ?? []
  if (from) return `${Number(from) + 1}-03-31`
  const last = printed.split('/').at(-1) ?? ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(last)) return last
  const [, year, monthOfYear] = /^(\d{4})-(\d{2})$/.exec(last) ?? []
  if (year) return addDays(month(Number(year), Number(monthOfYear)).end, -1)
  return /^\d{4}$/.test(last) ? `${last}-12-31` : null
}

export type Asked = { readonly basis?: FactBasis; readonly area?: string; readonly by?: string }

/** The council's figures of a quantity with a day, the earliest first; nothing that only shows the product. */
export const figuresOf = (
  facts: readonly HighNeedsFact[],
  quantity: KnownQuantity,
  { basis, area = '', by }: Asked = {},
): (HighNeedsFact & { readonly endsOn: string })[] =>
  facts
    .filter(
      (fact): fact is HighNeedsFact & { endsOn: string } =>
        fact.quantity === quantity &&
        fact.area === area &&
        !fact.illustrative &&
        fact.endsOn !== null &&
        (basis === undefined || fact.basis === basis) &&
        (by === undefined || fact.endsOn <= by),
    )
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0))
