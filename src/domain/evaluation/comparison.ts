import type { GoodDirection } from '../measures/measure.ts'
import type { Observation } from '../measures/observation.ts'
import { numberText, printsAlike, quantityText, type Unit } from '../quantity.ts'
import { type BestQuarter, bestQuarter } from '../statistics/best-quarter.ts'
import { againstBenchmark, type BenchmarkReading } from './against-benchmark.ts'

export type Comparator = { readonly area: string; readonly name: string; readonly value: number }

/** Among similar councils: the best quarter, the middle half, or the worst quarter. */
export type Standing = 'best-quarter' | 'middle' | 'worst-quarter' | 'not-compared'

export type Comparison = {
  readonly standing: Standing
  /** 1 is best; equal values share the better rank. Null when not compared. */
  readonly rank: number | null
  /** The council itself and the neighbours with a figure for the same period. */
  readonly of: number
  readonly median: number | null
  readonly england: number | null
  readonly region: number | null
  /** Better, similar or worse than England, or where there is no England the region, by the figure's 95 % interval. */
  readonly benchmark: BenchmarkReading
  /** Where the best quarter of the neighbours begins and how far it is; null where places are not ranked. */
  readonly bestQuarter: BestQuarter | null
  readonly says: string
}

export type ComparisonInput = {
  readonly value: number | null
  /** The figure with its numerator, denominator or limits, from which its interval is drawn. */
  readonly observation?: Observation | null
  readonly neighbours: readonly Comparator[]
  readonly england: number | null
  readonly region: number | null
  readonly goodDirection: GoodDirection
  /** A count grows with the size of a place, so places are not ranked on it. */
  readonly isCount: boolean
  readonly unit: Unit
  readonly decimals: number
}

/** Below this many neighbours a quarter is too few councils to speak of. */
export const leastNeighbours = 8

/**
 * Where a value stands among the same period's values of similar councils. The best quarter is the best rank/of ≤ 1/4;
 * ties share the better rank, and the worst quarter is counted the same way from the other end.
 */
export function comparison(input: ComparisonInput): Comparison {
  const { value, neighbours, england, region, goodDirection } = input
  const benchmark = againstBenchmark(input)
  const none = (says: string): Comparison => ({
    standing: 'not-compared',
    rank: null,
    of: 0,
    median: null,
    england,
    region,
    benchmark,
    bestQuarter: null,
    says,
  })
  if (value === null) return none('There is no figure to compare.')
  if (input.isCount)
    return none('This is a count, which grows with the size of a place, so councils are not ranked on it.')
  if (neighbours.length < leastNeighbours)
    return none(
      [
        `Only ${neighbours.length} similar councils have a figure for this period; ${leastNeighbours} are needed.`,
        benchmark.says,
      ]
        .filter(Boolean)
        .join(' '),
    )
  const values = neighbours.map((neighbour) => neighbour.value)
  const median = medianOf(values)
  if (goodDirection !== 'high' && goodDirection !== 'low') {
    return {
      ...none(`${besides(input, median, benchmark)} Neither way is good or bad.`),
      of: values.length + 1,
      median,
    }
  }
  const better = (a: number, b: number) => (goodDirection === 'high' ? a > b : a < b)
  const of = values.length + 1
  const rank = values.filter((other) => better(other, value)).length + 1
  const rankFromWorst = values.filter((other) => better(value, other)).length + 1
  const standing =
    rank / of <= 0.25 ? 'best-quarter' : rankFromWorst / of <= 0.25 ? 'worst-quarter' : 'middle'
  const best = bestQuarter(value, values, goodDirection)
  const away = standing === 'best-quarter' ? '' : distanceText(best, input)
  return {
    standing,
    rank,
    of,
    median,
    england,
    region,
    benchmark,
    bestQuarter: best,
    says: `${standingText(standing, rank, of)} ${besides(input, median, benchmark)}${away}`,
  }
}

/** '1st', '2nd', '3rd', '11th', '21st'. */
export function ordinal(n: number): string {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

function standingText(standing: Standing, rank: number, of: number): string {
  const place = `${ordinal(rank)} of ${of} similar councils, where 1st is best`
  if (standing === 'best-quarter') return `Among the best: ${place}.`
  if (standing === 'worst-quarter') return `Among the worst: ${place}.`
  return `In the middle: ${place}.`
}

function distanceText(best: BestQuarter | null, { unit, decimals }: ComparisonInput): string {
  if (!best || best.isThere || printsAlike(best.distance, 0, decimals)) return ''
  const distance =
    unit === 'percentage'
      ? `${numberText(best.distance, decimals)} percentage points`
      : quantityText(best.distance, unit, decimals)
  return ` The best quarter of them begins at ${quantityText(best.threshold, unit, decimals)}, ${distance} away.`
}

function besides(
  { value, england, unit, decimals }: ComparisonInput,
  median: number,
  benchmark: BenchmarkReading,
): string {
  const text = (amount: number) => quantityText(amount, unit, decimals)
  const parts = [`The middle one of them is at ${text(median)}`]
  if (england !== null && value !== null)
    parts.push(
      printsAlike(england, value, decimals)
        ? `England is the same, ${text(england)}`
        : `England is at ${text(england)}`,
    )
  return [`${parts.join('; ')}.`, benchmark.says].filter(Boolean).join(' ')
}
