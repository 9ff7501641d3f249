/**
 * The rank of each value among those that are known: 1 for the highest (or lowest) and equal values share the better rank, so
 * that 9, 9, 5 rank 1, 1, 3.
 *
 * Source: standard competition ranking, as SQL's RANK and R's rank(ties = 'min'). A missing value has no rank: null.
 */
export function ranksWithTies(
  values: readonly (number | null)[],
  first: 'highest' | 'lowest',
): (number | null)[] {
  const sign = first === 'highest' ? -1 : 1
  const known = values.filter((value) => value !== null)
  const sorted = Float64Array.from(known, (value) => sign * value).sort()
  const rankOf = new Map<number, number>()
  sorted.forEach((value, i) => {
    if (!rankOf.has(value)) rankOf.set(value, i + 1)
  })
  return values.map((value) => (value === null ? null : (rankOf.get(sign * value) ?? null)))
}
