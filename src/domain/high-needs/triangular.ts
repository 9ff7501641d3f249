import type { Range } from './model.ts'

/**
 * The value of a triangular distribution below which a share lies: the inverse of its distribution function.
 *
 * Source: Johnson, 1997, The Statistician 46(3), 387–398. `share` is 0–1; units are those of the range. A range of no
 * width gives its one value.
 */
export function triangular({ low, likely, high }: Range, share: number): number {
  if (high <= low) return likely
  const below = (likely - low) / (high - low)
  return share < below
    ? low + Math.sqrt(share * (high - low) * (likely - low))
    : high - Math.sqrt((1 - share) * (high - low) * (high - likely))
}
