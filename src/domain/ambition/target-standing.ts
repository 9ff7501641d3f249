import { bestQuarter, FEWEST_NEIGHBOURS } from '../statistics/best-quarter.ts'
import { ranksWithTies } from '../statistics/ranks-with-ties.ts'

/** Where a proposed target would stand among the latest values of similar councils. */
export type TargetStanding = {
  /** 1 is best, the target being one of them; equal values share the better rank. */
  readonly rank: number
  readonly of: number
  /** The quarter it would buy: 1 is the best. */
  readonly quarter: 1 | 2 | 3 | 4
  /** Where the best quarter of the neighbours begins. */
  readonly bestQuarterFrom: number
  /** The council's own rank today, among the same councils. */
  readonly rankNow: number
}

/** Null with fewer than `FEWEST_NEIGHBOURS` neighbours. The council's own value is not among those the target is ranked with. */
export function targetStanding(
  target: number,
  now: number,
  neighbours: readonly number[],
  good: 'high' | 'low',
): TargetStanding | null {
  const quarterOf = bestQuarter(target, neighbours, good)
  if (neighbours.length < FEWEST_NEIGHBOURS || quarterOf === null) return null
  const first = good === 'high' ? 'highest' : 'lowest'
  const rankOf = (value: number) => ranksWithTies([value, ...neighbours], first)[0] ?? 1
  const of = neighbours.length + 1
  const rank = rankOf(target)
  return {
    rank,
    of,
    quarter: Math.min(4, Math.max(1, Math.ceil((4 * rank) / of))) as 1 | 2 | 3 | 4,
    bestQuarterFrom: quarterOf.threshold,
    rankNow: rankOf(now),
  }
}
