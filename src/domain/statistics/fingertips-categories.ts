import type { GoodDirection } from '../measures/measure.ts'
import { ranksWithTies } from './ranks-with-ties.ts'

/** Decimal places to which Fingertips rounds an interpolated bound. */
const BOUND_PLACES = 1e10

export interface FingertipsCategories {
  readonly bounds: readonly number[]
  /** 1 to `count`, or 0 where there is no value or too few values. */
  readonly categories: readonly number[]
}

/**
 * Categories of equal share by interpolated bounds, as Fingertips drew its maps: the first category whose upper bound is not
 * below the value. Quintiles count from the best end where high is good.
 *
 * Source: Fingertips web services (quartiles and quintiles comparers). Fewer values than categories: no bounds, all 0.
 */
export function fingertipsCategories(
  values: readonly (number | null)[],
  count: number,
  good: GoodDirection,
): FingertipsCategories {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).sort()
  if (sorted.length < count) return { bounds: [], categories: values.map(() => 0) }
  const bounds = Array.from({ length: count + 1 }, (_, i) => bound(sorted, i, count))
  const isReversed = count === 5 && good === 'high'
  const categories = values.map((value) => {
    if (value === null) return 0
    const category = bounds.findIndex((upper, i) => i > 0 && value <= upper)
    return isReversed ? count + 1 - category : category
  })
  return { bounds, categories }
}

function bound(sorted: Float64Array, i: number, count: number): number {
  const last = sorted.length - 1
  if (i === 0) return sorted[0] as number
  if (i === count) return sorted[last] as number
  // Step first, then multiply: the order decides the last digit, and with it who stands on a bound.
  const place = last * ((1 / count) * i) + 1
  const whole = Math.floor(place)
  const low = sorted[whole - 1] as number
  const exact = low + (place - whole) * ((sorted[whole] ?? low) - low)
  return (Math.sign(exact) * Math.round(Math.abs(exact) * BOUND_PLACES)) / BOUND_PLACES
}

const JUDGED_FIFTHS = ['Worst', 'Worse', 'Middle', 'Better', 'Best'] as const
const PLAIN_FIFTHS = ['Lowest', 'Low', 'Middle', 'High', 'Highest'] as const

export interface Fifth {
  /** 1 lowest to 5 highest. */
  readonly fifth: number
  readonly label: (typeof JUDGED_FIFTHS)[number] | (typeof PLAIN_FIFTHS)[number]
}

/**
 * Fifths by row number, as SQL's NTILE(5): the first groups take the spare members, and ties fall as the rows come.
 *
 * Source: FingertipsNext, quintile benchmark comparison. Fewer than five areas with a value: null, not compared.
 */
export function fingertipsFifths(
  values: readonly (number | null)[],
  good: GoodDirection,
): (Fifth | null)[] | null {
  const ranks = ranksWithTies(values, 'lowest')
  const known = ranks.filter((rank) => rank !== null).length
  if (known < 5) return null
  const size = Math.floor(known / 5)
  const spare = known % 5
  const labels = good === 'high' || good === 'low' ? JUDGED_FIFTHS : PLAIN_FIFTHS
  const seen = new Map<number, number>()
  return ranks.map((rank) => {
    if (rank === null) return null
    const earlier = seen.get(rank) ?? 0
    seen.set(rank, earlier + 1)
    const row = rank - 1 + earlier
    const inLarger = spare * (size + 1)
    const fifth =
      row < inLarger ? Math.floor(row / (size + 1)) + 1 : spare + Math.floor((row - inLarger) / size) + 1
    return { fifth, label: labels[good === 'low' ? 5 - fifth : fifth - 1] ?? 'Middle' }
  })
}
