import { type Pence, poundsMillionText, sumPence } from '../money.ts'
import { financialYear, type Parsed } from '../period.ts'
import { periodText } from '../period-text.ts'
import { percentOf, type Rate, rateDecimal } from './rate.ts'

export const streams = { 'council-tax': 'Council tax', 'business-rates': 'Business rates' } as const
export type Stream = keyof typeof streams

/** How the council's own share is called among the others'. */
export const thisCouncil = 'This council'

/** Why the council's part differs from what was estimated: adverse is positive, favourable negative. */
export type FundItem = {
  readonly title: string
  readonly amount: Pence
  readonly note: string | null
  readonly source: string
}

export type FundShare = {
  readonly body: string
  /** Whether it is this council. */
  readonly own: boolean
  readonly rate: Rate
  /** As it was printed: '84', '83.9'. What is computed is compared with it, no finer than it was printed. */
  readonly printed: string
}

/** A surplus (or, negative, a deficit) that was declared, and this council's part of it. */
export type Declared = {
  readonly amount: Pence
  readonly own: Pence
  readonly printedShare: string | null
  /** '2024-01-16', '2024-01'. */
  readonly when: string | null
}

export type FundStream = {
  readonly stream: Stream
  readonly budget: Pence
  readonly income: Pence
  readonly shares: readonly FundShare[]
  readonly items: readonly FundItem[]
  readonly afterGrants: Pence | null
  readonly declared: Declared | null
}

/** The council's forecast outturn: the items added up. More than nought is a deficit. */
export const fundOutturn = (items: readonly Pick<FundItem, 'amount'>[]): Pence =>
  sumPence(items.map(({ amount }) => amount))

/** 'surplus of £0.344m', 'deficit of £1.684m', 'neither surplus nor deficit'. */
export function outturnText(outturn: Pence): string {
  if (outturn === 0n) return 'neither surplus nor deficit'
  return outturn > 0n
    ? `deficit of ${poundsMillionText(outturn)}`
    : `surplus of ${poundsMillionText(-outturn)}`
}

/** What government grants for reliefs change: more than nought is less grant than was budgeted. */
export const grantsEffect = ({
  items,
  afterGrants,
}: Pick<FundStream, 'items' | 'afterGrants'>): Pence | null =>
  afterGrants === null ? null : afterGrants - fundOutturn(items)

export type ShareCompared = { readonly computed: string; readonly printed: string; readonly agrees: boolean }

/** A share as the amounts have it, beside the printed one and as finely as that was printed; null of nothing. */
export function shareCompared(part: Pence, whole: Pence, printed: string): ShareCompared | null {
  const decimals = printed.split('.')[1]?.length ?? 0
  const computed = percentOf(part, whole, decimals)
  return computed === null ? null : { computed, printed, agrees: computed === printed }
}

/** Everybody's share must fit in the whole. Gives the share that is left for those who are not named. */
export function shareLeft(rates: readonly Rate[]): Parsed<Rate> {
  const beyond = rates.find((rate) => rate < 0 || rate > 10_000)
  if (beyond !== undefined)
    return { ok: false, problem: `A share of ${rateDecimal(beyond)}% cannot be: write a share from 0 to 100` }
  const sum = rates.reduce((all, rate) => all + rate, 0)
  if (sum > 10_000)
    return {
      ok: false,
      problem: `The shares add up to ${rateDecimal(sum)}%, more than the whole: correct whichever is wrong`,
    }
  return { ok: true, value: 10_000 - sum }
}

/**
 * When what a year ends with reaches the general fund. A surplus or deficit is estimated in the January before the year
 * ends and shared out in the year that follows; what turns out otherwise is in the next January's estimate.
 */
export type Reaches = {
  readonly estimatedIn: string
  readonly inYear: string
  readonly restEstimatedIn: string
  readonly restInYear: string
}

export function reachesGeneralFund(startYear: number): Reaches {
  const year = (start: number) => periodText(financialYear(start))
  return {
    estimatedIn: `January ${startYear + 1}`,
    inYear: year(startYear + 1),
    restEstimatedIn: `January ${startYear + 2}`,
    restInYear: year(startYear + 2),
  }
}
