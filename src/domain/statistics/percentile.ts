/**
 * The value below which a share of the known values lies, interpolated between the two nearest.
 *
 * Source: Hyndman & Fan, 1996, The American Statistician 50(4), 361–365, definition 7 (R's default, Excel's PERCENTILE.INC).
 * `sorted` is in ascending order. Units: those of the values. No values: NaN.
 */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN
  return low + (place - below) * (high - low)
}
