import { type Pence, sumPence } from '../money.ts'

/** One line of a revenue monitoring statement. Variance is forecast less budget: positive is overspend. */
export type RevenueLine = {
  readonly service: string
  readonly name: string
  readonly kind: 'service' | 'council-wide' | 'levies' | 'grants'
  readonly budget: Pence
  readonly forecast: Pence
}

export type RevenueAmounts = { readonly budget: Pence; readonly forecast: Pence; readonly variance: Pence }

export type RevenuePosition = {
  readonly services: readonly (RevenueLine & { readonly variance: Pence })[]
  readonly corporate: readonly (RevenueLine & { readonly variance: Pence })[]
  /** Total service net expenditure. */
  readonly serviceTotal: RevenueAmounts
  /** Total net expenditure: services, council-wide budgets, levies and grants. Its variance is the year-end result. */
  readonly total: RevenueAmounts
}

const withVariance = (line: RevenueLine) => ({ ...line, variance: line.forecast - line.budget })

const totalOf = (lines: readonly RevenueLine[]): RevenueAmounts => {
  const budget = sumPence(lines.map((line) => line.budget))
  const forecast = sumPence(lines.map((line) => line.forecast))
  return { budget, forecast, variance: forecast - budget }
}

/** The statement, every total computed from the lines. */
export function revenuePosition(lines: readonly RevenueLine[]): RevenuePosition {
  const services = lines.filter((line) => line.kind === 'service')
  const corporate = lines.filter((line) => line.kind !== 'service')
  return {
    services: services.map(withVariance),
    corporate: corporate.map(withVariance),
    serviceTotal: totalOf(services),
    total: totalOf(lines),
  }
}
