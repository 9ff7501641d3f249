import { type Pence, roundPence } from '../domain/money.ts'
import { month } from '../domain/period.ts'
import { dayText, periodText } from '../domain/period-text.ts'
import { numberText } from '../domain/quantity.ts'

/** A modelled amount to one decimal, for more would promise more than a model knows: '£82.6m', '−£3.1m'. */
export function roughly(amount: Pence): string {
  const tenths = Number(roundPence(amount, 10_000_000n) / 10_000_000n)
  const text = numberText(Math.abs(tenths) / 10, 1)
  return tenths < 0 ? `−£${text}m` : `£${text}m`
}

export const rangeText = ({
  lower80,
  upper80,
}: {
  readonly lower80: Pence
  readonly upper80: Pence
}): string => `${roughly(lower80)} to ${roughly(upper80)}`

/** '2024-02' as 'February 2024'. */
export function monthText(text: string): string {
  const [year = 0, number = 1] = text.split('-').map(Number)
  return periodText(month(year, number))
}

/** For a narrow column: 'Sep 2024'. */
export const shortMonth = (text: string): string => monthText(text).replace(/^(\w{3})\w*/, '$1')

export const percentText = (proportion: number, decimals = 1): string =>
  `${numberText(proportion * 100, decimals).replace(/\.0$/, '')}%`

/** How often, as people say it: '7 in 10', 'fewer than 1 in 20'. */
export function oftenText(share: number): string {
  if (share < 0.05) return 'fewer than 1 in 20'
  if (share > 0.95) return 'more than 19 in 20'
  return `about ${Math.min(9, Math.max(1, Math.round(share * 10)))} in 10`
}

/** A period as a paper prints it, in words where it is a day or a month. */
export function periodWords(period: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return dayText(period)
  if (/^\d{4}-\d{2}$/.test(period)) return monthText(period)
  const [from = '', to] = period.split('/')
  return to !== undefined && /^\d{4}-/.test(to) ? `${periodWords(from)} to ${periodWords(to)}` : period
}
