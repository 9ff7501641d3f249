import type { RevenueMonth } from './queries.ts'

export const revenueHref = ({ financialYear, month }: RevenueMonth): string =>
  `/finance/revenue/${financialYear}/${month}`

export const virementsHref = (financialYear: string): string => `/finance/virements/${financialYear}`

/** How the forecasts of a year stood. */
export const forecastsHref = (financialYear: string): string => `/finance/revenue/${financialYear}`

export const commentaryHref = (month: RevenueMonth): string => `${revenueHref(month)}/commentary`
