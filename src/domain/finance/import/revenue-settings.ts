import type { MoneyUnit } from './money-unit.ts'
import type { VarianceSign } from './variance-sign.ts'

/** The shapes in which finance systems and papers give a revenue position. */
export const revenueShapes = {
  'cost-centres': 'one row per cost centre',
  sheets: 'one sheet per service',
  table: 'the monitoring table, one row per service',
} as const

export type RevenueShape = keyof typeof revenueShapes

/** What the rows or columns of several months are: each a whole year as it was seen then, or that month’s own amount. */
export const monthMeanings = {
  positions: 'each month’s rows are the whole year as it was seen at the end of that month',
  amounts: 'each month has its own amount, and together they make the year',
} as const

export type MonthMeaning = keyof typeof monthMeanings

/** What is said of a file; null or empty where the file is to tell it. */
export type RevenueSettings = {
  readonly shape: RevenueShape | null
  readonly sheet: string | null
  readonly unit: MoneyUnit | null
  readonly financialYear: string | null
  readonly month: string | null
  readonly months: MonthMeaning | null
  readonly varianceSign: VarianceSign | null
  /** Cost centres by code, each with the code of its service. */
  readonly costCentres: Readonly<Record<string, string>>
}

export const noRevenueSettings: RevenueSettings = {
  shape: null,
  sheet: null,
  unit: null,
  financialYear: null,
  month: null,
  months: null,
  varianceSign: null,
  costCentres: {},
}
