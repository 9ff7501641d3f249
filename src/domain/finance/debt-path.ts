import type { Pence } from '../money.ts'
import { addMonths } from '../period.ts'

/** Debt at the end of a quarter, which `quarter` numbers: the next quarter's number is one more. */
export type DebtPoint = { readonly quarter: number; readonly debt: Pence }

export type PathEnd =
  /** One point makes no path. */
  | { readonly kind: 'no-path' }
  | { readonly kind: 'above-already' }
  /** Debt does not rise on this path. */
  | { readonly kind: 'not-rising' }
  | { readonly kind: 'beyond'; readonly quarters: number }
  | { readonly kind: 'reached'; readonly quarter: number }

/** How far ahead a straight line is believed at all: ten years. */
const farthest = 40

/**
 * The quarter at whose end debt would have reached a limit if it went on as from the first to the last of the points, in
 * whole numbers throughout. A straight line is no forecast: it says what the present path leads to.
 */
export function quarterReached(points: readonly DebtPoint[], limit: Pence): PathEnd {
  const ordered = points.toSorted((a, b) => a.quarter - b.quarter)
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (last !== undefined && last.debt > limit) return { kind: 'above-already' }
  if (first === undefined || last === undefined || first.quarter === last.quarter) return { kind: 'no-path' }
  const rise = last.debt - first.debt
  if (rise <= 0n) return { kind: 'not-rising' }
  const span = BigInt(last.quarter - first.quarter)
  const steps = Number(((limit - last.debt) * span + rise - 1n) / rise)
  return steps > farthest
    ? { kind: 'beyond', quarters: farthest }
    : { kind: 'reached', quarter: last.quarter + steps }
}

/** Numbers the quarters of all years on: the one that ends on '2024-06-30' is one before the one that ends on '2024-09-30'. */
export function quarterIndex(lastDay: string): number {
  const { year, month } = Temporal.PlainDate.from(lastDay)
  return year * 4 + month / 3 - 1
}

/** The first day of the quarter so numbered. */
export const quarterStart = (index: number): string =>
  addMonths(`${String(Math.floor(index / 4)).padStart(4, '0')}-01-01`, (index % 4) * 3)
