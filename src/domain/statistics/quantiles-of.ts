import { ranksWithTies } from './ranks-with-ties.ts'

/**
 * Which of `groups` equal-sized groups each value falls in, by rank: 4 for quartiles, 5 for quintiles, 10 for deciles.
 *
 * Source: phe_quantile of PHEindicatormethods 2.1.0, whose assignment is that of Public Health England's deprivation deciles.
 * Group 1 holds the highest values when `first` is 'highest'. Equal values share a group. Units: any in, whole numbers out.
 * Fewer known values than groups: null for all; a missing value: null. No deviation.
 */
export function quantilesOf(
  values: readonly (number | null)[],
  groups: number,
  first: 'highest' | 'lowest',
): (number | null)[] {
  const known = values.filter((value) => value !== null).length
  if (known < groups) return values.map(() => null)
  return ranksWithTies(values, first).map((rank) => {
    if (rank === null) return null
    const group = Math.floor(groups + 1 - Math.ceil((known + 1 - rank) / (known / groups)))
    return group === 0 ? 1 : group
  })
}
