import type { RevenueMonth } from './queries.ts'

export const revenueHref = ({ financialYear, month }: RevenueMonth): string =>
  `/finance/revenue/${financialYear}/${month}`

export const virementsHref = (financialYear: string): string => `/finance/virements/${financialYear}`
